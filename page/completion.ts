/** For those who wait for the engine: until it rests, has read all of the page, has counted its marks. */
import type { Limits } from './limits.ts';
import type { Marking } from './marking.ts';
import { lateAfter, turn } from './slices.ts';
import { Waiting } from './waiting.ts';

export interface Completing {
  readonly limits: Limits;
  readonly marking: Marking;
  /** Anything may still come of it. */
  isAtWork(): boolean;
  isMarking(): boolean;
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
    this.waiting.tell(this.engine.isAtWork());
  }

  /** Resolves when the first scan is over. */
  ready(): Promise<void> {
    return this.until(() => this.engine.isScanned());
  }

  /** Reads what was left unread, far from what the reader sees; resolves when all is read, or after `ms`. */
  async readAll(ms: number): Promise<void> {
    const { engine } = this;
    engine.goOn();
    const late = lateAfter(ms);
    const isRead = () => engine.marking.scan.isWhole && !engine.isWorking();
    while (engine.isMarking() && !isRead() && !late()) await turn();
  }

  /** Resolves when the counts are right, or soon after on a page that is long or does not come to rest. */
  async counted(): Promise<void> {
    const { engine } = this;
    const { counting, slice } = engine.limits;
    await this.readAll(counting);
    const late = lateAfter(counting);
    while (engine.isMarking() && !late()) {
      if (engine.run(() => engine.marking.marks.count(lateAfter(slice)))) return;
      await turn();
    }
  }

  /** Resolves when nothing is left to do until the page changes or the reader scrolls. @param again see `Engine.rested`. */
  rested(again: boolean): Promise<void> {
    const { engine } = this;
    if (again && engine.isAtWork()) engine.lookAgain();
    return this.until(() => !(engine.isWorking() || engine.isLooking() || engine.marking.paintWaits));
  }

  /** The same when everything has been read, near or not. */
  async idle(): Promise<void> {
    const { engine } = this;
    do {
      engine.goOn();
      await this.rested(true);
    } while (engine.isAtWork() && !engine.marking.scan.isWhole);
  }

  private until(met: () => boolean): Promise<void> {
    return this.waiting.until(met, this.engine.isAtWork());
  }
}
