/** What many runs of the same test files come to. */
import { type FileReport, pathOf } from './second-run.ts';

export interface Tally {
  /** By the file's path. */
  runs: ReadonlyMap<string, { runs: number; failures: number }>;
  /** Runs that failed without a file of theirs. */
  lost: number;
}

export const isRedFile = ({ status }: FileReport): boolean => status !== 'passed';

/** With one run more. @param files null where it failed without a file of its own. */
export function tallied({ runs, lost }: Tally, files: readonly FileReport[] | null): Tally {
  if (!files) return { runs, lost: lost + 1 };
  const next = new Map(runs);
  for (const file of files) {
    const before = next.get(pathOf(file)) ?? { runs: 0, failures: 0 };
    next.set(pathOf(file), {
      runs: before.runs + 1,
      failures: before.failures + (isRedFile(file) ? 1 : 0),
    });
  }
  return { runs: next, lost };
}

/** Anything failed, or nothing ran at all. */
export const isRed = ({ runs, lost }: Tally): boolean =>
  lost > 0 || runs.size === 0 || [...runs.values()].some(({ failures }) => failures > 0);
