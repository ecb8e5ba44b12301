/** Remembers where the reader was, to bring them back when a card that took focus closes. */

/** The focused element, through open shadow roots. */
export function focused(document: Document): Element | null {
  let active = document.activeElement;
  while (active?.shadowRoot?.activeElement) active = active.shadowRoot.activeElement;
  return active;
}

/** Returns a function that gives focus and selection back, once, without scrolling. */
export function rememberFocus(document: Document): () => void {
  const active = focused(document);
  const selection = document.getSelection();
  const { anchorNode, anchorOffset, focusNode, focusOffset } = selection ?? {};
  return () => {
    if (active?.isConnected && active !== document.body) (active as HTMLElement).focus?.({ preventScroll: true });
    const moved = selection?.focusNode !== focusNode || selection?.anchorOffset !== anchorOffset;
    if (!moved || !anchorNode?.isConnected || !focusNode?.isConnected) return;
    try {
      selection?.setBaseAndExtent(anchorNode, anchorOffset ?? 0, focusNode, focusOffset ?? 0);
    } catch {
      // The page shortened the text meanwhile: there is no selection to give back.
    }
  };
}
