/**
 * The one live range that anything is measured with. Each that lies in the page costs it something at every change of its
 * tree, even a collapsed one: after use it lies in a document of its own.
 */
const ruler = new Range();
const drawer = new Document();
ruler.selectNodeContents(drawer);

/** What `ask` finds out about a stretch of the page. */
export function measured<T>(
  { startContainer, startOffset, endContainer, endOffset }: StaticRangeInit,
  ask: (range: Range) => T,
): T {
  try {
    ruler.setStart(startContainer, startOffset);
    ruler.setEnd(endContainer, endOffset);
    return ask(ruler);
  } finally {
    ruler.selectNodeContents(drawer);
  }
}
