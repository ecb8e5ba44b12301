/** Keeps what is painted in line with what is near, chosen and wanted. */
import { type BlockRecord, type Mark, pointsOf } from './block-record.ts';
import { Seen } from './is-shown.ts';
import type { Limits } from './limits.ts';
import { Lingering } from './lingering.ts';
import { type PageMarks, rangeFor } from './marks.ts';
import { Near } from './near.ts';
import type { Paint } from './paint.ts';
import { PaintTimes } from './paint-times.ts';
import { says, stands } from './stands.ts';
import type { MarkOptions } from './types.ts';

/** So many changes at a time are worked off at once. */
const FEW = 16;

export interface DisplayParts {
  paint: Paint;
  limits: Limits;
  options(): MarkOptions;
  marks(): PageMarks;
  /** All blocks with marks, in the order of their tree. */
  marked(): Iterable<BlockRecord>;
  /** The record of a text, or the first of its pieces. */
  recordOf(text: Text): BlockRecord | undefined;
  /** Runs what the browser calls us for. */
  run(work: () => void): void;
}

export class Display {
  private readonly parts: DisplayParts;
  private readonly near: Near;
  private readonly lingering: Lingering;
  private readonly times: PaintTimes;
  /** Blocks that have come near or are near no more, and are not painted so yet. */
  private readonly shifted = new Set<BlockRecord>();
  /** Marks have come or gone since all was painted. */
  private stale = false;

  constructor(parts: DisplayParts) {
    this.parts = parts;
    this.lingering = new Lingering(parts.paint);
    this.times = new PaintTimes(parts.limits, parts.paint, () => parts.run(() => this.follow()));
    this.near = new Near(
      (record, seen) => this.moved(record, seen),
      parts.marked,
      (mark) => parts.marks().boxOf(mark),
      parts.run,
      parts.limits,
    );
  }

  /** Marks on the whole page, near or not. */
  get total(): number {
    return this.near.total;
  }

  /** What is painted follows the reader in a moment. */
  get waits(): boolean {
    return this.times.waiting;
  }

  /** A block with marks is about to leave: its paint stays while its letters do. */
  removed(record: BlockRecord): void {
    for (const mark of record.marks) {
      if (mark.range) this.lingering.keep(mark.range, mark.surface);
      mark.range = null;
    }
    this.track(record, 0, record.marks.length);
  }

  /** A block has other marks than before: what is so again keeps its paint. */
  judged(record: BlockRecord, before: readonly Mark[]): void {
    for (const mark of before) {
      const again = record.marks.find(
        ({ start, end, term }) => start === mark.start && end === mark.end && term === mark.term,
      );
      if (again) again.range = mark.range;
      else this.unpaint(mark);
    }
    this.track(record, record.marks.length, before.length);
  }

  /** The page has changed: each frame of it pays for what is painted. */
  pageChanged(): void {
    this.near.pageChanged();
  }

  /**
   * Whether a change must not wait: changed letters would be painted as marks, what was put in for what has left would
   * blink, and a few new words are no work. What a page does by the hundred waits, unless it harms what is painted.
   */
  isHarmedBy(records: readonly MutationRecord[]): boolean {
    if (records.length > FEW) return !this.isTrue();
    return records.some(({ type, target }) => type !== 'characterData' || !this.saysIn(target as Text));
  }

  /** The page has changed: paint that is no longer true leaves. */
  check(): void {
    this.lingering.check();
  }

  /** Paints what has changed since, if anything has. */
  update(): void {
    if (this.stale) this.repaint();
  }

  /** All has been read and judged: what lingered leaves. Works until `late()`; true when all is done. */
  tidy(late: () => boolean): boolean {
    this.lingering.end();
    this.parts.paint.follow();
    return this.near.tidy(late);
  }

  /** Brings all that is near in line. */
  repaint(): void {
    this.stale = false;
    this.paintAll(new Set([...this.shifted, ...this.near.records()]));
  }

  /** Nothing is painted any more, and nothing watched. */
  reset(): void {
    this.near.stop();
    this.times.stop();
    this.shifted.clear();
    this.parts.paint.clear();
    this.lingering.forget();
    this.stale = false;
  }

  private track(record: BlockRecord, marks: number, before: number): void {
    this.near.track(record, marks, before);
    this.stale = true;
  }

  private moved(record: BlockRecord, seen: boolean): void {
    this.shifted.add(record);
    if (!this.stale) this.times.due(seen);
  }

  /** Paints what has come near and takes away what is near no more. */
  private follow(): void {
    this.paintAll(this.shifted);
  }

  private paintAll(records: Iterable<BlockRecord>): void {
    const seen = new Seen();
    for (const record of records) {
      if (this.near.has(record)) this.paintRecord(record, seen);
      else for (const mark of record.marks) this.unpaint(mark);
    }
    this.shifted.clear();
    this.times.done();
  }

  private paintRecord(record: BlockRecord, seen: Seen): void {
    const { paint, options, marks } = this.parts;
    const { markStyle } = options();
    const paints = markStyle !== 'hover' && markStyle !== 'none';
    for (const mark of record.marks) {
      if (!paints || !this.near.isClose(mark) || !marks().isChosen(mark, seen)) this.unpaint(mark);
      else if (!mark.range) {
        const { startNode, startOffset } = pointsOf(record, mark.start, mark.end);
        mark.range = this.lingering.claim(startNode, startOffset, mark.surface);
        if (mark.range) continue;
        mark.range = rangeFor(mark);
        paint.add(mark.range);
      }
    }
  }

  /** Whether all that is painted still says what it said, where it may be said. */
  private isTrue(): boolean {
    // What is near no more is painted until paint follows.
    for (const records of [this.near.records(), this.shifted])
      for (const { marks } of records)
        for (const { range, surface } of marks) if (range && !stands(range, surface)) return false;
    return this.lingering.says();
  }

  /** Whether what is painted in the run of a text still says what it said. */
  private saysIn(text: Text): boolean {
    let record = this.parts.recordOf(text) ?? null;
    while (record) {
      for (const { range, surface } of record.marks) if (range && !says(range, surface)) return false;
      record = record.continues ? record.next : null;
    }
    return this.lingering.says(text);
  }

  private unpaint(mark: Mark): void {
    if (!mark.range) return;
    this.parts.paint.delete(mark.range);
    mark.range = null;
  }
}
