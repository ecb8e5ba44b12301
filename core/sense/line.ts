/** Blocks laid out on one line, so that distances run across them. */
import { evidenceOf } from './read.ts';
import type { Block } from './types.ts';

/** How far evidence is heard, in UTF-16 code units of text. */
export const REACH = 1200;
/** What a boundary between blocks adds to the distance; nothing is heard across the strongest. */
const GAP = [100, 250, REACH] as const;

/** A stretch of blocks with all that they hold, each piece of evidence at its place on the line. */
export interface Line {
  /** Index of the first block laid out. */
  first: number;
  /** Where each block starts, from the first on. */
  offsets: number[];
  /** Index of the first piece of evidence of each block, and of one past the last block. */
  held: number[];
  /** For each piece of evidence: the word, and where it starts and ends. */
  words: Int32Array;
  starts: Int32Array;
  ends: Int32Array;
}

/** Lays out the blocks that matter to `blocks[from..to)`. */
export function layOut(blocks: readonly Block[], from: number, to: number): Line {
  let first = from;
  for (let far = 0; first > 0 && far <= REACH; first--) {
    far += GAP[blocks[first]!.boundary] + blocks[first - 1]!.reading.length;
  }
  const offsets: number[] = [];
  const held: number[] = [];
  let size = 0;
  let at = 0;
  let end = 0;
  for (let i = first; i < blocks.length; i++) {
    const { boundary, reading } = blocks[i]!;
    if (i > first) at += GAP[boundary];
    if (i >= to && at - end > REACH) break;
    offsets.push(at);
    held.push(size);
    size += evidenceOf(reading).size / 3;
    at += reading.length;
    if (i < to) end = at;
  }
  held.push(size);
  const line = {
    first,
    offsets,
    held,
    words: new Int32Array(size),
    starts: new Int32Array(size),
    ends: new Int32Array(size),
  };
  for (let i = 0, piece = 0; i < offsets.length; i++) {
    const { words, from, size } = evidenceOf(blocks[first + i]!.reading);
    const offset = offsets[i]!;
    for (let w = from; w < from + size; w += 3, piece++) {
      line.words[piece] = words[w]!;
      line.starts[piece] = offset + words[w + 1]!;
      line.ends[piece] = offset + words[w + 2]!;
    }
  }
  return line;
}

/** The heading that a block stands under: the last one before it in the same article. -1 when there is none. */
export function headingOf(blocks: readonly Block[], block: number, first: number): number {
  for (let i = block; i > first; i--) {
    if (blocks[i]!.boundary === 2) return -1;
    if (blocks[i - 1]!.heading) return i - 1;
  }
  return -1;
}
