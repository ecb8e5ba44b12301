/** Where marks are: an element of the page, with the blocks whose first mark stands in its box. */
import { type BlockRecord, type Mark, pointsOf } from './block-record.ts';
import { boxOf } from './is-shown.ts';

/** An element with blocks that hold marks. */
export interface Place {
  readonly element: Element;
  readonly records: Set<BlockRecord>;
  /** As the browser said last; `null` before. */
  near: boolean | null;
}

/**
 * The element in whose box lies what belongs to a place without a box; null when that is for good: it is hidden, and all
 * its marks with it.
 */
export function boxAround({ element, records }: Place): Element | null {
  const { display } = getComputedStyle(element);
  if (display !== 'contents' && !(display === 'none' && reachesOut(element, records))) return null;
  return boxOf(element);
}

/** A block's line may begin in a hidden element and go on outside of it. */
function reachesOut(element: Element, records: Iterable<BlockRecord>): boolean {
  for (const record of records)
    for (const { start, end } of record.marks)
      if (boxOf(pointsOf(record, start, end).startNode) !== element) return true;
  return false;
}

export function countOf({ records }: Place): number {
  let count = 0;
  for (const { marks } of records) count += marks.length;
  return count;
}

/** The marks of a place in their order: its blocks are kept in the order in which they came. */
export function marksOf({ records }: Place): Mark[] {
  const all: Mark[] = [];
  const seen = new Set<BlockRecord>();
  for (const record of records) {
    if (seen.has(record)) continue;
    let first = record;
    while (first.prev && records.has(first.prev)) first = first.prev;
    for (let at: BlockRecord | null = first; at && records.has(at); at = at.next) {
      seen.add(at);
      all.push(...at.marks);
    }
  }
  return all;
}
