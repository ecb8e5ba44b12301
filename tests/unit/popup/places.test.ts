import { describe, expect, it } from 'vitest';
import { placesOf } from '../../../entrypoints/popup/places.ts';

describe('the places of a term on a page', () => {
  const marking = (frame: number, terms: Record<string, number>) => ({
    frame,
    state: { state: 'marking' as const, terms: Object.entries(terms).map(([id, count]) => ({ id, count })) },
  });
  it('are those of each frame after another, counted anew in each', () => {
    const frames = [
      marking(0, { producer: 2, mixing: 1 }),
      { frame: 3, state: { state: 'nothing' as const, reason: 'not-musical' as const } },
      marking(7, { producer: 1 }),
    ];
    expect(placesOf(frames, 'producer')).toEqual([
      { frame: 0, index: 0 },
      { frame: 0, index: 1 },
      { frame: 7, index: 0 },
    ]);
  });
  it('are none where it is not marked', () => expect(placesOf([marking(0, { mixing: 1 })], 'producer')).toEqual([]));
});
