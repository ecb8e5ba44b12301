/**
 * `npm test`: every check there is, in the order in which a mistake shows soonest. All steps run even when one fails;
 * the last line counts the tests of all suites together, a step without tests of its own counting as one.
 */
import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync } from 'node:fs';

interface Step {
  name: string;
  command: string[];
  /** Vitest's JSON report, when the step is a suite. */
  report?: string;
}

const REPORTS = '.output/test';
const suite = (project: string): Step => {
  const report = `${REPORTS}/${project}.json`;
  const command = [
    'vitest',
    'run',
    '--project',
    project,
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${report}`,
  ];
  return { name: `${project} tests`, command, report };
};

const STEPS: Step[] = [
  { name: 'format and lint', command: ['biome', 'check', '--error-on-warnings', '.'] },
  { name: 'types', command: ['npm', 'run', '--silent', 'typecheck'] },
  { name: 'unused code', command: ['knip'] },
  { name: 'glossary', command: ['npm', 'run', '--silent', 'check:glossary'] },
  suite('unit'),
  { name: 'build', command: ['npm', 'run', '--silent', 'build'] },
  { name: 'add-on lint', command: ['web-ext', 'lint', '--source-dir', '.output/firefox-mv3'] },
  suite('browser'),
];

interface Counts {
  passed: number;
  failed: number;
}

/** A suite that ended without a report, or failed outside its tests, counts as one failure more. */
function counts(step: Step, ok: boolean): Counts {
  if (!step.report) return { passed: ok ? 1 : 0, failed: ok ? 0 : 1 };
  try {
    const { numPassedTests, numFailedTests } = JSON.parse(readFileSync(step.report, 'utf8'));
    return { passed: numPassedTests, failed: !ok && numFailedTests === 0 ? 1 : numFailedTests };
  } catch {
    return { passed: 0, failed: 1 };
  }
}

rmSync(REPORTS, { recursive: true, force: true });
mkdirSync(REPORTS, { recursive: true });
const total: Counts = { passed: 0, failed: 0 };
for (const step of STEPS) {
  console.log(`\n── ${step.name}`);
  const [command = '', ...args] = step.command;
  const started = performance.now();
  const { status } = spawnSync(command, args, { stdio: ['ignore', 'inherit', 'inherit'] });
  const { passed, failed } = counts(step, status === 0);
  total.passed += passed;
  total.failed += failed;
  console.log(
    `── ${step.name}: ${failed === 0 ? 'ok' : 'FAILED'} (${((performance.now() - started) / 1000).toFixed(1)} s)`,
  );
}
console.log(`\n${total.passed} passed, ${total.failed} failed`);
process.exitCode = total.failed === 0 ? 0 : 1;
