/**
 * `npm run fit -- FILE.jsonl…`: fits the weights of the evidence to labelled corpora, but for the part kept aside, prints
 * what it learned and writes data/weights.yml. Deterministic: the same corpora and data give the same file.
 */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DATA_FOLDER, loadGlossary } from '../build/load-glossary.ts';
import { FEATURES } from '../core/sense/features.ts';
import { readCorpus } from './corpus/corpus.ts';
import { EVERYDAY, EXPECTATION } from './corpus/expectation.ts';
import { isKeptAside } from './corpus/kept-aside.ts';
import { ownSentences } from './corpus/own-sentences.ts';
import { examplesOf, fitWeights, RIDGE } from './corpus/train.ts';
import { loadOrExit } from './load-or-exit.ts';

const files = process.argv.slice(2);
if (files.length === 0) {
  console.error('fit: name at least one labelled corpus (JSON lines)');
  process.exit(2);
}

const table = loadOrExit()['match-table'];
/** A word's own weight below this changes next to nothing, and the table rides in every page. */
const WORTH_KEEPING = 0.15;

const seen = files.flatMap(readCorpus).filter((passage) => !isKeptAside(passage));
const own = ownSentences(loadGlossary()).filter((sentence) => !isKeptAside(sentence));
const examples = examplesOf(table, seen, own);
const { features, lemmas } = fitWeights(examples, EXPECTATION, EVERYDAY, RIDGE);
const { threshold } = table.sense;

console.log(`${examples.length} labelled candidates, ${examples.filter(({ music }) => music).length} of them music`);
console.log('weight  expected  evidence');
FEATURES.forEach((name, i) => {
  console.log(`${features[i]!.toFixed(2).padStart(6)}  ${EXPECTATION[i]!.toFixed(2).padStart(8)}  ${name}`);
});
console.log('weight  word, beyond what its level says');
const byWeight = Object.entries(lemmas).toSorted(([, a], [, b]) => b - a);
for (const [lemma, weight] of byWeight) console.log(`${weight.toFixed(2).padStart(6)}  ${lemma}`);

const line = (name: string, weight: number) => `  ${name}: ${Number(weight.toFixed(2))}`;
writeFileSync(
  join(DATA_FOLDER, 'weights.yml'),
  `# yaml-language-server: $schema=schema/weights.json
# What the evidence weighs, in log-odds. Written by \`npm run fit\`, readable and correctable by hand: a candidate is
# marked when the sum of weight × amount over its evidence reaches the threshold. The threshold is set by hand.
threshold: ${threshold}
features:
${FEATURES.map((name, i) => line(name, features[i]!)).join('\n')}
# How much likelier than its level says a word is music.
lemmas:
${byWeight
  .filter(([, weight]) => Math.abs(weight) >= WORTH_KEEPING)
  .map(([lemma, weight]) => line(lemma, weight))
  .join('\n')}
`,
);
