/**
 * When we work: never longer than a slice, never more than a small share of the page's time. Everything that the engine
 * does on a page runs through here, so that nothing that it throws reaches the page and all that the page causes is
 * measured.
 */
import type { Limits } from './limits.ts';
import { Meter } from './meter.ts';
import { lateAfter, lateAt, turn } from './slices.ts';

/** What begins so soon after the last work ended, in ms, is taken for the same task: the page had no turn in between. */
const SAME_TASK = 0.5;

export interface Job {
  /** False when nothing of ours may run any more. */
  alive(): boolean;
  /** Works until all is done or `late()`; true when all is done. */
  work(late: () => boolean): boolean;
  /** All has not been done once yet. */
  isFirst(): boolean;
  /** The reader waits for it. */
  isAwaited(): boolean;
  /** All is done for now. */
  done(): void;
  /** We have taken more of the page's time than we may. */
  tired(): void;
  /** Something of ours threw. */
  failed(error: unknown): void;
}

export class Pace {
  /** Working time until all was done for the first time, in ms. */
  firstMs = 0;
  private readonly limits: Limits;
  private readonly job: Job;
  private readonly meter: Meter;
  /** From a beginning until all is done: not counted against the budget. */
  private beginning = true;
  private stopped = false;
  private pumping = false;
  /** When our share of the time is even again: each ms of work puts it off by `patience` ms. */
  private evenAt = 0;
  private wakeUp: ReturnType<typeof setTimeout> | undefined;
  /** How far behind the page's changes we follow, in ms, and when we had worked off the last of them. */
  private distance = 0;
  private workedAt = Number.NEGATIVE_INFINITY;
  private depth = 0;
  /** When our work began in the browser's task in which we worked last, and when we left off in it. */
  private workBegan = Number.NEGATIVE_INFINITY;
  private taskLeft = Number.NEGATIVE_INFINITY;

  constructor(limits: Limits, job: Job) {
    this.limits = limits;
    this.job = job;
    this.meter = new Meter(limits);
  }

  /** Work is going on or waits for its time. */
  get busy(): boolean {
    return this.pumping || this.wakeUp !== undefined;
  }

  /**
   * Runs something of ours: what it throws is told, not thrown; `undefined` then, or when we are dead.
   * @param counted against the budget: all that the page causes. What the reader asks for is not.
   */
  run<T>(work: () => T, counted = true): T | undefined {
    if (this.depth === 0 && !this.job.alive()) return undefined;
    const start = performance.now();
    if (this.depth === 0 && start - this.taskLeft > SAME_TASK) this.workBegan = start;
    this.depth++;
    try {
      return work();
    } catch (error) {
      this.job.failed(error);
      return undefined;
    } finally {
      if (--this.depth === 0) {
        this.taskLeft = performance.now();
        if (counted) this.count(start, this.taskLeft);
      }
    }
  }

  /** Works through all there is, beginning now. */
  async pump(): Promise<void> {
    if (this.pumping || this.stopped) return;
    this.pumping = true;
    // What was to be done later is done now.
    this.forgetWake();
    try {
      while (!this.stopped && !this.slice(() => lateAt(this.workBegan + this.limits.slice))) {
        await turn(this.job.isAwaited());
        this.taskLeft = Number.NEGATIVE_INFINITY;
      }
    } finally {
      this.pumping = false;
      this.workedAt = performance.now();
    }
    if (!this.stopped) this.run(() => this.job.done());
  }

  /** A little work at once, so that marks do not flicker; the rest, or all when we have worked just now, later. */
  soon(): void {
    if (this.pumping || this.stopped) return;
    if (performance.now() >= this.mayAt && this.slice(() => lateAfter(this.limits.atOnce))) {
      this.job.done();
      return;
    }
    if (this.stopped) return;
    this.forgetWake();
    this.wake(0);
  }

  /**
   * All of it behind the frame in which the page has changed, which pays for nothing then but what the browser told us.
   * A page that goes on changing is followed at a distance that grows: most of what it puts in has left again by then.
   */
  later(): void {
    if (this.pumping || this.stopped || this.wakeUp !== undefined) return;
    const { behind, farBehind } = this.limits;
    const goesOn = performance.now() - this.workedAt < behind;
    this.distance = goesOn ? Math.min(2 * this.distance, farBehind) : behind;
    this.wake(this.distance);
  }

  /** When we may work again. */
  private get mayAt(): number {
    const { burst, patience } = this.limits;
    return this.evenAt - burst * patience;
  }

  private forgetWake(): void {
    clearTimeout(this.wakeUp);
    this.wakeUp = undefined;
  }

  private wake(ms: number): void {
    this.wakeUp ??= setTimeout(
      () => {
        this.wakeUp = undefined;
        void this.pump();
      },
      Math.max(ms, this.mayAt - performance.now()),
    );
  }

  stop(): void {
    this.stopped = true;
    this.forgetWake();
  }

  /** Begins again after a stop. */
  resume(): void {
    this.stopped = false;
    this.begin();
    this.evenAt = 0;
  }

  /** From now until all is done nothing counts against the budget. */
  begin(): void {
    this.beginning = true;
  }

  /** How long to rest now, in ms. */
  rest(): number {
    return this.meter.rest();
  }

  /** Works until the clock that is made then says `late`; true when all is done. */
  private slice(clock: () => () => boolean): boolean {
    const start = performance.now();
    const done = this.run(() => this.job.work(clock())) ?? false;
    const now = performance.now();
    const { patience, burst } = this.limits;
    // The first scan is the page's due: what changes after it is not kept waiting for it.
    if (!this.beginning) {
      this.evenAt = Math.max(this.evenAt, start) + (now - start) * patience;
      this.evenAt = Math.min(this.evenAt, now + (burst + this.limits.slice) * patience);
    }
    if (done) this.beginning = false;
    return done;
  }

  private count(start: number, end: number): void {
    if (this.job.isFirst()) this.firstMs += end - start;
    if (!this.beginning && this.meter.add(start, end) && !this.stopped) this.job.tired();
  }
}
