import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { LIMITS } from '../../../page/limits.ts';
import { type Job, Pace } from '../../../page/pace.ts';

const pass = (ms: number) => vi.advanceTimersByTime(ms);

/** A pace whose job has so many ms of work; `slices` holds how many of them were done in each. */
function working(ms: number, job: Partial<Job> = {}) {
  const slices: number[] = [];
  const failures: unknown[] = [];
  const left = { ms };
  const pace = new Pace(LIMITS, {
    alive: () => true,
    work(late) {
      let done = 0;
      for (; left.ms > 0 && !late(); left.ms--, done++) pass(1);
      slices.push(done);
      return left.ms === 0;
    },
    isFirst: () => false,
    isAwaited: () => false,
    done() {},
    tired() {},
    failed: (error) => failures.push(error),
    ...job,
  });
  return { pace, slices, failures, left };
}

describe('Pace', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  it('cuts what there is to do into slices, and tells when all is done', async () => {
    const done = vi.fn();
    const { pace, slices } = working(2 * LIMITS.slice + 1, { done });
    void pace.pump();
    expect(done).not.toHaveBeenCalled();
    await vi.runAllTimersAsync();
    expect(slices).toEqual([LIMITS.slice, LIMITS.slice, 1]);
    expect(done).toHaveBeenCalledOnce();
  });

  it('counts to a slice what was done just before it in the same task, to the next one nothing', async () => {
    const { pace, slices } = working(10);
    pace.run(() => pass(4));
    void pace.pump();
    await vi.runAllTimersAsync();
    expect(slices).toEqual([LIMITS.slice - 4, LIMITS.slice, 10 - 2 * LIMITS.slice + 4]);
  });

  it('counts nothing of a task that is over', async () => {
    const { pace, slices } = working(LIMITS.slice);
    pace.run(() => pass(4));
    pass(1);
    void pace.pump();
    await vi.runAllTimersAsync();
    expect(slices).toEqual([LIMITS.slice]);
  });

  it('tells what is thrown and throws nothing, and runs nothing for the dead', () => {
    const fault = new Error('ours');
    const { pace, failures } = working(0);
    const outcome = pace.run(() => {
      throw fault;
    });
    expect(outcome).toBeUndefined();
    expect(failures).toEqual([fault]);
    const never = vi.fn();
    working(0, { alive: () => false }).pace.run(never);
    expect(never).not.toHaveBeenCalled();
  });

  it('follows a page that goes on changing at a distance that grows, up to a limit, and a calm one closely', async () => {
    const { pace, slices } = working(0);
    const waited: number[] = [];
    const follow = async () => {
      const [before, begun] = [slices.length, performance.now()];
      pace.later();
      while (slices.length === before) await vi.advanceTimersByTimeAsync(1);
      waited.push(performance.now() - begun);
    };
    for (let change = 0; change < 4; change++) await follow();
    pass(LIMITS.behind);
    await follow();
    const { behind, farBehind } = LIMITS;
    expect(waited).toEqual([behind, 2 * behind, farBehind, farBehind, behind]);
  });

  it('rests after work for as many times as long, once more was done at once than it may', async () => {
    const { pace, left } = working(0);
    await pace.pump();
    const { burst, patience, atOnce } = LIMITS;
    let done = 0;
    // Changes that come one upon the other, each with as much work as is done at once.
    for (; done <= 2 * burst; done += atOnce) {
      left.ms = atOnce;
      pace.soon();
      if (left.ms > 0) break;
      pass(1);
    }
    expect(done).toBeGreaterThanOrEqual(burst);
    expect(done).toBeLessThan(2 * burst);
    expect(pace.busy).toBe(true);
    await vi.advanceTimersByTimeAsync(atOnce * patience);
    expect(left.ms).toBe(0);
  });

  it('is tired when it has had more than its share of a minute, the beginning aside', async () => {
    const tired = vi.fn();
    const { pace, left } = working(10_000, { tired });
    void pace.pump();
    await vi.runAllTimersAsync();
    expect(tired).not.toHaveBeenCalled();
    left.ms = LIMITS.share * LIMITS.window + 1;
    void pace.pump();
    await vi.runAllTimersAsync();
    expect(tired).toHaveBeenCalled();
  });
});
