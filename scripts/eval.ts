/**
 * `npm run --silent eval -- FILE.jsonl… [--folds K [--unseen]] [--holdout] [--errors]`: the marks of the present data
 * against a labelled corpus. With `--folds` the weights are fitted anew for each fold, on the groups outside it; with
 * `--unseen` they also do without every cue and set phrase that only the fold's own texts hold. `--holdout` looks only
 * at the part kept aside, whose errors `--errors` never shows.
 */
import { parseArgs } from 'node:util';
import { loadGlossary } from '../build/load-glossary.ts';
import { compileMatchTable } from '../core/sense/compile.ts';
import { createJudge } from '../core/sense/judge.ts';
import type { MatchTable } from '../core/sense/table.ts';
import { foldOf, groupOf, type Passage, readCorpus } from './corpus/corpus.ts';
import { EVERYDAY, EXPECTATION } from './corpus/expectation.ts';
import { LineError } from './corpus/jsonl.ts';
import { isKeptAside } from './corpus/kept-aside.ts';
import { judgeText } from './corpus/mark-text.ts';
import { ownSentences } from './corpus/own-sentences.ts';
import { addPassage, createScore, f1, precision, recall, type Score, type Tally, verdictOn } from './corpus/score.ts';
import { examplesOf, fitWeights, RIDGE, withWeights } from './corpus/train.ts';
import { withoutWordsOf } from './corpus/unseen.ts';
import { loadOrExit } from './load-or-exit.ts';

const { values: options, positionals: files } = parseArgs({
  allowPositionals: true,
  options: {
    folds: { type: 'string' },
    unseen: { type: 'boolean' },
    holdout: { type: 'boolean' },
    errors: { type: 'boolean' },
  },
});
if (files.length === 0) {
  console.error('eval: name at least one labelled corpus (JSON lines)');
  process.exit(2);
}

const table = loadOrExit()['match-table'];
const corpora = files.map((file) => ({ file, passages: readOrExit(file) }));
const folds = Number(options.folds ?? 0);
const all = corpora.flatMap(({ passages }) => passages);
const own = ownSentences(loadGlossary()).filter((sentence) => !isKeptAside(sentence));
const tables = folds > 1 ? Array.from({ length: folds }, (_, fold) => fitWithout(fold)) : [table];
const judges = tables.map((one) => createJudge(() => one));

for (const { file, passages } of corpora) {
  const score = createScore();
  for (const passage of passages) {
    const aside = isKeptAside(passage);
    if (options.holdout && !aside) continue;
    const judge = judges[folds > 1 ? foldOf(groupOf(passage), folds) : 0]!;
    const { text, url, title, lang } = passage;
    const judged = judgeText(judge, text, { url, title, lang });
    addPassage(
      score,
      passage,
      judged.filter(({ music }) => music),
    );
    if (options.errors && !aside) {
      for (const { start, end, music, score: points, candidate } of judged) {
        const verdict = verdictOn({ start, end }, passage.targets);
        const around =
          `${text.slice(Math.max(0, start - 70), start)}[${text.slice(start, end)}]${text.slice(end, end + 60)}`.replace(
            /\n/g,
            '⏎',
          );
        const told = `${points.toFixed(1)} ${passage.id} ${passage.topic}/${passage.domain} L${candidate.level} ${candidate.form} | ${around}`;
        if (music && verdict?.sense === 'other') console.log(`FALSE ${told}`);
        if (music && !verdict && passage.topic === 'other') console.log(`UNLABELLED ${told}`);
        if (!music && verdict?.sense === 'music' && !verdict.target.note) console.log(`MISSED ${told}`);
      }
    }
  }
  print(file, score);
}

function fitWithout(fold: number): MatchTable {
  const isInFold = (passage: Passage) => foldOf(groupOf(passage), folds) === fold;
  const others = all.filter((passage) => !isInFold(passage));
  const base = options.unseen
    ? compileMatchTable(withoutWordsOf(loadGlossary(), texts(all.filter(isInFold)), texts(others)))
    : table;
  const fitted = fitWeights(examplesOf(base, others, own), EXPECTATION, EVERYDAY, RIDGE);
  return withWeights(base, fitted, base.sense.threshold);
}

function texts(passages: readonly Passage[]): string[] {
  return passages.map(({ text }) => text);
}

function print(file: string, score: Score): void {
  const line = (name: string, one: Tally) =>
    `${name.padEnd(20)} P ${percent(precision(one))} R ${percent(recall(one))} F1 ${percent(f1(one))}  right ${one.right} wrong ${one.wrong} missed ${one.missed}`;
  console.log(`\n${file}${options.holdout ? ', the part kept aside' : ''}${folds > 1 ? ` (${folds} folds)` : ''}`);
  console.log(line('all words', score.all));
  console.log(line('role words', score.roles));
  const perThousand = (n: number) => ((1000 * n) / score.other.words).toFixed(2);
  console.log(
    `false per 1,000 words on other topics ${perThousand(score.other.wrong)} (${score.other.wrong} in ${score.other.words}; with unlabelled ${perThousand(score.other.wrong + score.other.unlabelled)}); unlabelled marks in all ${score.unlabelled}`,
  );
  for (const [topic, one] of score.byTopic) console.log(line(`topic ${topic}`, one));
  const lemmas = [...score.byLemma].sort(([, a], [, b]) => b.right + b.missed + b.wrong - a.right - a.missed - a.wrong);
  for (const [lemma, one] of lemmas) console.log(line(`  ${lemma}`, one));
}

function percent(share: number): string {
  return Number.isNaN(share) ? '    –' : share.toFixed(3);
}

function readOrExit(file: string): Passage[] {
  try {
    return readCorpus(file);
  } catch (error) {
    if (!(error instanceof LineError)) throw error;
    console.error(`eval: ${error.message}`);
    process.exit(1);
  }
}
