/** Which red files of a suite are run a second time, and what a run's files come to (docs/decisions/0004). */
import { relative } from 'node:path';

/** A file in Vitest's JSON report; its name is an absolute path. */
export interface FileReport {
  name: string;
  status: string;
  assertionResults: { status: string }[];
}

/** An error that was thrown outside the tests, and the absolute path of the file that was running, where it is known. */
export interface UnhandledError {
  file: string | null;
}

export interface Counts {
  passed: number;
  failed: number;
}

/** What these find comes by chance, and counts however seldom it comes: their first run is the only one. */
export const ONCE: readonly string[] = ['tests/browser/engine.property.test.ts', 'tests/browser/killed.test.ts'];

/** The path of a file from the project's folder, where all commands are run. */
export const pathOf = ({ name }: FileReport): string => relative('.', name);

/** The files whose second run is to count instead of this one. */
export const filesAgain = (files: readonly FileReport[]): FileReport[] =>
  files.filter((file) => file.status !== 'passed' && !ONCE.includes(pathOf(file)));

/** The errors of a run that no second run makes up for: none of those files has thrown them. */
export const unhandledBut = (errors: readonly UnhandledError[], again: readonly FileReport[]): UnhandledError[] =>
  errors.filter((error) => !again.some(({ name }) => name === error.file));

/** The tests of files together; a file that failed outside its tests counts as one failure. */
export function countsOf(files: readonly FileReport[]): Counts {
  const total: Counts = { passed: 0, failed: 0 };
  for (const { status, assertionResults } of files) {
    const count = (wanted: string) => assertionResults.filter((test) => test.status === wanted).length;
    total.passed += count('passed');
    total.failed += status === 'passed' ? 0 : Math.max(1, count('failed'));
  }
  return total;
}
