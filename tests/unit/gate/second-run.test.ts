import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { countsOf, type FileReport, filesAgain, ONCE, pathOf, unhandledBut } from '../../../scripts/second-run.ts';

const file = (path: string, status: string, tests: string[]): FileReport => ({
  name: resolve(path),
  status,
  assertionResults: tests.map((one) => ({ status: one })),
});
const KILLED = 'tests/browser/killed.test.ts';

describe('the second run of the browser suite', () => {
  it('is for red files', () => {
    const files = [
      file('tests/browser/a.test.ts', 'passed', ['passed']),
      file('tests/browser/b.test.ts', 'failed', ['passed', 'failed']),
      file('tests/browser/c.test.ts', 'failed', []),
    ];
    expect(filesAgain(files).map(pathOf)).toEqual(['tests/browser/b.test.ts', 'tests/browser/c.test.ts']);
  });

  it('is not for what may not happen even once', () => {
    expect(ONCE).toContain(KILLED);
    expect(filesAgain(ONCE.map((path) => file(path, 'failed', ['passed', 'failed'])))).toEqual([]);
    expect(ONCE.filter((path) => !existsSync(path))).toEqual([]);
  });

  it('is no second try where the tests stand either', () => {
    for (const path of ONCE) {
      const all = readFileSync(path, 'utf8').match(/^describe\b.*/gm) ?? [];
      expect(all.length, path).toBeGreaterThan(0);
      expect(
        all.filter((line) => !line.includes('{ retry: 0 }')),
        path,
      ).toEqual([]);
    }
  });

  it('leaves such a failure in the count', () => {
    expect(countsOf([file(KILLED, 'failed', ['passed', 'failed', 'failed'])])).toEqual({ passed: 1, failed: 2 });
    expect(countsOf([file(KILLED, 'failed', ['skipped', 'skipped'])])).toEqual({ passed: 0, failed: 1 });
    expect(countsOf([file('tests/browser/a.test.ts', 'passed', ['passed', 'skipped'])])).toEqual({
      passed: 1,
      failed: 0,
    });
  });

  it('makes up for no error that another file has thrown outside its tests, nor for one of nobody knows which', () => {
    const red = file('tests/browser/b.test.ts', 'failed', ['failed']);
    const others = [{ file: resolve('tests/browser/a.test.ts') }, { file: null }];
    expect(unhandledBut([...others, { file: red.name }], [red])).toEqual(others);
  });
});
