/** Remembers where the reader was, to bring them back when a card that took focus closes. */
import { isInPage, shadowOf } from '../tree.ts';
import { focusOn } from './elements.ts';

/** The focused element, through open shadow roots. */
export function focused(document: Document): Element | null {
  let active = document.activeElement;
  for (let inner = active; inner; inner = shadowOf(inner)?.activeElement ?? null) active = inner;
  return active;
}

/** Returns a function that gives focus and selection back, once, without scrolling. */
export function rememberFocus(document: Document): () => void {
  const active = focused(document);
  const selection = document.getSelection();
  const { anchorNode, anchorOffset, focusNode, focusOffset } = selection ?? {};
  return () => {
    if (active && isInPage(active) && active !== document.body) focusOn(active, { preventScroll: true });
    const moved = selection?.focusNode !== focusNode || selection?.anchorOffset !== anchorOffset;
    if (!moved || !anchorNode || !focusNode || !isInPage(anchorNode) || !isInPage(focusNode)) return;
    try {
      selection?.setBaseAndExtent(anchorNode, anchorOffset ?? 0, focusNode, focusOffset ?? 0);
    } catch {
      // The page shortened the text meanwhile: there is no selection to give back.
    }
  };
}
