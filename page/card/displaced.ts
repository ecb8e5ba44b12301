/** A page may take the card's element out or put it elsewhere: it hears of it, as of every element, and may not want it. */

/** A card that is moved so often is left to the page. */
const ENOUGH = 3;

/**
 * Watches what the page does with an element that holds an open popover, until the signal.
 * @param again shows the popover once more in the frame in which being moved has hidden it. What it does may have the page
 * answer once more.
 * @param lost the element is no longer in the page, or was moved too often.
 */
export function watchDisplaced(
  element: Element,
  popover: Element,
  again: () => void,
  lost: () => void,
  signal: AbortSignal,
): void {
  let moves = 0;
  // The parent alone: what else happens on the page costs nothing.
  const watch = () => observer.observe(element.parentNode!, { childList: true });
  const observer = new MutationObserver(() => {
    observer.disconnect();
    const isHidden = !popover.matches(':popover-open');
    if (!element.isConnected || (isHidden && ++moves > ENOUGH)) return lost();
    watch();
    if (isHidden) again();
  });
  watch();
  signal.addEventListener('abort', () => observer.disconnect(), { once: true });
}
