/**
 * For a pressed control that goes with its item of a list: moves the focus to the same control of the neighbour, or to
 * `otherwise` in that part of the page. Called before the item goes; what it returns, after.
 */
export function focusAfter(pressed: HTMLElement, control: string, otherwise: string): () => void {
  const item = pressed.closest('li');
  const neighbour = item?.nextElementSibling ?? item?.previousElementSibling;
  const part = pressed.closest('section');
  return () => (neighbour?.querySelector<HTMLElement>(control) ?? part?.querySelector<HTMLElement>(otherwise))?.focus();
}
