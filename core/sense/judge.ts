import type { MatchTable } from '../glossary/types.ts';
import { explainCandidate } from './explain.ts';
import { FEATURES } from './features.ts';
import { mayBeMusical, namesMusic } from './gate.ts';
import { isForeign } from './language.ts';
import { createLexicon, type Lexicon } from './lexicon.ts';
import { layOut, REACH } from './line.ts';
import { blockTotals, pageOf, readPage } from './page.ts';
import { evidenceOf, readBlock } from './read.ts';
import { scopesOf } from './scopes.ts';
import { lemmaOf, senseTable } from './table.ts';
import type { Block, Judge, PageReading, Verdict } from './types.ts';
import { weigh } from './weigh.ts';

/** What one step of a page's leaning adds to every score on it. */
const LEAN = 0.6;

/** What the judge unpacks from its table when the first block is read. */
interface Unpacked {
  lexicon: Lexicon;
  /** In the order of FEATURES. */
  weights: number[];
  lemmas: Record<string, number>;
  threshold: number;
}

function unpack(table: MatchTable): Unpacked {
  const { weights, lemmas, threshold } = senseTable(table);
  return { lexicon: createLexicon(table), weights: FEATURES.map((name) => weights[name] ?? 0), lemmas, threshold };
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
    const { weights, lemmas, threshold } = unpacked();
    return blocks.slice(from, to).map(({ reading }, i) => {
      if (!readable || isForeign(evidenceOf(reading))) return [];
      return reading.candidates.map((candidate, index) => {
        weigh(lexicon(), blocks, line, from + i, index, values);
        let score = lean * LEAN - threshold + (lemmas[lemmaOf(candidate.form)] ?? 0);
        for (let f = 0; f < weights.length; f++) score += values[f]! * weights[f]!;
        return { candidate, music: score >= 0, score };
      });
    });
  };

  return {
    reach: REACH,
    gate: mayBeMusical,
    namesMusic,
    read: (text) => readBlock(lexicon(), text),
    totals: blockTotals,
    page: (facts, totals, before) => readPage(lexicon(), facts, totals, before && pageOf(before)),
    judge,
    explain: (blocks, page, block, candidate) =>
      explainCandidate(lexicon(), blocks, layOut(blocks, block, block + 1), pageOf(page), block, candidate),
    scopes: (blocks, _page, block) => scopesOf(lexicon(), blocks, layOut(blocks, block, block + 1), block),
  };
}
