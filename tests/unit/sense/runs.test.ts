import fc from 'fast-check';
import { expect, it } from 'vitest';
import { packRuns, unpackRuns } from '../../../core/sense/runs.ts';

it('loses nothing by packing numbers as runs', () => {
  const numbers = fc.array(fc.constantFrom(0, 1, -200, 255), { maxLength: 40 });
  fc.assert(
    fc.property(numbers, (some) => {
      expect([...unpackRuns(packRuns(some), new Int16Array(some.length))]).toEqual(some);
    }),
  );
});

it('packs what is alike as one number and how often', () => {
  expect(packRuns([0, 0, 0, 80, -80, -80])).toEqual([0, 3, 80, 1, -80, 2]);
});
