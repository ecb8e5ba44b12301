/** How many terms stand side by side. Apart from the schema, which no page carries. */
import type { Comparison } from './schema.ts';

/** The most columns of a hand-written comparison, and of one that a reader puts together. */
export const MOST_COLUMNS = 5;
export const MOST_ADDED = 4;

/** Whether the terms are not too many for one table: more than a reader may put together are all in a hand-written one. */
export const fitOneTable = (comparisons: readonly Comparison[], ids: readonly string[]): boolean =>
  ids.length <= MOST_ADDED || comparisons.some(({ columns }) => ids.every((id) => columns.includes(id)));
