/** Lints the Firefox build as its store does. Ends with 1 on anything that is not on the reviewed list, or no more in the build. */
import { spawnSync } from 'node:child_process';
import { compareWithReviewed, type Finding } from './reviewed-warnings.ts';

interface LintReport {
  errors: (Finding & { message: string })[];
  warnings: (Finding & { message: string })[];
  notices: (Finding & { message: string })[];
}

const { stdout } = spawnSync('web-ext', ['lint', '--source-dir', '.output/firefox-mv3', '--output', 'json'], {
  encoding: 'utf8',
  stdio: ['ignore', 'pipe', 'inherit'],
  maxBuffer: 64_000_000,
});
const { errors, warnings, notices } = JSON.parse(stdout) as LintReport;
const findings = [...errors, ...warnings, ...notices];
for (const { code, file, message } of findings) console.log(`${code} ${file ?? ''} ${message}`);
const { fresh, past } = compareWithReviewed(findings);
for (const line of fresh) console.error(`not reviewed: ${line}`);
for (const line of past) console.error(`reviewed, and there no more (scripts/reviewed-warnings.ts): ${line}`);
process.exitCode = fresh.length + past.length === 0 ? 0 : 1;
