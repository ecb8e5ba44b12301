/**
 * Many spellings, filed so that a text is compared with all of them at once.
 *
 * What is filed under its hash is each place in a spelling where a word ends or a sign stands: the beginnings “record”
 * and “record label”. A text is then read word by word: one hash a word, one look into one table, and most words are
 * none of ours. A trie asks at every letter, and takes five times as long to build (docs/decisions/0105).
 */
import { normalise } from './normalise.ts';
import { HASH_OF_NOTHING, HASH_STEP, hashOn, SPACE, signSymbol, wordSymbol } from './symbols.ts';

/** Set in what is filed under a beginning when some spelling goes on from there. */
export const GOES_ON = 1;
/** Set for a word that is only counted: in any capitals, or when it does not begin with one. */
export const COUNTS = 2;
export const COUNTS_SMALL = 4;

/** What the beginning is filed as that is a whole spelling: its number plus one, above the flags. */
const NUMBER_SHIFT = 3;

const BAR = 124;
/** Every bit of `FormIndex.nexts`. */
const ANY = -1;

/** The bit for a letter that may come next; others share it. */
export const nextBit = (letter: number): number => 1 << (letter & 31);

export class FormIndex {
  /** The spellings by their number, normalised. */
  readonly keys: string[] = [];
  /** Two numbers a slot: the hash, and what is filed under it; 0 when nothing is. Two thirds stay free. */
  slots: Int32Array;
  /** For each slot a bit, `nextBit`, for every letter with which some spelling goes on behind a space. */
  nexts: Int32Array;
  /** The slot of a hash is in its highest bits, once multiplied: see `slotOf`. */
  shift: number;
  #used = 0;
  /** The hash of each spelling, by number. */
  readonly #hashes: number[] = [];
  /** From a spelling to the next of the same hash: there is hardly ever one. */
  readonly #twins = new Map<number, number>();

  /** @param expected how many spellings will come, so that the table has not to grow on the way. */
  constructor(expected = 0) {
    let bits = 10;
    while (expected * 4 > 1 << bits) bits++;
    this.slots = new Int32Array(2 << bits);
    this.nexts = new Int32Array(1 << bits);
    this.shift = 32 - bits;
  }

  /**
   * Files a spelling, in any capitals, and gives its number: from 0 on in the order of filing. A spelling that was
   * filed before has the number it got then.
   * @throws when it does not begin with a letter or digit: no word edge would be found there.
   */
  add(spelling: string): number {
    return this.addAll(spelling)[0]!;
  }

  /** Files the spellings of a list parted by `|`; gives the number of each. */
  addAll(list: string): number[] {
    const numbers: number[] = [];
    let hash = HASH_OF_NOTHING;
    let from = 0;
    let before = BAR;
    // In a fresh document this runs before any compiler has seen it: hence no call for a letter, and one loop for all.
    for (let at = 0; ; at++) {
      const code = at < list.length ? list.charCodeAt(at) : BAR;
      if (code > 96 && code < 123) {
        // Inside a word nobody looks, nor behind a space: that more follows is filed before it.
        hash = Math.imul(hash ^ code, HASH_STEP);
        before = code;
      } else if (code === SPACE && before > 96 && before !== BAR) {
        const next = list.charCodeAt(at + 1);
        this.#file(hash, GOES_ON, next > 96 && next < 123 ? nextBit(next) : ANY);
        hash = Math.imul(hash ^ code, HASH_STEP);
        before = code;
      } else if (code === BAR && before > 96 && before !== BAR) {
        numbers.push(this.#number(list.slice(from, at), hash));
        hash = HASH_OF_NOTHING;
        from = at + 1;
        before = BAR;
        if (at >= list.length) return numbers;
      } else {
        // Anything else makes the whole spelling worth a closer look.
        let to = list.indexOf('|', at);
        if (to < 0) to = list.length;
        numbers.push(this.#addClosely(list.slice(from, to)));
        hash = HASH_OF_NOTHING;
        from = to + 1;
        before = BAR;
        at = to;
        if (at >= list.length) return numbers;
      }
    }
  }

  /** Files the spelling of this number with one letter more behind it; gives its number. */
  addLonger(number: number, letter: string): number {
    return this.#number(this.keys[number]! + letter, hashOn(this.#hashes[number]!, letter.charCodeAt(0)));
  }

  /** The number of the spelling of this number with one letter more behind it, -1 when it was not filed. */
  longer(number: number, letter: string): number {
    return this.#find(this.keys[number]! + letter, hashOn(this.#hashes[number]!, letter.charCodeAt(0)));
  }

  /** Files a word that is only counted (`COUNTS` or `COUNTS_SMALL`), by its hash alone: it has no number. */
  count(word: string, how: number): void {
    let hash = HASH_OF_NOTHING;
    for (let at = 0; at < word.length; at++) hash = hashOn(hash, wordSymbol(word.charCodeAt(at)));
    this.#file(hash, how);
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
    return this.#find(key, hash);
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

  #find(key: string, hash: number): number {
    let number = numberOf(this.look(hash));
    while (number >= 0 && this.keys[number] !== key) number = this.twin(number);
    return number;
  }

  #addClosely(spelling: string): number {
    const key = normalise(spelling);
    if (key === '' || wordSymbol(key.charCodeAt(0)) === 0)
      throw new Error(`The form “${spelling}” must begin with a letter or digit.`);
    let hash = HASH_OF_NOTHING;
    let inWord = false;
    for (let at = 0; at < key.length; at++) {
      const code = key.charCodeAt(at);
      const letter = wordSymbol(code);
      if (at > 0 && !(inWord && letter !== 0) && key.charCodeAt(at - 1) !== SPACE) this.#file(hash, GOES_ON, ANY);
      hash = hashOn(hash, letter || signSymbol(code));
      inWord = letter !== 0;
    }
    return this.#number(key, hash);
  }

  /** The number of a spelling, a new one unless it is known. */
  #number(key: string, hash: number): number {
    let last = -1;
    for (let known = numberOf(this.look(hash)); known >= 0; known = this.twin(known)) {
      if (this.keys[known] === key) return known;
      last = known;
    }
    const number = this.keys.push(key) - 1;
    this.#hashes.push(hash);
    if (last < 0) this.#file(hash, (number + 1) << NUMBER_SHIFT);
    else this.#twins.set(last, number);
    return number;
  }

  #file(hash: number, what: number, next = 0): void {
    if (this.#used * 6 > this.slots.length) this.#grow();
    const { slots } = this;
    let slot = slotOf(hash, this.shift);
    while (slots[slot + 1] !== 0 && slots[slot] !== hash) slot = (slot + 2) & (slots.length - 1);
    if (slots[slot + 1] === 0) this.#used++;
    slots[slot] = hash;
    slots[slot + 1]! |= what;
    this.nexts[slot >> 1]! |= next;
  }

  #grow(): void {
    const { slots, nexts } = this;
    this.slots = new Int32Array(slots.length * 2);
    this.nexts = new Int32Array(slots.length);
    this.shift -= 1;
    this.#used = 0;
    for (let slot = 0; slot < slots.length; slot += 2) {
      if (slots[slot + 1] !== 0) this.#file(slots[slot]!, slots[slot + 1]!, nexts[slot >> 1]!);
    }
  }
}

/** Fibonacci hashing: neighbouring hashes go far apart. */
export const slotOf = (hash: number, shift: number): number => (Math.imul(hash, 0x9e3779b1) >>> shift) << 1;

/** The number of the spelling that ends here, by what is filed; -1 when none does. */
export const numberOf = (filed: number): number => (filed >> NUMBER_SHIFT) - 1;
