/** Which genre or setting the text around a block speaks of, so that the card can show the usage note that fits. */
import { hear } from './hear.ts';
import type { Lexicon } from './lexicon.ts';
import type { Line } from './line.ts';
import { evidenceOf } from './read.ts';
import type { Block } from './types.ts';

/** A setting is named when its words weigh this much together; one strong word beside the block is enough. */
const ENOUGH = 1;

/** The settings spoken of, most spoken of first. */
export function scopesOf(lexicon: Lexicon, blocks: readonly Block[], line: Line, block: number): string[] {
  const { length } = blocks[block]!.reading;
  const whole = { start: 0, end: length, surface: '', form: '', term: '', level: 0 } as const;
  const sums = new Map<string, number>();
  const add = (key: string, weight: number) => {
    for (const scope of lexicon.scopes(key)) sums.set(scope, (sums.get(scope) ?? 0) + weight);
  };
  for (const { key } of new Set(evidenceOf(blocks[block]!.reading).entries)) add(key, 1);
  for (const [{ key }, { clear, times }] of hear(blocks, line, block, whole)) add(key, clear * (1 + Math.log(times)));
  return [...sums]
    .filter(([, sum]) => sum >= ENOUGH)
    .toSorted(([, a], [, b]) => b - a)
    .map(([scope]) => scope);
}
