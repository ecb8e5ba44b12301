import type { MatchTable } from '../../core/glossary/types.ts';
import { FEATURES } from '../../core/sense/features.ts';
import { createJudge } from '../../core/sense/judge.ts';
import { createLexicon, type Lexicon } from '../../core/sense/lexicon.ts';
import { senseTable } from '../../core/sense/table.ts';
import type { Judge } from '../../core/sense/types.ts';
import { layOut, weigh } from '../../core/sense/weigh.ts';
import type { Passage } from './corpus.ts';
import { feed } from './mark-text.ts';
import { verdictOn } from './score.ts';

/** One labelled candidate: its features and whether it is music. */
export interface Example {
  values: Float64Array;
  music: boolean;
  weight: number;
}

/** Every candidate of the passages that a labelled word decides. */
export function examplesOf(table: MatchTable, passages: readonly Passage[]): Example[] {
  const judge = createJudge(table);
  const lexicon = createLexicon(table);
  return passages.flatMap((passage) => examplesIn(judge, lexicon, passage));
}

function examplesIn(judge: Judge, lexicon: Lexicon, { text, targets, url }: Passage): Example[] {
  const { blocks, starts } = feed(judge, text, { url });
  const line = layOut(blocks, 0, blocks.length);
  return blocks.flatMap(({ reading }, b) =>
    reading.candidates.flatMap((candidate, index) => {
      const place = { start: starts[b]! + candidate.start, end: starts[b]! + candidate.end };
      const verdict = verdictOn(place, targets);
      if (!verdict || verdict.sense === 'unclear' || verdict.target.note === 'in-name') return [];
      return [{ values: weigh(lexicon, blocks, line, b, index), music: verdict.sense === 'music', weight: 1 }];
    }),
  );
}

/**
 * Logistic regression with a ridge, by Newton's method: deterministic, and unique since the ridge makes it convex.
 * @param ridge how strongly weights are pulled to `prior`.
 * @returns the weights in the order of FEATURES (the levels are the intercepts).
 */
export function fitWeights(examples: readonly Example[], ridge: number, prior: readonly number[]): number[] {
  const n = FEATURES.length;
  const w = [...prior];
  for (let round = 0; round < 50; round++) {
    const gradient = w.map((one, i) => ridge * (one - prior[i]!));
    const hessian = w.map((_, i) => w.map((_, j) => (i === j ? ridge : 0)));
    for (const { values, music, weight } of examples) {
      let z = 0;
      for (let i = 0; i < n; i++) z += w[i]! * values[i]!;
      const p = 1 / (1 + Math.exp(-z));
      const off = weight * (p - (music ? 1 : 0));
      const curve = weight * p * (1 - p);
      for (let i = 0; i < n; i++) {
        const x = values[i]!;
        if (x === 0) continue;
        gradient[i]! += off * x;
        for (let j = 0; j < n; j++) hessian[i]![j]! += curve * x * values[j]!;
      }
    }
    const step = solve(hessian, gradient);
    let largest = 0;
    step.forEach((one, i) => {
      w[i]! -= one;
      largest = Math.max(largest, Math.abs(one));
    });
    if (largest < 1e-9) break;
  }
  return w;
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
export function withWeights(table: MatchTable, weights: readonly number[], threshold: number): MatchTable {
  const named = Object.fromEntries(FEATURES.map((name, i) => [name, weights[i]!]));
  return { ...table, sense: { ...senseTable(table), weights: named, threshold } };
}
