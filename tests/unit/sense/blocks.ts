import matchTable from 'virtual:liner-notes/match-table';
import { createJudge } from '../../../core/sense/judge.ts';
import { type Block, emptyTotals, type PageFacts, type PageReading } from '../../../core/sense/types.ts';

export const judge = createJudge(matchTable);

/** A block as the page engine would feed it. */
export const block = (text: string, boundary: Block['boundary'] = 0, heading = false): Block => ({
  reading: judge.read(text),
  boundary,
  heading,
});

/** The page that the blocks make. */
export function pageOfBlocks(blocks: readonly Block[], facts: PageFacts = {}, before?: PageReading): PageReading {
  const totals = emptyTotals();
  for (const { reading } of blocks) judge.count(totals, reading, 1);
  return judge.page(facts, totals, before);
}

/** The surfaces marked in each block. */
export function markedIn(blocks: readonly Block[], facts: PageFacts = {}): string[][] {
  const page = pageOfBlocks(blocks, facts);
  return judge
    .judge(blocks, page)
    .map((verdicts) => verdicts.filter(({ music }) => music).map(({ candidate }) => candidate.surface));
}
