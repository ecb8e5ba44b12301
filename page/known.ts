/** What of the page is known: the records of its blocks, by their texts, and the sums over them. */
import { emptyTotals, type Judge, type Totals } from '../core/sense/types.ts';
import type { BlockRecord } from './block-record.ts';
import type { TextRoot } from './text-root.ts';
import { firstOf, nextOf, rootOf, typeOf } from './tree.ts';

export class Known {
  /**
   * A text node's record; the first of its pieces when a long run was cut. Holds exactly the nodes of live records: the
   * trees themselves keep it (`TextRoot`).
   */
  readonly byNode = new Map<Text, BlockRecord>();
  readonly totals: Totals = emptyTotals();
  /** Set when `totals` have changed; cleared by whoever reads them. */
  totalsChanged = false;
  private readonly judge: Judge;
  private readonly removed: (record: BlockRecord) => void;

  /** @param removed called for each record that is about to be taken out. */
  constructor(judge: Judge, removed: (record: BlockRecord) => void) {
    this.judge = judge;
    this.removed = removed;
  }

  /** A record has come. */
  add(record: BlockRecord): void {
    this.count(record, 1);
  }

  /** The records of a node and all it holds leave. @param walked nodes with much in them for which that was done. */
  forget(node: Node, walked: Set<Node>): void {
    if (this.byNode.size === 0) return;
    if (typeOf(node) === Node.TEXT_NODE) {
      this.forgetText(node as Text);
      return;
    }
    const first = firstOf(node);
    if (!first) return;
    // Most of what leaves by the thousand holds one text: a walk of its own would cost ten times as much.
    if (typeOf(first) === Node.TEXT_NODE && !nextOf(first)) this.forgetText(first as Text);
    else if (!walked.has(node)) {
      walked.add(node);
      const texts = document.createTreeWalker(node, NodeFilter.SHOW_TEXT);
      while (texts.nextNode()) this.forgetText(texts.currentNode as Text);
    }
  }

  forgetText(text: Text): void {
    const record = this.byNode.get(text);
    record?.root.removeRun(record, (piece) => this.leave(piece));
  }

  /** Texts leave that stand no more in the tree in which they were read. */
  forgetLost(): void {
    for (const [text, { root }] of this.byNode) if (rootOf(text) !== root.node) this.forgetText(text);
  }

  /** All of a tree leaves. */
  forgetRoot(root: TextRoot): void {
    while (root.first) root.removeRun(root.first, (piece) => this.leave(piece));
  }

  /** Forgets everything, and tells nobody. */
  reset(): void {
    this.byNode.clear();
    Object.assign(this.totals, emptyTotals());
  }

  private leave(record: BlockRecord): void {
    this.count(record, -1);
    this.removed(record);
  }

  private count(record: BlockRecord, sign: 1 | -1): void {
    this.totalsChanged = true;
    this.judge.count(this.totals, record.reading, sign);
  }
}
