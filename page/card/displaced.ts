/** A page may take the card's element out or put it elsewhere: it hears of it, as of every element, and may not want it. */

/** A card that is moved so often is left to the page. */
const ENOUGH = 3;

/**
 * Watches what the page does with an element that holds an open popover, until it is lost; returns a way to stop before.
 * @param again shows the popover once more in the frame in which being moved has hidden it. The page must hear nothing of
 * what is done there: it would answer.
 * @param lost the element is no longer in the page, or was moved too often.
 */
export function watchDisplaced(element: Element, popover: Element, again: () => void, lost: () => void): () => void {
  let moves = 0;
  // The parent alone: what else happens on the page costs nothing.
  const watch = () => observer.observe(element.parentNode!, { childList: true });
  const observer = new MutationObserver(() => {
    observer.disconnect();
    const isHidden = !popover.matches(':popover-open');
    if (!element.isConnected || (isHidden && ++moves > ENOUGH)) return lost();
    if (isHidden) again();
    watch();
  });
  watch();
  return () => observer.disconnect();
}
