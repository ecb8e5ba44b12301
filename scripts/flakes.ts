/**
 * `npm run --silent flakes -- FILE… [--times 20]`: builds, runs files of the browser suite again and again, each test
 * with one try, and prints a line a file: how many runs, how many of them red. Ends with 1 when any was, or when the
 * build fails. What failed is in the reports of the red runs, whose place is printed.
 */
import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { type FileReport, pathOf } from './second-run.ts';
import { BUILD, run } from './step.ts';
import { isRed, isRedFile, type Tally, tallied } from './tally-runs.ts';

const REPORTS = '.output/flakes';

const { values, positionals } = parseArgs({
  options: { times: { type: 'string', default: '20' } },
  allowPositionals: true,
});
const times = Number(values.times);
if (positionals.length === 0 || !Number.isInteger(times) || times < 1) {
  console.error('npm run --silent flakes -- FILE… [--times 20]');
  process.exit(2);
}

/** Runs the files once; null where the run said that it failed and no file of its report did, or left no report to read. */
function runOnce(report: string): FileReport[] | null {
  const options = ['--retry=0', '--reporter=json', `--outputFile.json=${report}`];
  const { status } = spawnSync('vitest', ['run', '--project', 'browser', ...options, ...positionals], {
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  try {
    const { testResults } = JSON.parse(readFileSync(report, 'utf8')) as { testResults: FileReport[] };
    return status === 0 || testResults.some(isRedFile) ? testResults : null;
  } catch {
    return null;
  }
}

if (run(BUILD, 2).failed > 0) process.exit(1);
rmSync(REPORTS, { recursive: true, force: true });
mkdirSync(REPORTS, { recursive: true });
let tally: Tally = { runs: new Map(), lost: 0 };
for (let time = 1; time <= times; time++) {
  const report = `${REPORTS}/${time}.json`;
  const files = runOnce(report);
  const red = files?.filter(isRedFile).map(pathOf) ?? ['the run itself'];
  console.error(`${time}/${times}: ${red.length ? `red: ${red.join(', ')} (${report})` : 'green'}`);
  tally = tallied(tally, files);
}
for (const [path, { runs, failures }] of tally.runs) console.log(`${path}: ${failures} of ${runs} runs failed`);
if (tally.lost) console.log(`${tally.lost} of ${times} runs failed outside their files`);
process.exitCode = isRed(tally) ? 1 : 0;
