import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { Portion } from '../../../page/portion.ts';

const FIRST = 1000;

/** How many runs of 80 letters are read before there is enough. */
function runsRead(portion: Portion): number {
  for (let runs = 0; runs < 10_000; runs++) {
    if (portion.isEnough) return runs;
    portion.read(80);
  }
  return Number.POSITIVE_INFINITY;
}

describe('Portion', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  it('is all of a tree unless it is said that a part will do', () => {
    const portion = new Portion(FIRST);
    expect(portion.isPart).toBe(false);
    expect(runsRead(portion)).toBe(Number.POSITIVE_INFINITY);
    portion.begin(null);
    portion.takeAll();
    expect(runsRead(portion)).toBe(Number.POSITIVE_INFINITY);
  });

  it('is enough after so much text, in which short runs weigh more than their letters', () => {
    const portion = new Portion(FIRST);
    portion.begin(null);
    expect(portion.isPart).toBe(true);
    expect(runsRead(portion)).toBe(FIRST / 100);
    portion.begin(null);
    for (let runs = 0; runs < FIRST / 20; runs++) portion.read(0);
    expect(portion.isEnough).toBe(true);
  });

  it('doubles for a reader who is faster than we are, and is as at first for one who takes time', () => {
    const portion = new Portion(FIRST);
    const goOn = (after: number) => {
      vi.advanceTimersByTime(after);
      portion.goOn();
      portion.begin(null);
      const runs = runsRead(portion);
      portion.stop();
      return runs;
    };
    expect([goOn(0), goOn(100), goOn(100), goOn(1000), goOn(100)]).toEqual([10, 20, 40, 10, 20]);
    portion.reset();
    portion.begin(null);
    expect(runsRead(portion)).toBe(10);
  });
});
