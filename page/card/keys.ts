/** Keys inside a card that has focus: arrows go through its controls, Tab off either end leaves. Pure but for focus. */

const CONTROLS = 'a[href], button:not([disabled])';

/** Handles a keydown inside the card; leaves keys that are not ours alone. */
export function cardKey(event: KeyboardEvent, root: ShadowRoot, sheet: HTMLElement, leave: () => void): void {
  if (event.ctrlKey || event.metaKey || event.altKey) return;
  const controls = [...sheet.querySelectorAll<HTMLElement>(CONTROLS)];
  const at = controls.indexOf(root.activeElement as HTMLElement);
  switch (event.key) {
    case 'Tab': {
      const next = event.shiftKey ? Math.max(at, 0) - 1 : at + 1;
      if (controls[next]) controls[next].focus();
      else leave();
      break;
    }
    case 'ArrowRight':
      controls[(at + 1) % controls.length]?.focus();
      break;
    case 'ArrowLeft':
      controls.at(at <= 0 ? -1 : at - 1)?.focus();
      break;
    case 'Home':
      controls[0]?.focus();
      break;
    case 'End':
      controls.at(-1)?.focus();
      break;
    case 'Enter':
    case ' ':
      // The control's own default action follows; the page's shortcut must not.
      event.stopPropagation();
      return;
    case 'ArrowDown':
    case 'ArrowUp':
      event.stopPropagation();
      sheet.querySelector('.body')?.scrollBy({ top: event.key === 'ArrowDown' ? 40 : -40, behavior: 'instant' });
      event.preventDefault();
      return;
    default:
      return;
  }
  event.preventDefault();
  event.stopPropagation();
}
