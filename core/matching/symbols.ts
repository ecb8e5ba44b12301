/** What texts and forms are read as: capitals, typographic signs and kinds of white space fall together. */
import { lazyPattern } from '../lazy-pattern.ts';
import { APOSTROPHES, HYPHENS } from './normalise.ts';

export const SPACE = 32;
export const HYPHEN = 45;
const APOSTROPHE = 39;

/** The patterns of Unicode take a millisecond to be compiled: below this, what has two cases is a letter for sure. */
const CASED_BELOW = 0x530;
const LETTER_OR_DIGIT = lazyPattern(String.raw`[\p{L}\p{M}\p{N}_]`);
const WHITE_SPACE = /\s/;

// Each frame of each page fills these tables, whether it holds text or not: hence no pattern and no call for a character.
/** For ASCII, which is nearly all of most texts: the small letter, digit or `_` that a code unit stands for; 0: none. */
export const ASCII_WORD = new Uint8Array(128);
for (let code = 48; code < 58; code++) ASCII_WORD[code] = code;
for (let code = 65; code < 91; code++) ASCII_WORD[code] = ASCII_WORD[code + 32] = code + 32;
ASCII_WORD[95] = 95;

/** The same for the rest, found out when a code unit is first met. */
const others = new Map<number, number>();

function learn(code: number): number {
  const character = String.fromCharCode(code);
  const small = character.toLowerCase();
  let symbol = 0;
  if ((code < CASED_BELOW && small !== character.toUpperCase()) || LETTER_OR_DIGIT().test(character)) {
    // The Kelvin sign is no k: what is outside ASCII stays outside.
    symbol = small.length === 1 && small.charCodeAt(0) > 127 ? small.charCodeAt(0) : code;
  }
  others.set(code, symbol);
  return symbol;
}

/**
 * What a UTF-16 code unit stands for within a word, 0 when it belongs to none: words are made of letters, the marks on
 * them, and digits of any script and `_`. Halves of surrogate pairs are no part: beside a word they are emoji far more
 * often than letters.
 */
export function wordSymbol(code: number): number {
  return code < 128 ? ASCII_WORD[code]! : (others.get(code) ?? learn(code));
}

function signOf(code: number): number {
  const character = String.fromCharCode(code);
  if (HYPHENS.includes(character)) return HYPHEN;
  if (APOSTROPHES.includes(character)) return APOSTROPHE;
  return WHITE_SPACE.test(character) ? SPACE : code;
}

const ASCII_SIGN = new Uint8Array(128);
for (let code = 0; code < 128; code++) ASCII_SIGN[code] = code > 8 && code < 14 ? SPACE : code;
const otherSigns = new Map<number, number>();

/** What a UTF-16 code unit stands for between words; `NaN`, past the end of a text, stands for itself. */
export function signSymbol(code: number): number {
  if (code < 128) return ASCII_SIGN[code]!;
  let symbol = otherSigns.get(code);
  if (symbol === undefined) {
    symbol = signOf(code);
    otherSigns.set(code, symbol);
  }
  return symbol;
}

export const HASH_STEP = 0x01000193;

/** Goes on with the hash of what was read so far by one symbol: FNV-1a over symbols, 32 bits. */
export const hashOn = (hash: number, symbol: number): number => Math.imul(hash ^ symbol, HASH_STEP);

/** The hash before anything was read. */
export const HASH_OF_NOTHING = 0x811c9dc5 | 0;
