import { normalise } from '../matching/normalise.ts';
import { type CueGroup, split } from './table.ts';

/**
 * The words of a match table in a fixed order, forms first, each once: own cues name them by their place, which costs
 * three characters a cue instead of the word again.
 */
export function vocabularyOf(packedForms: Record<string, string>, cues: readonly CueGroup[]): string[] {
  const words = new Set<string>();
  for (const forms of Object.values(packedForms)) for (const form of forms.split('|')) words.add(normalise(form));
  for (const group of cues) for (const word of split(group.words)) words.add(normalise(word));
  return [...words];
}
