/**
 * `npm test`: every check there is, in the order in which a mistake shows soonest. All steps run even when one fails;
 * the last line counts the tests of all suites together, a step without tests of its own counting as one. Files of the
 * browser suite that are red run once more in a fresh browser, all but those that may not fail even once
 * (docs/decisions/0004).
 */
import { mkdirSync, rmSync } from 'node:fs';
import { type Counts, countsOf, filesAgain, pathOf, unhandledBut } from './second-run.ts';
import { BUILD, reportOf, run, type Step } from './step.ts';

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
  BUILD,
  { name: 'reproducible packages', command: ['npm', 'run', '--silent', 'reproducible'] },
  { name: 'add-on lint', command: ['npm', 'run', '--silent', 'lint:addon'] },
  { ...suite('browser'), again: (files) => suite('browser', 'second browser', files) },
];

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
