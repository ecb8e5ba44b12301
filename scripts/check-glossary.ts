/**
 * Checks the glossary: shape and references first, then the editorial rules, spelling, reading ease and size.
 * Prints every figure; fails on anything beyond `budget.json`. Part of `npm run check`. `--all` lists every finding.
 */
import { compileTables } from '../build/compile-tables.ts';
import { readGlossary } from '../build/load-glossary.ts';
import { readingEase } from '../build/reading-ease.ts';
import { misspellings } from '../build/spelling.ts';
import { readBudget, weighTables } from '../build/table-sizes.ts';
import * as editorial from '../core/glossary/editorial.ts';

const { data, problems, tell } = readGlossary();
if (problems.length > 0) {
  console.error(problems.map(tell).join('\n'));
  process.exit(1);
}

const budget = readBudget();
const all = process.argv.includes('--all');
let failed = false;

const facts = data.terms.reduce((sum, { facts }) => sum + facts.length, 0);
const roles = data.terms.filter(({ kind }) => kind === 'role').length;
const counts = {
  terms: data.terms.length,
  roles,
  facts,
  disputed: data.terms.filter(({ disputed }) => disputed).length,
  comparisons: data.comparisons.length,
  differences: data.differences.length,
  sources: Object.keys(data.sources).length,
  senses: data.senses.length,
};
console.log(
  Object.entries(counts)
    .map(([name, count]) => `${count} ${name}`)
    .join(', '),
);

const { PLACEHOLDER: _, ...rules } = editorial;
for (const [rule, find] of Object.entries({ ...rules, misspellings })) {
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
