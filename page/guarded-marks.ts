/**
 * The marks as the card and the messages read them. What reading throws resets the marks as any other fault of ours does,
 * and the reader of the marks gets nothing. It is not counted against the page's budget: a reader who steps through
 * thousands of marks must not lose them for it.
 */
import type { PageMarks } from './marks.ts';
import type { Marks, Occurrence } from './types.ts';

export interface AllMarks extends Marks {
  /** Every occurrence in document order, whatever the density; of one term if given. */
  every(term?: string): Occurrence[];
}

/** @param run runs something of ours; `undefined` when it threw, or when we are dead. */
export function guardedMarks(marks: PageMarks, run: <T>(work: () => T) => T | undefined): AllMarks {
  return {
    at: (x, y) => run(() => marks.at(x, y)) ?? null,
    any: marks.any,
    all: () => run(() => marks.all()) ?? [],
    every: (term) => run(() => marks.every(term)) ?? [],
    rects: (occurrence) => run(() => marks.rects(occurrence)) ?? [],
    holds: (occurrence) => run(() => marks.holds(occurrence)) ?? false,
    counts: () => run(() => marks.counts()) ?? [],
    explain: (occurrence) => run(() => marks.explain(occurrence)) ?? [],
    scopes: (occurrence) => run(() => marks.scopes(occurrence)) ?? [],
    onChange: (listener, signal) => marks.onChange(listener, signal),
    setCurrent: (occurrence, by) => void run(() => marks.setCurrent(occurrence, by)),
  };
}
