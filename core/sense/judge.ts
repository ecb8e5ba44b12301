import { explainCandidate } from './explain.ts';
import { FEATURES } from './features.ts';
import { Ear } from './hear.ts';
import { isForeign } from './language.ts';
import { createLexicon, type Lexicon } from './lexicon.ts';
import { layOut, REACH } from './line.ts';
import { addTotals, pageOf, readPage } from './page.ts';
import { type Evidence, readBlock, wordOf } from './read.ts';
import { scopesOf } from './scopes.ts';
import type { MatchTable } from './table.ts';
import type { Block, Judge, PageReading, Verdict } from './types.ts';
import { Scales } from './weigh.ts';

/** What one step of a page's leaning adds to every score on it. */
const LEAN = 0.6;

/** What the judge unpacks from its table when the first block is read. */
interface Unpacked {
  lexicon: Lexicon;
  scales: Scales;
  /** In the order of FEATURES. */
  weights: Float64Array;
  threshold: number;
}

function unpack(table: MatchTable): Unpacked {
  const { weights, threshold } = table.sense;
  const lexicon = createLexicon(table);
  const scales = new Scales(lexicon, new Ear(lexicon));
  return { lexicon, scales, weights: Float64Array.from(FEATURES, (name) => weights[name] ?? 0), threshold };
}

/**
 * The judge over one match table. Costs nothing to make, and the gate nothing to ask: the table, or what brings it, is
 * looked at when the first block is read.
 */
export function createJudge(table: MatchTable | (() => MatchTable)): Judge {
  let made: Unpacked | undefined;
  const unpacked = (): Unpacked => {
    made ??= unpack(typeof table === 'function' ? table() : table);
    return made;
  };
  const lexicon = () => unpacked().lexicon;
  const values = new Float64Array(FEATURES.length);

  const judge = (blocks: readonly Block[], page: PageReading, from = 0, to = blocks.length): Verdict[][] => {
    const { readable, lean } = pageOf(page);
    const line = layOut(blocks, from, to);
    const { lexicon, scales, weights, threshold } = unpacked();
    const given = lean * LEAN - threshold;
    const verdicts: Verdict[][] = [];
    for (let block = from; block < to; block++) {
      const found: Verdict[] = [];
      verdicts.push(found);
      const { candidates, evidence } = blocks[block]!.reading;
      if (candidates.length === 0) continue;
      if (!readable || isForeign(evidence as Evidence)) continue;
      for (let index = 0; index < candidates.length; index++) {
        scales.weigh(blocks, line, block, index, values);
        let score = given + lexicon.lemma(wordOf(evidence as Evidence, index));
        for (let f = 0; f < weights.length; f++) score += values[f]! * weights[f]!;
        found.push({ candidate: candidates[index]!, music: score >= 0, score });
      }
    }
    return verdicts;
  };

  return {
    reach: REACH,
    read: (text) => readBlock(lexicon(), text),
    count: addTotals,
    page: (facts, totals, before) => readPage(lexicon(), facts, totals, before && pageOf(before)),
    judge,
    explain(blocks, page, block, candidate) {
      const { lexicon, scales } = unpacked();
      const line = layOut(blocks, block, block + 1);
      return explainCandidate(lexicon, scales, blocks, line, pageOf(page), block, candidate);
    },
    scopes(blocks, _page, block) {
      const { lexicon, scales } = unpacked();
      return scopesOf(lexicon, scales.ear, blocks, layOut(blocks, block, block + 1), block);
    },
  };
}
