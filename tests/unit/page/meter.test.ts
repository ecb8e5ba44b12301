import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { LIMITS } from '../../../page/limits.ts';
import { Meter } from '../../../page/meter.ts';

const { share, window, rest, longestRest } = LIMITS;
const MOST = share * window;
/** The window moves on by so much at a time. */
const PART = window / 60;

/** Pieces of work, one behind the other: how long after the last, how long each; ms. */
const works = fc.array(fc.tuple(fc.integer({ min: 0, max: 5000 }), fc.integer({ min: 1, max: 800 })), {
  minLength: 1,
  maxLength: 200,
});

describe('Meter', () => {
  it('is over the budget when what ended within the last minute is more than our share of it', () => {
    fc.assert(
      fc.property(works, (pieces) => {
        const meter = new Meter(LIMITS);
        const done: { end: number; ms: number }[] = [];
        let now = 0;
        for (const [pause, ms] of pieces) {
          const start = now + pause;
          now = start + ms;
          done.push({ end: now, ms });
          const since = (from: number) =>
            done.filter(({ end }) => end > from).reduce((sum, piece) => sum + piece.ms, 0);
          const over = meter.add(start, now);
          // A part leaves as a whole.
          if (since(now - window + PART) > MOST) expect(over).toBe(true);
          if (since(now - window) <= MOST) expect(over).toBe(false);
        }
      }),
    );
  });

  it('rests twice as long each time, up to a limit, and begins anew after each', () => {
    const meter = new Meter(LIMITS);
    expect(meter.add(0, MOST + 1)).toBe(true);
    const rests = Array.from({ length: 7 }, () => meter.rest());
    expect(rests.slice(0, 4)).toEqual([rest, 2 * rest, 4 * rest, 8 * rest]);
    expect(rests.at(-1)).toBe(longestRest);
    expect(meter.add(MOST + 1, MOST + 2)).toBe(false);
  });
});
