/**
 * From the page's text to painted marks, in one place and in slices: scan → verdicts → what is near → paint. Knows no
 * time and no events: page/engine.ts says when.
 */
import type { Judge, PageFacts } from '../core/sense/types.ts';
import { type BlockRecord, type Mark, pointsOf } from './block-record.ts';
import type { Dirt } from './dirt.ts';
import { Seen } from './is-shown.ts';
import { LIMITS, type Limits } from './limits.ts';
import { Lingering } from './lingering.ts';
import { PageMarks, rangeFor } from './marks.ts';
import { Near } from './near.ts';
import type { Paint } from './paint.ts';
import { PaintTimes } from './paint-times.ts';
import { Scan, type ScanListener } from './scan.ts';
import { lateAfter } from './slices.ts';
import { says, stands } from './stands.ts';
import type { MarkOptions } from './types.ts';
import { Verdicts } from './verdicts.ts';

/** So many changes at a time are worked off at once. */
const FEW = 16;
/**
 * Text that is judged before more is read, in UTF-16 code units: a screen and a half; once reading has taken so long, in
 * ms. Before any compiler has seen the code 12,000 of them take 15 ms, later 1.
 */
const FIRST = 4000;
const FIRST_MS = 3;

export interface MarkingListener {
  /** A tree of text was found that has to be watched. */
  root(node: Document | ShadowRoot): void;
  /** What the page says of itself may have changed. */
  facts(): void;
  /** What was left unread has come near. */
  due(): void;
  /** Runs what the browser calls us for. */
  run(work: () => void): void;
}

export class Marking {
  readonly marks: PageMarks;
  readonly scan: Scan;
  options: MarkOptions;
  facts: PageFacts;
  private readonly judge: Judge;
  private readonly verdicts: Verdicts;
  private readonly near: Near;
  private readonly paint: Paint;
  private readonly lingering: Lingering;
  /** The page has to be read anew before judging. */
  private unread = true;
  /** A part of the page was left unread when it was read last. */
  private partial = false;
  /** Everything has been read once. */
  private whole = false;
  /** The page is changing: its reading does not follow each small step. */
  private changing = false;
  private repainting = false;
  /** What was read first is judged next. */
  private judgesFirst = false;
  private changed = false;
  /** Blocks have left and are not read again yet: what was marked in them may be so again in a moment. */
  private unsettled = false;
  /** Something was marked when all was read last. */
  private hadMarks = false;
  /** Who listens was told of changes in such a moment. */
  private toldUnsettled = false;
  /** Blocks that have come near or are near no more, and are not painted so yet. */
  private readonly shifted = new Set<BlockRecord>();
  private readonly times: PaintTimes;

  constructor(
    judge: Judge,
    paint: Paint,
    options: MarkOptions,
    facts: PageFacts,
    listener: MarkingListener,
    limits: Limits = LIMITS,
  ) {
    this.judge = judge;
    this.options = options;
    this.facts = facts;
    this.paint = paint;
    paint.setStyle(options.markStyle);
    this.lingering = new Lingering(paint);
    this.times = new PaintTimes(limits, () => listener.run(() => this.follow()));
    const listening: ScanListener = {
      added: (record) => this.verdicts.touch(record),
      removed: (record) => this.removed(record),
      root: (root, found) => {
        this.marks.rootsChanged();
        if (found) listener.root(root.node);
      },
      facts: () => listener.facts(),
      due: () => listener.due(),
      run: listener.run,
    };
    this.scan = new Scan(judge, listening, limits.ahead);
    this.verdicts = new Verdicts(judge, (record, before) => this.judged(record, before));
    this.near = new Near(
      (record, seen) => this.moved(record, seen),
      () => this.markedRecords(),
      (mark) => this.marks.boxOf(mark),
      listener.run,
      limits.ease,
    );
    this.marks = new PageMarks(
      judge,
      this.scan,
      this.verdicts,
      paint,
      () => this.options,
      () => this.near.total > 0 || (this.unsettled && this.hadMarks),
      () => this.unsettled,
    );
  }

  /**
   * Whether a change must not wait: changed letters would be painted as marks, what was put in for what has left would
   * blink, and a few new words are no work. What a page does by the hundred waits, unless it harms what is painted.
   */
  isUrgent(records: readonly MutationRecord[]): boolean {
    if (records.length > FEW) return !this.isPaintTrue();
    return records.some(({ type, target }) => type !== 'characterData' || !this.saysIn(target as Text));
  }

  /**
   * Takes over what has changed on the page: from here on nothing stale is painted.
   * @param late see `Scan.take`.
   */
  take(dirt: Dirt, late: boolean): void {
    if (this.whole) this.changing = true;
    this.unsettled = true;
    this.lingering.check();
    this.scan.take(dirt, late);
  }

  /** The page says something else of itself. */
  setFacts(facts: PageFacts): void {
    this.facts = facts;
    this.unread = true;
  }

  /** The page has come to rest, or has become another one: it is read as if for the first time. True when that may tell. */
  settle(): boolean {
    if (!this.changing) return false;
    this.changing = false;
    this.unread = true;
    return true;
  }

  setOptions(options: MarkOptions): void {
    this.options = options;
    this.paint.setStyle(options.markStyle);
    this.repaint();
    this.marks.tellChanged();
  }

  /** Works until all is done or `late()`; true when all is done. */
  work(late: () => boolean): boolean {
    if (!this.judge.prepare(late)) return false;
    // What is read first is judged first, so that what the reader looks at is marked before more is read …
    const first = this.verdicts.page === null;
    const slow = lateAfter(FIRST_MS);
    const enough = () => late() || (first && this.scan.totals.length >= FIRST && slow());
    const scanned = !this.judgesFirst && this.scan.step(enough);
    const early = !scanned && first;
    // … and in a task of its own, when this one has lasted long enough.
    this.judgesFirst = early && !this.judgesFirst && late();
    if (this.judgesFirst) return false;
    if (scanned || early) {
      const partial = !this.scan.isWhole;
      if (this.unread || this.scan.totalsChanged || (this.partial && !partial)) {
        this.scan.totalsChanged = false;
        this.unread = false;
        this.partial = partial;
        this.verdicts.readPage(
          this.facts,
          this.scan.totals,
          this.scan.roots.values(),
          this.changing || (partial && this.whole),
        );
      }
    }
    const judged = (scanned || early) && this.verdicts.step(late);
    if (this.repainting) this.repaint();
    if (scanned && judged) {
      this.whole = true;
      this.lingering.end();
      this.near.tidy();
      // Who was told meanwhile took for granted what was about to be read.
      if (this.toldUnsettled) this.changed = true;
      this.unsettled = this.toldUnsettled = false;
      this.hadMarks = this.near.total > 0;
    }
    if (this.changed) {
      this.changed = false;
      this.toldUnsettled = this.unsettled;
      this.marks.tellChanged();
    }
    return (scanned && judged) || (early && judged && !late() && this.work(late));
  }

  /** Lets go of everything; nothing is painted any more. */
  reset(): void {
    this.near.stop();
    this.times.stop();
    this.shifted.clear();
    this.paint.clear();
    this.lingering.forget();
    this.scan.reset();
    this.verdicts.reset();
    this.unread = true;
    this.partial = false;
    this.whole = false;
    this.changing = false;
    this.repainting = false;
    this.judgesFirst = false;
    this.changed = this.unsettled = this.hadMarks = this.toldUnsettled = false;
    // Who listens for marks learns that there are none: the card leaves, and its listeners with it.
    this.marks.tellChanged();
  }

  /** What is painted follows the reader in a moment. */
  get paintWaits(): boolean {
    return this.times.waiting;
  }

  get readable(): boolean {
    return this.verdicts.page?.readable ?? true;
  }

  private *markedRecords(): Generator<BlockRecord> {
    for (const root of this.scan.roots.values()) {
      for (const record of root.records()) if (record.marks.length) yield record;
    }
  }

  private removed(record: BlockRecord): void {
    if (record.prev) this.verdicts.touch(record.prev);
    if (record.next) this.verdicts.touch(record.next);
    if (record.marks.length === 0) return;
    for (const mark of record.marks) {
      if (mark.range) this.lingering.keep(mark.range, mark.surface);
      mark.range = null;
    }
    this.tell(record, 0, record.marks.length);
  }

  private judged(record: BlockRecord, before: Mark[]): void {
    for (const mark of before) {
      const again = record.marks.find(
        ({ start, end, term }) => start === mark.start && end === mark.end && term === mark.term,
      );
      if (again) again.range = mark.range;
      else this.unpaint(mark);
    }
    this.tell(record, record.marks.length, before.length);
  }

  private tell(record: BlockRecord, marks: number, before: number): void {
    this.near.track(record, marks, before);
    this.changed = true;
    this.repainting = true;
  }

  private moved(record: BlockRecord, seen: boolean): void {
    this.shifted.add(record);
    if (!this.repainting) this.times.due(seen);
  }

  /** Paints what has come near and takes away what is near no more. */
  private follow(): void {
    const seen = new Seen();
    for (const record of this.shifted) {
      if (this.near.has(record)) this.paintRecord(record, seen);
      else for (const mark of record.marks) this.unpaint(mark);
    }
    this.shifted.clear();
  }

  /** Brings what is painted in line with what is near, chosen and wanted. */
  private repaint(): void {
    this.repainting = false;
    this.follow();
    const seen = new Seen();
    for (const record of this.near.records()) this.paintRecord(record, seen);
    this.times.painted();
  }

  private paintRecord(record: BlockRecord, seen: Seen): void {
    const { markStyle } = this.options;
    const paints = markStyle !== 'hover' && markStyle !== 'none';
    for (const mark of record.marks) {
      if (!paints || !this.near.isClose(mark) || !this.marks.isChosen(mark, seen)) this.unpaint(mark);
      else if (!mark.range) {
        const { startNode, startOffset } = pointsOf(record, mark.start, mark.end);
        mark.range = this.lingering.claim(startNode, startOffset, mark.surface);
        if (mark.range) continue;
        mark.range = rangeFor(mark);
        this.paint.add(mark.range);
      }
    }
  }

  /** Whether all that is painted still says what it said, where it may be said. */
  private isPaintTrue(): boolean {
    // What is near no more is painted until paint follows.
    for (const records of [this.near.records(), this.shifted])
      for (const { marks } of records)
        for (const { range, surface } of marks) if (range && !stands(range, surface)) return false;
    return this.lingering.says();
  }

  /** Whether what is painted in the run of a text still says what it said. */
  private saysIn(text: Text): boolean {
    let record = this.scan.byNode.get(text) ?? null;
    while (record) {
      for (const { range, surface } of record.marks) if (range && !says(range, surface)) return false;
      record = record.continues ? record.next : null;
    }
    return this.lingering.says(text);
  }

  private unpaint(mark: Mark): void {
    if (!mark.range) return;
    this.paint.delete(mark.range);
    mark.range = null;
  }
}
