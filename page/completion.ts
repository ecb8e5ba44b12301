/** For those who wait for the engine: until it rests, has read all of the page, has counted its marks. */
import { inTime } from '../core/in-time.ts';
import type { Limits } from './limits.ts';
import type { Marker } from './marker.ts';
import { isAtWork, type Phase } from './phase.ts';
import { lateAfter, turn } from './slices.ts';
import { Waiting } from './waiting.ts';

/** The longest time that a timer takes, in ms. */
const LONGEST = 2 ** 31 - 1;

export interface Completing {
  readonly limits: Limits;
  phase(): Phase;
  /** What marks, while it is at work. */
  marker(): Marker | null;
  /** The first scan is over. */
  isScanned(): boolean;
  /** Work is going on or waits for its time. */
  isWorking(): boolean;
  /** Looks at what no event tells of are going on or wait for their time. */
  isLooking(): boolean;
  /** Asks for one more of those. */
  lookAgain(): void;
  /** Asks for everything to be read. */
  goOn(): void;
  /** Runs something of ours; `undefined` when it threw, or when we are dead. */
  run<T>(work: () => T): T | undefined;
}

export class Completion {
  private readonly engine: Completing;
  private readonly waiting = new Waiting();

  constructor(engine: Completing) {
    this.engine = engine;
  }

  /** Something has ended: those who wait are asked again. */
  tell(): void {
    this.waiting.tell(this.isAtWork);
  }

  /** Resolves when the first scan is over. */
  ready(): Promise<void> {
    return this.until(() => this.engine.isScanned());
  }

  /** Reads what was left unread, far from what the reader sees; resolves when all is read, or after `ms`. */
  async readAll(ms = this.engine.limits.counting): Promise<void> {
    const { engine } = this;
    const late = lateAfter(ms);
    // Before there is a scan nothing can go on; what marks may be on its way.
    await inTime(this.ready(), Math.min(ms, LONGEST));
    engine.goOn();
    const isRead = () => engine.marker()?.isWhole && !engine.isWorking();
    while (engine.marker() && !isRead() && !late()) await turn();
  }

  /** Resolves when the counts are right, or soon after on a page that is long or does not come to rest. */
  async counted(): Promise<void> {
    const { engine } = this;
    const { counting, slice } = engine.limits;
    await this.readAll();
    const late = lateAfter(counting);
    while (engine.marker() && !late()) {
      if (engine.run(() => engine.marker()?.count(lateAfter(slice)))) return;
      await turn();
    }
  }

  /**
   * Resolves when nothing is left to do until the page changes or the reader scrolls.
   * @param again looks once more at what no event tells of, as after a change.
   */
  rested(again = true): Promise<void> {
    const { engine } = this;
    if (again && this.isAtWork) engine.lookAgain();
    const waits = () => engine.marker()?.isLooking || engine.marker()?.paintWaits;
    return this.until(() => !(engine.isWorking() || engine.isLooking() || waits()));
  }

  /** The same when everything has been read, near or not. */
  async idle(): Promise<void> {
    const { engine } = this;
    do {
      engine.goOn();
      await this.rested();
    } while (engine.marker()?.isWhole === false);
  }

  private get isAtWork(): boolean {
    return isAtWork(this.engine.phase());
  }

  private until(met: () => boolean): Promise<void> {
    return this.waiting.until(met, this.isAtWork);
  }
}
