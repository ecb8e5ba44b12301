/** Measures our share of the page's main thread, so that we can keep it small. */

/** Share of a minute that we may use before marking rests, the first scan aside. */
const BUDGET = 0.03;
const MINUTE = 60_000;
const REST = 30_000;
const LONGEST_REST = 600_000;

export class Meter {
  /** Working time in ms by the second in which it fell. */
  private readonly seconds = new Map<number, number>();
  private rests = 0;

  /** Counts work that lasted from `start` to `end` (ms, performance.now). */
  add(start: number, end: number): void {
    const second = Math.floor(end / 1000);
    this.seconds.set(second, (this.seconds.get(second) ?? 0) + end - start);
    if (this.seconds.size > 60) for (const old of this.seconds.keys()) if (old < second - 60) this.seconds.delete(old);
  }

  /** True when the last minute's work is over the budget. */
  isOver(now: number): boolean {
    let sum = 0;
    const since = Math.floor((now - MINUTE) / 1000);
    for (const [second, ms] of this.seconds) if (second > since) sum += ms;
    return sum > BUDGET * MINUTE;
  }

  /** How long to rest, in ms: twice as long each time. */
  rest(): number {
    this.seconds.clear();
    return Math.min(REST * 2 ** this.rests++, LONGEST_REST);
  }
}
