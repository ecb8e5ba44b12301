/** Measures our share of the page's main thread, so that we can keep it small. */
import type { Limits } from './limits.ts';

/** Parts that the window is counted in. */
const PARTS = 60;

export class Meter {
  private readonly limits: Limits;
  /** Working time in ms by the part of a window in which it fell, oldest first. */
  private readonly parts = new Map<number, number>();
  private sum = 0;
  private rests = 0;

  constructor(limits: Limits) {
    this.limits = limits;
  }

  /** Counts work that lasted from `start` to `end` (ms, performance.now); true when we are over the budget now. */
  add(start: number, end: number): boolean {
    const { share, window } = this.limits;
    const part = Math.floor((end * PARTS) / window);
    this.parts.set(part, (this.parts.get(part) ?? 0) + end - start);
    this.sum += end - start;
    for (const [old, ms] of this.parts) {
      if (old > part - PARTS) break;
      this.parts.delete(old);
      this.sum -= ms;
    }
    return this.sum > share * window;
  }

  /** Forgets what was counted; how long to rest, in ms: twice as long each time. */
  rest(): number {
    this.parts.clear();
    this.sum = 0;
    return Math.min(this.limits.rest * 2 ** this.rests++, this.limits.longestRest);
  }
}
