import { resolve } from 'node:path';
import { expect, it } from 'vitest';
import type { FileReport } from '../../../scripts/second-run.ts';
import { isRed, type Tally, tallied } from '../../../scripts/tally-runs.ts';

const NONE: Tally = { runs: new Map(), lost: 0 };
const file = (path: string, status: string): FileReport => ({ name: resolve(path), status, assertionResults: [] });
const of = (...runs: (FileReport[] | null)[]) => runs.reduce(tallied, NONE);

it('counts the runs of each file, and those that failed', () => {
  const tally = of(
    [file('a.test.ts', 'passed'), file('b.test.ts', 'failed')],
    [file('a.test.ts', 'passed'), file('b.test.ts', 'passed')],
  );
  expect(Object.fromEntries(tally.runs)).toEqual({
    'a.test.ts': { runs: 2, failures: 0 },
    'b.test.ts': { runs: 2, failures: 1 },
  });
  expect(isRed(tally)).toBe(true);
});

it('is green only where something ran, reported and passed each time', () => {
  const passed = [file('a.test.ts', 'passed')];
  expect(isRed(of(passed, passed))).toBe(false);
  expect(isRed(of(passed, null))).toBe(true);
  expect(isRed(of([]))).toBe(true);
  expect(isRed(NONE)).toBe(true);
});
