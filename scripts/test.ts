/**
 * `npm test`: every check there is, in the order in which a mistake shows soonest. All steps run even when one fails;
 * the last line counts the tests of all suites together, a step without tests of its own counting as one. Files of the
 * browser suite that are red run once more in a fresh browser, all but those that may not fail even once
 * (docs/decisions/0004).
 */
import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import {
  type Counts,
  countsOf,
  type FileReport,
  filesAgain,
  pathOf,
  type UnhandledError,
  unhandledBut,
} from './second-run.ts';

interface Step {
  name: string;
  command: string[];
  /** Vitest's JSON report (scripts/test-report.ts), when the step is a suite. */
  report?: string;
  /** The same suite over some of its files, when red files are to have a second run. */
  again?: (files: string[]) => Step;
}

const REPORTS = '.output/test';
const suite = (project: string, name = project, files: string[] = []): Step => {
  const report = `${REPORTS}/${name}.json`;
  const reporters = ['--reporter=default', '--reporter=./scripts/test-report.ts', `--outputFile.json=${report}`];
  return { name: `${name} tests`, command: ['vitest', 'run', '--project', project, ...reporters, ...files], report };
};

const STEPS: Step[] = [
  { name: 'format and lint', command: ['biome', 'check', '--error-on-warnings', '.'] },
  { name: 'types', command: ['npm', 'run', '--silent', 'typecheck'] },
  { name: 'unused code', command: ['knip'] },
  { name: 'glossary', command: ['npm', 'run', '--silent', 'check:glossary'] },
  suite('unit'),
  { name: 'build', command: ['npm', 'run', '--silent', 'build'] },
  { name: 'reproducible packages', command: ['npm', 'run', '--silent', 'reproducible'] },
  { name: 'add-on lint', command: ['npm', 'run', '--silent', 'lint:addon'] },
  { ...suite('browser'), again: (files) => suite('browser', 'second browser', files) },
];

interface Report {
  numPassedTests: number;
  numFailedTests: number;
  testResults: FileReport[];
  unhandledErrors: UnhandledError[];
}

/** A suite's own report; undefined where the step has none or ended before it was written. */
function reportOf(step: Step): Report | undefined {
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

/** Runs a step and says how it went. */
function run(step: Step): Counts {
  console.log(`\n── ${step.name}`);
  const [command = '', ...args] = step.command;
  const started = performance.now();
  const { status } = spawnSync(command, args, { stdio: ['ignore', 'inherit', 'inherit'] });
  const result = counts(status === 0, reportOf(step));
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  console.log(`── ${step.name}: ${result.failed === 0 ? 'ok' : 'FAILED'} (${seconds} s)`);
  return result;
}

/** Runs a step and then its red files alone, whose second run is the one that counts. */
function runTwice(step: Step): Counts {
  const first = run(step);
  const { testResults: files = [], unhandledErrors = [] } = reportOf(step) ?? {};
  const again = filesAgain(files);
  if (!step.again || again.length === 0) return first;
  const paths = again.map(pathOf);
  console.log(`\nonce more, in a fresh browser: ${paths.join(', ')}`);
  const second = run(step.again(paths));
  const once = countsOf(files.filter((file) => !again.includes(file)));
  const unhandled = unhandledBut(unhandledErrors, again).length;
  return { passed: once.passed + second.passed, failed: once.failed + unhandled + second.failed };
}

rmSync(REPORTS, { recursive: true, force: true });
mkdirSync(REPORTS, { recursive: true });
const total: Counts = { passed: 0, failed: 0 };
for (const step of STEPS) {
  const { passed, failed } = runTwice(step);
  total.passed += passed;
  total.failed += failed;
}
console.log(`\n${total.passed} passed, ${total.failed} failed`);
process.exitCode = total.failed === 0 ? 0 : 1;
