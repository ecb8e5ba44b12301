/** The alphabet that texts and forms are read in: capitals, typographic signs and kinds of white space fall together. */
import { APOSTROPHES, HYPHENS } from './normalise.ts';

/** Symbols fit into this many bits, so that a step of the index is one number. */
export const SYMBOL_BITS = 6;
/** No form holds this character. */
export const UNKNOWN = 0;
export const SPACE = 37;
export const HYPHEN = 38;
const APOSTROPHE = 39;
const FIRST_FREE = 40;

const LETTER_OR_DIGIT = /[\p{L}\p{N}_]/u;
const WHITE_SPACE = /\s/;

/** Symbol by UTF-16 code unit. */
export class Alphabet {
  /** ASCII, which is nearly all of most texts, by direct look-up. */
  readonly ascii = new Uint8Array(128);
  readonly #others = new Map<number, number>();
  #next = FIRST_FREE;

  constructor() {
    for (let i = 0; i < 26; i++) {
      this.ascii[97 + i] = i + 1;
      this.ascii[65 + i] = i + 1;
    }
    for (let i = 0; i < 10; i++) this.ascii[48 + i] = 27 + i;
    for (let code = 0; code < 128; code++) if (WHITE_SPACE.test(String.fromCharCode(code))) this.ascii[code] = SPACE;
    for (const sign of HYPHENS) this.#set(sign.charCodeAt(0), HYPHEN);
    for (const sign of APOSTROPHES) this.#set(sign.charCodeAt(0), APOSTROPHE);
  }

  #set(code: number, symbol: number): void {
    if (code < 128) this.ascii[code] = symbol;
    else this.#others.set(code, symbol);
  }

  of(code: number): number {
    if (code < 128) return this.ascii[code]!;
    const known = this.#others.get(code);
    if (known !== undefined) return known;
    return code >= 0xa0 && WHITE_SPACE.test(String.fromCharCode(code)) ? SPACE : UNKNOWN;
  }

  /**
   * The symbol of a code unit of a form; one not met before joins the alphabet, small and capital alike.
   * @throws when the alphabet is full: 63 symbols are more than an English glossary needs.
   */
  learn(code: number): number {
    const known = this.of(code);
    return known === UNKNOWN ? this.#add(String.fromCharCode(code)) : known;
  }

  #add(character: string): number {
    const symbol = this.#next++;
    if (symbol >= 1 << SYMBOL_BITS) throw new Error(`No symbol is left for “${character}”.`);
    this.#set(character.charCodeAt(0), symbol);
    const capital = character.toUpperCase();
    if (capital.length === 1) this.#set(capital.charCodeAt(0), symbol);
    return symbol;
  }
}

/** 1 for the ASCII letters, digits and `_`. */
const ASCII_WORD = Uint8Array.from({ length: 128 }, (_, code) => (/\w/.test(String.fromCharCode(code)) ? 1 : 0));

/**
 * Whether a UTF-16 code unit belongs to a word: a letter or digit of any script, or `_`. Halves of surrogate pairs do
 * not: beside a word they are emoji far more often than letters.
 */
export function isWordCode(code: number): boolean {
  return code < 128 ? ASCII_WORD[code] === 1 : code >= 0xaa && LETTER_OR_DIGIT.test(String.fromCharCode(code));
}
