/** One check of many: a command, how it went and how many tests it had. */
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import type { Counts, FileReport, UnhandledError } from './second-run.ts';

export interface Step {
  name: string;
  command: string[];
  /** Vitest's JSON report (scripts/test-report.ts), when the step is a suite. */
  report?: string;
  /** The same suite over some of its files, when red files are to have a second run. */
  again?: (files: string[]) => Step;
}

/** What the browser tests are run against, for all browsers. */
export const BUILD: Step = { name: 'build', command: ['npm', 'run', '--silent', 'build'] };

interface Report {
  numPassedTests: number;
  numFailedTests: number;
  testResults: FileReport[];
  unhandledErrors: UnhandledError[];
}

/** A suite's own report; undefined where the step has none or ended before it was written. */
export function reportOf(step: Step): Report | undefined {
  try {
    return step.report ? JSON.parse(readFileSync(step.report, 'utf8')) : undefined;
  } catch {
    return undefined;
  }
}

/** A suite that ended without a report, or failed outside its tests, counts as one failure more. */
function counts(ok: boolean, report: Report | undefined): Counts {
  if (!report) return { passed: ok ? 1 : 0, failed: ok ? 0 : 1 };
  const failed = report.numFailedTests + report.unhandledErrors.length;
  return { passed: report.numPassedTests, failed: !ok && failed === 0 ? 1 : failed };
}

/** Runs a step and says how it went. @param out where it and its command say so: 1 is standard output, 2 standard error. */
export function run(step: Step, out: 1 | 2 = 1): Counts {
  const say = out === 1 ? console.log : console.error;
  say(`\n── ${step.name}`);
  const [command = '', ...args] = step.command;
  const started = performance.now();
  const { status } = spawnSync(command, args, { stdio: ['ignore', out, 'inherit'] });
  const result = counts(status === 0, reportOf(step));
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  say(`── ${step.name}: ${result.failed === 0 ? 'ok' : 'FAILED'} (${seconds} s)`);
  return result;
}
