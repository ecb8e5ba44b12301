import { HYPHEN, SPACE, signSymbol, wordSymbol } from './symbols.ts';

const isSpace = (code: number): boolean => signSymbol(code) === SPACE;

/** No place in a text; a spelling read to the left may end at -1. */
export const NOWHERE = -2;

/**
 * Reads a spelling, normalised, off a text from a place on, to the right (`step` 1) or to the left (-1): where it ends,
 * or `NOWHERE` when the text goes on otherwise. A space stands for a run of white space or one hyphen, a hyphen for hyphens.
 */
export function readOff(spelling: string, text: string, from: number, step: 1 | -1): number {
  let at = from;
  for (let k = step > 0 ? 0 : spelling.length - 1; k >= 0 && k < spelling.length; k += step) {
    const wanted = spelling.charCodeAt(k);
    const code = text.charCodeAt(at);
    at += step;
    if (wanted !== SPACE) {
      if (code === wanted) continue;
      // Past the text's end `code` is NaN, which is nothing that a spelling holds.
      const symbol = wordSymbol(wanted);
      if (symbol !== 0 ? wordSymbol(code) !== symbol : signSymbol(code) !== wanted) return NOWHERE;
    } else if (isSpace(code)) {
      while (isSpace(text.charCodeAt(at))) at += step;
    } else if (signSymbol(code) !== HYPHEN) return NOWHERE;
  }
  return at;
}
