/** How easy the definitions are to read. */
import { syllable } from 'syllable';
import type { Term } from '../core/glossary/schema.ts';

export interface Ease {
  term: Term;
  /** Flesch reading ease: 100 very easy, 60 plain English, below 30 very hard. */
  score: number;
}

/** Every definition with its reading ease, the hardest first. */
export const readingEase = (terms: readonly Term[]): Ease[] =>
  terms.map((term) => ({ term, score: fleschEase(term.definition) })).toSorted((a, b) => a.score - b.score);

/** R. Flesch, "A new readability yardstick", 1948: 206.835 − 1.015 × words a sentence − 84.6 × syllables a word. */
export function fleschEase(text: string): number {
  const words = text.match(/[\p{L}\d][\p{L}\d'’&-]*/gu) ?? [];
  const sentences = text.split(/[.!?:;]+(?:\s|$)/).filter((part) => part.trim() !== '').length;
  if (words.length === 0) return 100;
  const syllables = words.reduce((sum, word) => sum + Math.max(1, syllable(word)), 0);
  return 206.835 - 1.015 * (words.length / Math.max(1, sentences)) - 84.6 * (syllables / words.length);
}
