/** Blocks laid out on one line, so that distances run across them. */
import type { Block } from './types.ts';

/** How far evidence is heard, in UTF-16 code units of text. */
export const REACH = 1200;
/** What a boundary between blocks adds to the distance; nothing is heard across the strongest. */
const GAP = [100, 250, REACH] as const;

export interface Line {
  /** Index of the first block laid out. */
  first: number;
  /** Where each block starts, from the first on. */
  offsets: number[];
}

/** Lays out the blocks that matter to `blocks[from..to)`. */
export function layOut(blocks: readonly Block[], from: number, to: number): Line {
  let first = from;
  for (let far = 0; first > 0 && far <= REACH; first--) {
    far += GAP[blocks[first]!.boundary] + blocks[first - 1]!.reading.length;
  }
  const offsets: number[] = [];
  let at = 0;
  let end = 0;
  for (let i = first; i < blocks.length; i++) {
    if (i > first) at += GAP[blocks[i]!.boundary];
    if (i >= to && at - end > REACH) break;
    offsets.push(at);
    at += blocks[i]!.reading.length;
    if (i < to) end = at;
  }
  return { first, offsets };
}

/** The heading that a block stands under: the last one before it in the same article. -1 when there is none. */
export function headingOf(blocks: readonly Block[], block: number, first: number): number {
  for (let i = block; i > first; i--) {
    if (blocks[i]!.boundary === 2) return -1;
    if (blocks[i - 1]!.heading) return i - 1;
  }
  return -1;
}
