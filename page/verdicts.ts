/** Judges what needs judging: after a change only the blocks within the judge's reach, unless the page itself reads otherwise. */
import type { Judge, PageFacts, PageReading, Totals } from '../core/sense/types.ts';
import { type BlockRecord, type Mark, NO_MARKS } from './block-record.ts';
import type { TextRoot } from './text-root.ts';

/** Records between two looks at the clock … */
const BATCH = 256;
/** … and candidates that are judged: 1 ms … */
const JUDGED = 64;
/** … but 6 before any compiler has seen the code: so few at first, then twice as many each time. */
const JUDGED_FIRST = 8;

export class Verdicts {
  page: PageReading | null = null;
  private readonly judge: Judge;
  /** Called when the marks of a record are no longer those it had. */
  private readonly changed: (record: BlockRecord, before: readonly Mark[]) => void;
  private readonly touched = new Set<BlockRecord>();
  /** Those of `touched` that are still to be spread, while that is under way; nothing is judged before. */
  private spreading: Iterator<BlockRecord> | null = null;
  private waiting: BlockRecord[] = [];
  /** Those of `waiting` before this one are done. */
  private head = 0;
  /** Candidates to be judged at once. */
  private atOnce = JUDGED_FIRST;

  constructor(judge: Judge, changed: (record: BlockRecord, before: readonly Mark[]) => void) {
    this.judge = judge;
    this.changed = changed;
  }

  reset(): void {
    this.page = null;
    this.untouch();
    this.waiting = [];
    this.head = 0;
  }

  /** The record is new, or what surrounds it has changed. */
  touch(record: BlockRecord): void {
    // Until the page was read nothing is judged, and then everything is.
    if (this.page) this.touched.add(record);
  }

  /**
   * Reads the page anew; when it reads otherwise than before, everything is judged again.
   * @param changing the page is still changing: its former reading is kept unless the evidence has clearly moved.
   */
  readPage(facts: PageFacts, totals: Totals, roots: Iterable<TextRoot>, changing: boolean): void {
    const page = this.judge.page(facts, totals, changing && this.page ? this.page : undefined);
    if (page.key === this.page?.key) return;
    this.page = page;
    this.untouch();
    this.waiting = [];
    this.head = 0;
    for (const root of roots) {
      for (const record of root.records()) {
        record.unjudged = true;
        this.waiting.push(record);
      }
    }
  }

  /** Judges until all is judged or `late()`; true when all is judged. */
  step(late: () => boolean): boolean {
    if (!this.spreadAll(late)) return false;
    while (this.head < this.waiting.length) {
      const record = this.waiting[this.head++]!;
      if (!record.alive || !record.unjudged) continue;
      if (record.reading.candidates.length === 0 && record.marks.length === 0) {
        record.unjudged = false;
        continue;
      }
      this.judgeBatch(group(record, this.atOnce));
      this.atOnce = Math.min(2 * this.atOnce, JUDGED);
      if (late()) break;
    }
    if (this.head < this.waiting.length) return false;
    this.waiting = [];
    this.head = 0;
    return true;
  }

  /** Spreads all that is touched until `late()`; true when that is done. What is touched meanwhile is among it. */
  private spreadAll(late: () => boolean): boolean {
    this.spreading ??= this.touched.values();
    for (let count = 1; ; count++) {
      const { value: record, done } = this.spreading.next();
      if (done) break;
      if (record.alive) this.spread(record);
      if (count % BATCH === 0 && late()) return false;
    }
    this.untouch();
    return true;
  }

  private untouch(): void {
    this.touched.clear();
    this.spreading = null;
  }

  /** What may read otherwise because of this record: all within reach. A neighbour that spreads itself goes further. */
  private spread(record: BlockRecord): void {
    this.wait(record);
    const { reach } = this.judge;
    for (let at = record.prev, far = 0; at && far <= reach && !this.touched.has(at); at = at.prev) {
      this.wait(at);
      far += at.reading.length;
    }
    for (let at = record.next, far = 0; at && far <= reach && !this.touched.has(at); at = at.next) {
      this.wait(at);
      far += at.reading.length;
    }
  }

  private wait(record: BlockRecord): void {
    record.unjudged = true;
    this.waiting.push(record);
  }

  private judgeBatch(batch: BlockRecord[]): void {
    const { page } = this;
    const silent = !page?.readable || batch.every((record) => record.reading.candidates.length === 0);
    if (silent) {
      for (const record of batch) this.settle(record, NO_MARKS);
      return;
    }
    const { blocks, from, to } = this.withSurroundings(batch);
    const verdicts = this.judge.judge(blocks, page, from, to);
    batch.forEach((record, index) => {
      const marks: Mark[] = [];
      for (const { candidate, music } of verdicts[index] ?? []) {
        if (!music) continue;
        const { term, surface, start, end } = candidate;
        marks.push({ record, term, surface, start, end, range: null });
      }
      this.settle(record, marks.length > 0 ? marks : NO_MARKS);
    });
  }

  private settle(record: BlockRecord, marks: readonly Mark[]): void {
    record.unjudged = false;
    const before = record.marks;
    if (before.length === marks.length && before.every((mark, index) => sameMark(mark, marks[index]!))) return;
    record.marks = marks;
    this.changed(record, before);
  }

  /** The blocks of a batch, in order, with those that bear on them. */
  withSurroundings(batch: BlockRecord[]): { blocks: BlockRecord[]; from: number; to: number } {
    const { reach } = this.judge;
    const before: BlockRecord[] = [];
    const after: BlockRecord[] = [];
    for (let at = batch[0]!.prev, far = 0; at && far <= reach; at = at.prev) {
      before.push(at);
      far += at.reading.length;
    }
    for (let at = batch.at(-1)!.next, far = 0; at && far <= reach; at = at.next) {
      after.push(at);
      far += at.reading.length;
    }
    return { blocks: [...before.reverse(), ...batch, ...after], from: before.length, to: before.length + batch.length };
  }
}

/** Neighbours that need judging too, in document order, around one that does: until there are `enough` candidates. */
function group(record: BlockRecord, enough: number): BlockRecord[] {
  const batch = [record];
  let candidates = record.reading.candidates.length;
  const isFull = () => batch.length === BATCH || candidates >= enough;
  const take = (at: BlockRecord) => {
    batch.push(at);
    candidates += at.reading.candidates.length;
  };
  for (let at = record.prev; at?.unjudged && !isFull(); at = at.prev) take(at);
  batch.reverse();
  for (let at = record.next; at?.unjudged && !isFull(); at = at.next) take(at);
  return batch;
}

const sameMark = (a: Mark, b: Mark): boolean =>
  a.start === b.start && a.end === b.end && a.term === b.term && a.surface === b.surface;
