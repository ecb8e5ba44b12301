/**
 * Looks at what no event tells of, once the page has come to rest for a moment: open shadow roots that were attached to
 * elements that stood there already, and what the page says of itself.
 */
import type { Limits } from './limits.ts';
import type { Pace } from './pace.ts';
import { lateAfter, turn } from './slices.ts';
import { Sweep, type Swept } from './sweep.ts';

export interface Settled extends Swept {
  /** The trees to look through. */
  trees(): Iterable<Document | ShadowRoot>;
  /** Open shadow roots were found, known ones among them. */
  found(roots: ShadowRoot[]): void;
  /** The look is over. */
  done(): void;
}

/** Roots that are told of in one task: to begin to look after one costs up to 20 µs. */
const AT_ONCE = 256;

export class Settling {
  private readonly limits: Limits;
  private readonly pace: Pace;
  private readonly settled: Settled;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private looking = false;
  /** Something has changed since the last look began. */
  private unsettled = false;
  private stopped = false;
  /** What the last look took, in ms. */
  private cost = 0;

  constructor(limits: Limits, pace: Pace, settled: Settled) {
    this.limits = limits;
    this.pace = pace;
    this.settled = settled;
  }

  /** A look is going on or waits for its time. */
  get busy(): boolean {
    return this.looking || this.timer !== undefined;
  }

  /** Has a look soon; once more, when one is going on. At most one two-hundredth of the time. */
  later(): void {
    this.unsettled = true;
    if (this.timer !== undefined || this.looking || this.stopped) return;
    const { settleAfter, patience } = this.limits;
    this.timer = setTimeout(
      () => {
        this.timer = undefined;
        void this.look();
      },
      Math.max(settleAfter, this.cost * 4 * patience),
    );
  }

  stop(): void {
    this.stopped = true;
    clearTimeout(this.timer);
    this.timer = undefined;
  }

  resume(): void {
    this.stopped = false;
  }

  private async look(): Promise<void> {
    this.looking = true;
    this.unsettled = false;
    this.cost = 0;
    try {
      const sweep = this.timed(() => new Sweep(this.settled.trees(), this.settled));
      if (!sweep) return;
      while (!this.timed(() => sweep.step(lateAfter(this.limits.slice / 2)))) {
        await turn();
        if (this.stopped) return;
      }
      const { found } = sweep;
      for (let first = 0; first < found.length; first += AT_ONCE) {
        if (first > 0) await turn();
        if (this.stopped) return;
        this.timed(() => this.settled.found(found.slice(first, first + AT_ONCE)));
      }
    } finally {
      this.looking = false;
      if (this.unsettled) this.later();
    }
    if (!this.stopped) this.timed(() => this.settled.done());
  }

  /** What throws has been told by `pace` and stops us: `undefined` then. */
  private timed<T>(work: () => T): T | undefined {
    const start = performance.now();
    const outcome = this.pace.run(work);
    this.cost += performance.now() - start;
    return outcome;
  }
}
