/** The blocks of one tree of text: the document's, or that of an open shadow root. */
import type { BlockRecord } from './block-record.ts';

export class TextRoot {
  first: BlockRecord | null = null;
  last: BlockRecord | null = null;
  readonly node: Document | ShadowRoot;
  private readonly byNode: Map<Text, BlockRecord>;

  /** @param byNode the text nodes of all trees with their records: see `Known.byNode`. */
  constructor(node: Document | ShadowRoot, byNode: Map<Text, BlockRecord>) {
    this.node = node;
    this.byNode = byNode;
  }

  /** Puts a record behind another one, or first of all. */
  insertAfter(record: BlockRecord, before: BlockRecord | null): void {
    const next = before ? before.next : this.first;
    record.prev = before;
    record.next = next;
    if (before) before.next = record;
    else this.first = record;
    if (next) next.prev = record;
    else this.last = record;
    for (const node of record.nodes) if (!this.byNode.has(node)) this.byNode.set(node, record);
  }

  /** Takes out every piece of the run that the record belongs to; calls back for each while its neighbours still stand. */
  removeRun(record: BlockRecord, removed: (record: BlockRecord) => void): void {
    let piece: BlockRecord | null = record;
    while (piece.prev?.continues) piece = piece.prev;
    for (let more = true; more && piece; ) {
      const { prev, next }: BlockRecord = piece;
      more = piece.continues;
      removed(piece);
      piece.alive = false;
      if (prev) prev.next = next;
      else this.first = next;
      if (next) next.prev = prev;
      else this.last = prev;
      for (const node of piece.nodes) this.byNode.delete(node);
      piece = next;
    }
  }

  *records(): Generator<BlockRecord> {
    for (let record = this.first; record; record = record.next) yield record;
  }
}
