/** Which genre or setting the text around a block speaks of, so that the card can show the usage note that fits. */
import type { Ear } from './hear.ts';
import type { Lexicon } from './lexicon.ts';
import type { Line } from './line.ts';
import type { Block } from './types.ts';

/** A setting is named when its words weigh this much together; one strong word beside the block is enough. */
const ENOUGH = 1;

/** The settings spoken of, most spoken of first. */
export function scopesOf(lexicon: Lexicon, ear: Ear, blocks: readonly Block[], line: Line, block: number): string[] {
  const sums = new Map<string, number>();
  const add = (word: number, weight: number) => {
    for (const scope of lexicon.scopes(word)) sums.set(scope, (sums.get(scope) ?? 0) + weight);
  };
  const here = block - line.first;
  const from = line.held[here]!;
  const to = line.held[here + 1]!;
  for (const word of new Set(line.words.subarray(from, to))) add(word, 1);
  const start = line.offsets[here]!;
  ear.listen(blocks, line, block, from, to, start, start + blocks[block]!.reading.length, -1);
  for (const word of ear.words.subarray(0, ear.count)) add(word, ear.clearness(word));
  return [...sums]
    .filter(([, sum]) => sum >= ENOUGH)
    .toSorted(([, a], [, b]) => b - a)
    .map(([scope]) => scope);
}
