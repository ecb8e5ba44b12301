import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { InRow, Rows } from '../../../page/rows.ts';
import { Shelves } from '../../../page/shelves.ts';

beforeEach(() => {
  vi.stubGlobal(
    'IntersectionObserver',
    class {
      observe() {}
      unobserve() {}
      disconnect() {}
    },
  );
});
afterEach(() => vi.unstubAllGlobals());

const placesOf = (count: number): InRow[] =>
  Array.from({ length: count }, (_, nth) => ({ element: { nth } as unknown as Element }));

/** The build under way: one step puts one shelf up. */
function building(places: InRow[]) {
  const shelves = new Shelves<InRow>({ opened() {}, closed() {}, run: (work) => work() });
  const left = new Set(places);
  const rows = { rows: [places], standsInColumns: () => false } as unknown as Rows<InRow>;
  return { shelves, left, steps: shelves.build(rows, left) };
}

it('gives the places of a shelf back when what ends it leaves before it stands on one itself', () => {
  const places = placesOf(100);
  const { shelves, left, steps } = building(places);
  steps.next();
  const shelved = places.filter((place) => shelves.has(place));
  expect(shelved.length).toBeGreaterThan(1);
  const end = places[shelved.length]!;
  left.delete(end);
  expect(shelves.remove(end)).toEqual(shelved);
  expect(shelved.some((place) => shelves.has(place))).toBe(false);
});

it('passes over what has left meanwhile', () => {
  const places = placesOf(100);
  const { shelves, left, steps } = building(places);
  steps.next();
  const gone = places.at(-1)!;
  left.delete(gone);
  while (!steps.next().done);
  expect(left.size).toBe(0);
  expect(shelves.has(gone)).toBe(false);
});
