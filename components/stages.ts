import type { Term } from '../core/glossary/schema.ts';

/** The stages of making a record, in their order, and the stage where it is played. */
export const STAGES = ['write', 'record', 'mix', 'master', 'release', 'live'] as const;

/** The stages at which a term is at work, as places in `STAGES`. */
export const placesOf = ({ stages }: Pick<Term, 'stages'>): number[] =>
  STAGES.flatMap((stage, index) => (stages?.includes(stage) ? [index] : []));

/** Neighbouring places as one run each: its first and last. */
export function runsOf(places: readonly number[]): [number, number][] {
  const runs: [number, number][] = [];
  for (const place of places) {
    const run = runs.at(-1);
    if (run && run[1] === place - 1) run[1] = place;
    else runs.push([place, place]);
  }
  return runs;
}
