import { FEATURES } from '../../core/sense/features.ts';
import { Ear } from '../../core/sense/hear.ts';
import { createJudge } from '../../core/sense/judge.ts';
import { createLexicon } from '../../core/sense/lexicon.ts';
import { layOut } from '../../core/sense/line.ts';
import { lemmaOf, type MatchTable } from '../../core/sense/table.ts';
import type { Judge } from '../../core/sense/types.ts';
import { Scales } from '../../core/sense/weigh.ts';
import type { Passage } from './corpus.ts';
import { FIRM } from './expectation.ts';
import { feed } from './mark-text.ts';
import { verdictOn } from './score.ts';
import { sentencesOf } from './sentences.ts';

/** One labelled candidate: its features and whether it is music. */
export interface Example {
  values: Float64Array;
  music: boolean;
  weight: number;
  lemma: string;
}

/** What a word in a sentence alone counts beside the same word in its passage. */
const SENTENCE_WEIGHT = 0.3;
/** What a word in a sentence of our own counts beside one in a passage written by others. */
const OWN_WEIGHT = 0.3;

/**
 * Every candidate that a labelled word decides: in its passage, and once more in its sentence alone; and in the
 * sentences of our own, each of which stands alone.
 */
export function examplesOf(table: MatchTable, passages: readonly Passage[], own: readonly Passage[]): Example[] {
  const judge = createJudge(() => table);
  const lexicon = createLexicon(table);
  const scales = new Scales(lexicon, new Ear(lexicon));
  const within = (some: readonly Passage[], weight: number) =>
    some.flatMap((passage) => examplesIn(judge, scales, passage, weight));
  return [
    ...within(passages, 1),
    ...within(passages.flatMap(sentencesOf), SENTENCE_WEIGHT),
    ...within(own, OWN_WEIGHT),
  ];
}

function examplesIn(judge: Judge, scales: Scales, { text, targets, url }: Passage, weight: number): Example[] {
  const { blocks, starts } = feed(judge, text, { url });
  const line = layOut(blocks, 0, blocks.length);
  return blocks.flatMap(({ reading }, b) =>
    reading.candidates.flatMap((candidate, index) => {
      const place = { start: starts[b]! + candidate.start, end: starts[b]! + candidate.end };
      const verdict = verdictOn(place, targets);
      if (!verdict || verdict.sense === 'unclear' || verdict.target.note === 'in-name') return [];
      const values = new Float64Array(FEATURES.length);
      scales.weigh(blocks, line, b, index, values);
      return [
        {
          values,
          music: verdict.sense === 'music',
          weight,
          lemma: lemmaOf(candidate.form),
        },
      ];
    }),
  );
}

/** What the fit learned. */
export interface Fitted {
  /** In the order of FEATURES. */
  features: number[];
  lemmas: Record<string, number>;
}

/** How strongly weights are pulled to what is expected of them; found by cross-validation, flat around here. */
export const RIDGE = { features: 5, lemmas: 3 };

/** How much more strongly what is firm is pulled. */
const FIRMLY = 100;

/** Lemmas seen less often than this get no weight of their own. */
const SEEN_ENOUGH = 6;

/**
 * Logistic regression with a ridge, by Newton's method: deterministic, and unique since the ridge makes it convex.
 * @param ridge how strongly the features' weights are pulled to `prior`; the lemmas' own weights to `everyday` or nought.
 */
export function fitWeights(
  examples: readonly Example[],
  prior: readonly number[],
  everyday: Record<string, number>,
  ridge: { features: number; lemmas: number },
): Fitted {
  const counts = new Map<string, number>();
  for (const { lemma } of examples) counts.set(lemma, (counts.get(lemma) ?? 0) + 1);
  const seen = [...counts].filter(([, count]) => count >= SEEN_ENOUGH).map(([lemma]) => lemma);
  const lemmas = [...new Set([...seen, ...Object.keys(everyday)])];
  const place = new Map(lemmas.map((lemma, i) => [lemma, FEATURES.length + i]));
  const n = FEATURES.length + lemmas.length;
  const centre = [...prior, ...lemmas.map((lemma) => everyday[lemma] ?? 0)];
  const pull = centre.map((_, i) => {
    if (i >= FEATURES.length) return ridge.lemmas;
    return FIRM.has(FEATURES[i]!) ? FIRMLY * ridge.features : ridge.features;
  });
  const rows = examples.map(({ values, lemma, ...rest }) => {
    const pairs: [number, number][] = [];
    values.forEach((value, i) => {
      if (value !== 0) pairs.push([i, value]);
    });
    const own = place.get(lemma);
    if (own !== undefined) pairs.push([own, 1]);
    return { pairs, ...rest };
  });
  const w = [...centre];
  for (let round = 0; round < 50; round++) {
    const gradient = w.map((one, i) => pull[i]! * (one - centre[i]!));
    const hessian = pull.map((one, i) => pull.map((_, j) => (i === j ? one : 0)));
    for (const { pairs, music, weight } of rows) {
      const z = pairs.reduce((sum, [i, value]) => sum + w[i]! * value, 0);
      const p = 1 / (1 + Math.exp(-z));
      for (const [i, x] of pairs) {
        gradient[i]! += weight * (p - (music ? 1 : 0)) * x;
        for (const [j, y] of pairs) hessian[i]![j]! += weight * p * (1 - p) * x * y;
      }
    }
    const step = solve(hessian, gradient);
    for (let i = 0; i < n; i++) w[i]! -= step[i]!;
    if (step.every((one) => Math.abs(one) < 1e-9)) break;
  }
  return {
    features: w.slice(0, FEATURES.length),
    lemmas: Object.fromEntries(lemmas.map((lemma) => [lemma, w[place.get(lemma)!]!])),
  };
}

/** Solves a symmetric positive definite system by Gaussian elimination. */
function solve(matrix: number[][], right: number[]): number[] {
  const a = matrix.map((row, i) => [...row, right[i]!]);
  const n = a.length;
  for (let i = 0; i < n; i++) {
    for (let j = i + 1; j < n; j++) {
      const ratio = a[j]![i]! / a[i]![i]!;
      if (ratio !== 0) for (let k = i; k <= n; k++) a[j]![k]! -= ratio * a[i]![k]!;
    }
  }
  const x = new Array<number>(n).fill(0);
  for (let i = n - 1; i >= 0; i--) {
    let sum = a[i]![n]!;
    for (let k = i + 1; k < n; k++) sum -= a[i]![k]! * x[k]!;
    x[i] = sum / a[i]![i]!;
  }
  return x;
}

/** The table with other weights. */
export function withWeights(table: MatchTable, { features, lemmas }: Fitted, threshold: number): MatchTable {
  const weights = Object.fromEntries(FEATURES.map((name, i) => [name, features[i]!]));
  return { ...table, sense: { ...table.sense, weights, lemmas, threshold } };
}
