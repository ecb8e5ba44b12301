import { mayBeMusical } from '../../core/sense/gate.ts';
import {
  type Block,
  emptyTotals,
  type Judge,
  type PageFacts,
  type PageReading,
  type Verdict,
} from '../../core/sense/types.ts';

/** A text as the page engine would feed it to the judge: a block a line, with where each block starts in the text. */
export interface Feed {
  blocks: Block[];
  starts: number[];
  page: PageReading;
}

/** Cuts a text into blocks at line breaks; an empty line between sets the next block further off. */
export function feed(judge: Judge, text: string, facts: PageFacts): Feed {
  const blocks: Block[] = [];
  const starts: number[] = [];
  const totals = emptyTotals();
  let at = 0;
  let gap = false;
  for (const line of text.split('\n')) {
    if (line.trim() !== '') {
      const reading = judge.read(line);
      blocks.push({ reading, boundary: gap ? 1 : 0 });
      starts.push(at);
      judge.count(totals, reading, 1);
    }
    gap = line.trim() === '';
    at += line.length + 1;
  }
  return { blocks, starts, page: judge.page(facts, totals) };
}

/** A verdict with its place in the whole text, in UTF-16 code units. */
export interface PlacedVerdict extends Verdict {
  start: number;
  end: number;
  block: number;
  index: number;
}

/** Every candidate of a text, judged. */
export function judgeText(judge: Judge, text: string, facts: PageFacts = {}): PlacedVerdict[] {
  if (!mayBeMusical(text)) return [];
  const { blocks, starts, page } = feed(judge, text, facts);
  return judge.judge(blocks, page).flatMap((verdicts, block) =>
    verdicts.map((verdict, index) => ({
      ...verdict,
      start: starts[block]! + verdict.candidate.start,
      end: starts[block]! + verdict.candidate.end,
      block,
      index,
    })),
  );
}
