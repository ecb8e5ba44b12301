/**
 * Many spellings, filed so that a text is compared with all of them at once.
 *
 * What is filed under its hash is each place in a spelling where a word ends or a sign stands: the beginnings “record”,
 * “record ” and “record label”. A text is then read word by word: one hash a word, one look into one table, and most
 * words are none of ours. A trie asks at every letter, and takes five times as long to build (docs/decisions/0105).
 */
import { normalise } from './normalise.ts';
import { ASCII_WORD, HASH_OF_NOTHING, HASH_STEP, hashOn, signSymbol, wordSymbol } from './symbols.ts';

/** Set in what is filed under a beginning when some spelling goes on from there. */
export const GOES_ON = 1;

/** What the beginning is filed as that is a whole spelling: its number plus one, above `GOES_ON`. */
const NUMBER_SHIFT = 1;

export class FormIndex {
  /** The spellings by their number, normalised. */
  readonly keys: string[] = [];
  /** Two numbers a slot: the hash, and what is filed under it; 0 when nothing is. Two thirds stay free. */
  slots = new Int32Array(1 << 11);
  /** The slot of a hash is in its highest bits, once multiplied: see `slotOf`. */
  shift = 22;
  #used = 0;
  #trusted = Number.POSITIVE_INFINITY;
  /** From a spelling to the next of the same hash: there is hardly ever one. */
  readonly #twins = new Map<number, number>();

  /** @param expected how many spellings will come, so that the table has not to grow on the way. */
  constructor(expected = 0) {
    while (expected * 8 > this.slots.length) this.#grow();
  }

  /**
   * Files a spelling, in any capitals, and gives its number: from 0 on in the order of filing. A spelling that was
   * filed before has the number it got then.
   * @throws when it does not begin with a letter or digit: no word edge would be found there.
   */
  add(spelling: string): number {
    let key = spelling;
    let hash = HASH_OF_NOTHING;
    let inWord = false;
    // In a fresh document this runs before any compiler has seen it: hence no call for a letter.
    for (let at = 0; at < key.length; at++) {
      const code = key.charCodeAt(at);
      let symbol = code < 128 ? ASCII_WORD[code]! : wordSymbol(code);
      const isWord = symbol !== 0;
      if (!isWord) symbol = signSymbol(code);
      if (symbol !== code && !(isWord && code > 127)) {
        key = normalise(spelling);
        hash = HASH_OF_NOTHING;
        at = -1;
        continue;
      }
      // Inside a word nobody looks.
      if (at > 0 && !(inWord && isWord)) this.#file(hash, GOES_ON);
      hash = Math.imul(hash ^ symbol, HASH_STEP);
      inWord = isWord;
      if (at === 0 && !isWord) throw new Error(`The form “${spelling}” must begin with a letter or digit.`);
    }
    let last = -1;
    for (let known = numberOf(this.look(hash)); known >= 0; known = this.twin(known)) {
      if (this.keys[known] === key) return known;
      last = known;
    }
    const number = this.keys.push(key) - 1;
    if (last < 0) this.#file(hash, (number + 1) << NUMBER_SHIFT);
    else this.#twins.set(last, number);
    return number;
  }

  /** The spellings filed from here on count by their hash alone. */
  trustFromHere(): void {
    this.#trusted = this.keys.length;
  }

  isTrusted(number: number): boolean {
    return number >= this.#trusted;
  }

  /** Another spelling of the same hash as this one; -1 when there is none left. */
  twin(number: number): number {
    return this.#twins.size === 0 ? -1 : (this.#twins.get(number) ?? -1);
  }

  /** The number of a normalised spelling, -1 when it was not filed. */
  numberOf(key: string): number {
    let hash = HASH_OF_NOTHING;
    for (let at = 0; at < key.length; at++) {
      const code = key.charCodeAt(at);
      hash = hashOn(hash, wordSymbol(code) || signSymbol(code));
    }
    let number = numberOf(this.look(hash));
    while (number >= 0 && this.keys[number] !== key) number = this.twin(number);
    return number;
  }

  /** What is filed under the hash of a beginning; 0 when it begins no spelling. */
  look(hash: number): number {
    const { slots, shift } = this;
    let slot = slotOf(hash, shift);
    for (;;) {
      const filed = slots[slot + 1]!;
      if (filed === 0 || slots[slot] === hash) return filed;
      slot = (slot + 2) & (slots.length - 1);
    }
  }

  #file(hash: number, what: number): void {
    if (this.#used * 6 > this.slots.length) this.#grow();
    const { slots } = this;
    let slot = slotOf(hash, this.shift);
    while (slots[slot + 1] !== 0 && slots[slot] !== hash) slot = (slot + 2) & (slots.length - 1);
    if (slots[slot + 1] === 0) this.#used++;
    slots[slot] = hash;
    slots[slot + 1]! |= what;
  }

  #grow(): void {
    const { slots } = this;
    this.slots = new Int32Array(slots.length * 2);
    this.shift -= 1;
    this.#used = 0;
    for (let slot = 0; slot < slots.length; slot += 2) {
      if (slots[slot + 1] !== 0) this.#file(slots[slot]!, slots[slot + 1]!);
    }
  }
}

/** Fibonacci hashing: neighbouring hashes go far apart. */
export const slotOf = (hash: number, shift: number): number => (Math.imul(hash, 0x9e3779b1) >>> shift) << 1;

/** The number of the spelling that ends here, by what is filed; -1 when none does. */
export const numberOf = (filed: number): number => (filed >> NUMBER_SHIFT) - 1;
