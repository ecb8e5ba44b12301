/**
 * Checks the glossary: shape and references first, then the editorial rules, spelling, reading ease and size.
 * Prints every figure; fails on anything beyond `budget.json`. Part of `npm run check`. `--all` lists every finding.
 */
import { compileTables } from '../build/compile-tables.ts';
import { copiedRuns, readFingerprints } from '../build/fingerprints.ts';
import { readGlossary } from '../build/load-glossary.ts';
import { readingEase } from '../build/reading-ease.ts';
import { misspellings } from '../build/spelling.ts';
import { readBudget, weighTables } from '../build/table-sizes.ts';
import { countGlossary } from '../core/glossary/counts.ts';
import * as editorial from '../core/glossary/editorial.ts';
import { unopenedStatements } from '../core/glossary/opened.ts';

const { data, problems, tell } = readGlossary();
if (problems.length > 0) {
  console.error(problems.map(tell).join('\n'));
  process.exit(1);
}

const budget = readBudget();
const all = process.argv.includes('--all');
let failed = false;

const { opened, ...counts } = countGlossary(data);
console.log(
  Object.entries(counts)
    .map(([name, count]) => `${count} ${name}`)
    .join(', '),
);
console.log(
  `resting on a source that was opened: ${Object.entries(opened)
    .map(([kind, { rest, all }]) => `${rest} of ${all} ${kind} (${((100 * rest) / all).toFixed(0)} %)`)
    .join(', ')}`,
);

const { PLACEHOLDER: _, ...rules } = editorial;
const prints = readFingerprints();
const checks = { ...rules, unopenedStatements, misspellings, copiedRuns: () => copiedRuns(data, prints) };
for (const [rule, find] of Object.entries(checks)) {
  const found = find(data);
  const most = budget.editorial[rule] ?? 0;
  const over = found.length > most;
  failed ||= over;
  if (found.length > 0) console.log(`${rule}: ${found.length}${most > 0 ? ` (at most ${most}; may only fall)` : ''}`);
  if (over || all) for (const problem of found) console.log(`  ${tell(problem)}`);
}

const ease = readingEase(data.terms);
const median = ease[Math.floor(ease.length / 2)]?.score ?? 0;
failed ||= median < budget.readingEase;
console.log(
  `reading ease of definitions (Flesch): median ${median.toFixed(0)}, at least ${budget.readingEase}; hardest:`,
);
for (const { term, score } of ease.slice(0, 10)) console.log(`  ${score.toFixed(0)} ${term.id}: ${term.definition}`);

const { lines, within } = weighTables(compileTables(), budget);
failed ||= !within;
for (const line of lines) console.log(line);

if (failed) console.error('The glossary breaks a rule or a budget; see above.');
process.exitCode = failed ? 1 : 0;
