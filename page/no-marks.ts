import type { AllMarks } from './guarded-marks.ts';

/** What is marked on a page on which nothing has been found yet. */
export const NO_MARKS: AllMarks = {
  at: () => null,
  any: () => false,
  all: () => [],
  every: () => [],
  rects: () => [],
  holds: () => false,
  counts: () => [],
  explain: () => [],
  scopes: () => [],
  // Who wants to hear of marks asks those of a marker.
  onChange: () => {},
  setCurrent: () => {},
};
