/** Reads runs of text into blocks, one behind the other; what is long in pieces, so that it can stop between them. */
import type { Judge } from '../core/sense/types.ts';
import { BlockRecord } from './block-record.ts';
import { pieces, type Run } from './run.ts';
import type { TextRoot } from './text-root.ts';

export class RunReader {
  private readonly judge: Judge;
  private readonly put: (record: BlockRecord) => void;
  private readonly before: (root: TextRoot, node: Node) => BlockRecord | null;
  /** Pieces of long runs that were walked and are still to be read, in their order. */
  private readonly pending: { piece: Run; continues: boolean }[] = [];
  private root: TextRoot | null = null;
  /** The record behind which the next one goes. */
  private place: BlockRecord | null = null;

  /**
   * @param put called when a block has been put in.
   * @param before finds the record before a node.
   */
  constructor(
    judge: Judge,
    put: (record: BlockRecord) => void,
    before: (root: TextRoot, node: Node) => BlockRecord | null,
  ) {
    this.judge = judge;
    this.put = put;
    this.before = before;
  }

  /** Something was walked that is still to be read. */
  get waits(): boolean {
    return this.pending.length > 0;
  }

  /** The runs that follow are of this tree. @param before the record behind which they come; null: they come first. */
  begin(root: TextRoot, before: BlockRecord | null): void {
    this.root = root;
    this.place = lastPiece(before);
  }

  /** What is kept would hold on to a tree, or a block's nodes, that leave the page later. */
  end(): void {
    this.root = null;
    this.place = null;
  }

  reset(): void {
    this.pending.length = 0;
    this.end();
  }

  /** Reads a run at once when it is short, else `readOn`. */
  take(run: Run): void {
    const cut = pieces(run);
    if (cut.length === 1 && this.pending.length === 0) this.read(run, false);
    else for (const piece of cut) this.pending.push({ piece, continues: piece !== cut.at(-1) });
  }

  /** Reads what waits until `late()`; true when nothing is left. */
  readOn(late: () => boolean): boolean {
    for (let next = this.pending.shift(); next; next = this.pending.shift()) {
      this.read(next.piece, next.continues);
      if (this.pending.length > 0 && late()) return false;
    }
    return true;
  }

  private read(piece: Run, continues: boolean): void {
    const root = this.root!;
    if (this.place && !this.place.alive) this.place = lastPiece(this.before(root, piece.nodes[0]!));
    const reading = this.judge.read(piece.text);
    const record = new BlockRecord(root, reading, piece.boundary, piece.heading, piece.nodes, piece.starts);
    record.continues = continues;
    root.insertAfter(record, this.place);
    this.place = record;
    this.put(record);
  }
}

function lastPiece(record: BlockRecord | null): BlockRecord | null {
  let last = record;
  while (last?.continues) last = last.next;
  return last;
}
