/** One block of the page's text and what was made of it: an element of a doubly linked list in document order. */
import type { Block, BlockReading } from '../core/sense/types.ts';
import type { TextRoot } from './text-root.ts';

export interface Mark {
  readonly record: BlockRecord;
  term: string;
  surface: string;
  /** UTF-16 code units within the block's text. */
  start: number;
  end: number;
  /** Made when the mark first comes near the viewport; `null` before and after. */
  range: StaticRange | null;
}

/** Most blocks hold no mark: they share this. */
export const NO_MARKS: readonly Mark[] = [];

export class BlockRecord implements Block {
  prev: BlockRecord | null = null;
  next: BlockRecord | null = null;
  marks: readonly Mark[] = NO_MARKS;
  /** False once its text has changed or left the page. */
  alive = true;
  /** Not judged since something within reach changed. */
  unjudged = true;
  readonly root: TextRoot;
  readonly reading: BlockReading;
  boundary: 0 | 1 | 2;
  readonly heading: boolean;
  /** The text nodes that hold it, in order; `starts[i]` is where `nodes[i]` begins in the block's text (may be < 0). */
  readonly nodes: Text[];
  readonly starts: number[];
  /** The next record is another piece of the same long run. */
  continues = false;

  constructor(
    root: TextRoot,
    reading: BlockReading,
    boundary: 0 | 1 | 2,
    heading: boolean,
    nodes: Text[],
    starts: number[],
  ) {
    this.root = root;
    this.reading = reading;
    this.boundary = boundary;
    this.heading = heading;
    this.nodes = nodes;
    this.starts = starts;
  }
}

/** The boundary points of a stretch of a block's text. */
export function pointsOf(record: BlockRecord, start: number, end: number) {
  const { nodes, starts } = record;
  let first = nodes.length - 1;
  while (first > 0 && (starts[first] ?? 0) > start) first--;
  let last = first;
  while (last + 1 < nodes.length && (starts[last + 1] ?? 0) < end) last++;
  return {
    startNode: nodes[first]!,
    startOffset: start - starts[first]!,
    endNode: nodes[last]!,
    endOffset: end - starts[last]!,
  };
}
