/**
 * Runs in a page: the middle of the first visible occurrence of a word in its text (CSS px, viewport), scrolled into view.
 * @throws when the word is not there.
 */
export function pointOf(word: string): { x: number; y: number } {
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  const wanted = new RegExp(`\\b${word}\\b`);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const at = wanted.exec(node.nodeValue ?? '');
    if (!at || !node.parentElement?.checkVisibility()) continue;
    const range = document.createRange();
    range.setStart(node, at.index);
    range.setEnd(node, at.index + word.length);
    node.parentElement.scrollIntoView({ block: 'center', behavior: 'instant' });
    const box = range.getClientRects()[0];
    if (box) return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
  }
  throw new Error(`“${word}” is not on the page`);
}
