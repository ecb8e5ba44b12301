import type { Occurrence } from './types.ts';

/** UTF-16 code units on either side of a word that are shown with it. */
const AROUND = 60;

/** An occurrence as it is listed: with some of the text around it, in one line. */
export function contextOf({ surface, term, startNode, startOffset, endNode, endOffset }: Occurrence) {
  const before = startNode.data.slice(Math.max(0, startOffset - AROUND), startOffset);
  const after = endNode.data.slice(endOffset, endOffset + AROUND);
  return { surface, term, context: `${before}${surface}${after}`.replace(/\s+/g, ' ').trim() };
}
