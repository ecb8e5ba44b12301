/**
 * From the page's text to painted marks, in one place and in slices: scan → verdicts → what is near → paint. Knows no
 * time and no events: page/engine.ts says when.
 */
import type { Judge, PageFacts } from '../core/sense/types.ts';
import type { BlockRecord } from './block-record.ts';
import type { Dirt } from './dirt.ts';
import { Display } from './display.ts';
import { LIMITS, type Limits } from './limits.ts';
import { PageMarks } from './marks.ts';
import { PageReadings } from './page-readings.ts';
import type { Paint } from './paint.ts';
import { Scan, type ScanListener } from './scan.ts';
import { lateAfter } from './slices.ts';
import { Telling } from './telling.ts';
import type { MarkOptions } from './types.ts';
import { Verdicts } from './verdicts.ts';

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
  private readonly verdicts: Verdicts;
  private readonly readings: PageReadings;
  private readonly display: Display;
  private readonly paint: Paint;
  private readonly telling: Telling;
  /** When so much text is read, in UTF-16 code units, it is judged before more is; endless once something is marked. */
  private judgeAt = FIRST;

  constructor(
    judge: Judge,
    paint: Paint,
    options: MarkOptions,
    facts: PageFacts,
    listener: MarkingListener,
    limits: Limits = LIMITS,
  ) {
    this.options = options;
    this.paint = paint;
    paint.setStyle(options.markStyle);
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
    this.verdicts = new Verdicts(judge, (record, before) => {
      this.display.judged(record, before);
      this.telling.changed();
    });
    this.readings = new PageReadings(facts, this.scan, this.verdicts);
    this.display = new Display({
      paint,
      limits,
      options: () => this.options,
      marks: () => this.marks,
      marked: () => this.markedRecords(),
      recordOf: (text) => this.scan.known.byNode.get(text),
      run: listener.run,
    });
    this.telling = new Telling(() => this.marks.tellChanged());
    this.marks = new PageMarks(
      judge,
      this.scan,
      this.verdicts,
      paint,
      () => this.options,
      () => this.display.total > 0 || this.telling.mayBeMarked,
      () => this.telling.isUnsure,
    );
  }

  get facts(): PageFacts {
    return this.readings.facts;
  }

  /** The page has changed; how will be told by `take`. */
  pageChanged(): void {
    this.display.pageChanged();
  }

  /** Whether a change must not wait: what is painted would lie or blink. */
  isUrgent(records: readonly MutationRecord[]): boolean {
    return this.display.isHarmedBy(records);
  }

  /**
   * Takes over what has changed on the page: from here on nothing stale is painted.
   * @param late see `Scan.take`.
   */
  take(dirt: Dirt, late: boolean): void {
    this.readings.changed();
    this.telling.begin(this.display.total > 0);
    this.display.check();
    this.scan.take(dirt, late);
  }

  /** The page says something else of itself. */
  setFacts(facts: PageFacts): void {
    // Another page: what was found on the former says nothing of how soon marks come here.
    if (facts.url !== this.facts.url) this.judgeAt = FIRST;
    this.readings.setFacts(facts);
  }

  /** The page has come to rest, or has become another one: it is read as if for the first time. True when that may tell. */
  settle(): boolean {
    return this.readings.settle();
  }

  setOptions(options: MarkOptions): void {
    this.options = options;
    this.paint.setStyle(options.markStyle);
    this.display.repaint();
    this.marks.tellChanged();
  }

  /** Works until all is done or `late()`; true when all is done. */
  work(late: () => boolean): boolean {
    // What is read first is judged before more is read, so that what the reader looks at is marked soon …
    const isDue = this.isEarlyDue || this.scan.done;
    const isRead = this.scan.done || (!isDue && this.scan.step(this.orEarlyDue(late)));
    // … in a task of its own, when this one has lasted long enough.
    const isJudged = (isDue || ((isRead || this.isEarlyDue) && !late())) && this.judgeRead(late);
    this.display.update();
    if (isRead && isJudged) {
      this.readings.complete();
      this.telling.end();
    }
    this.telling.flush();
    if (isRead) return isJudged && this.display.tidy(late);
    return isJudged && !late() && this.work(late);
  }

  /** Lets go of everything; nothing is painted any more. */
  reset(): void {
    this.display.reset();
    this.scan.reset();
    this.verdicts.reset();
    this.readings.reset();
    this.judgeAt = FIRST;
    // Who listens for marks learns that there are none: the card leaves, and its listeners with it.
    this.telling.reset();
  }

  /** What is painted follows the reader in a moment. */
  get paintWaits(): boolean {
    return this.display.waits;
  }

  get readable(): boolean {
    return this.verdicts.page?.readable ?? true;
  }

  private judgeRead(late: () => boolean): boolean {
    this.readings.update();
    if (!this.verdicts.step(late)) return false;
    this.judgeAt = this.display.total > 0 ? Number.POSITIVE_INFINITY : 2 * this.scan.known.totals.length;
    return true;
  }

  /** Enough has been read to see whether anything in it is marked. */
  private get isEarlyDue(): boolean {
    return this.scan.known.totals.length >= Math.max(FIRST, this.judgeAt);
  }

  /** Where reading is quick nothing is judged early. */
  private orEarlyDue(late: () => boolean): () => boolean {
    const slow = lateAfter(FIRST_MS);
    return () => late() || (this.isEarlyDue && slow());
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
    this.display.removed(record);
    this.telling.changed();
  }
}
