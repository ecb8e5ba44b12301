import { type FormIndex, GOES_ON, numberOf, slotOf } from './form-index.ts';
import { readOff } from './spelt.ts';
import { ASCII_WORD, HASH_OF_NOTHING, HYPHEN, hashOn, SPACE, signSymbol, wordSymbol } from './symbols.ts';

/**
 * What a search has found, kept from one search to the next so that nothing has to be made for it: number, start and
 * end (UTF-16 code units) of each occurrence, one after the other.
 */
export class Finds {
  places = new Int32Array(3 * 256);
  /** The highest code unit of a letter outside ASCII in the text searched; 0 when there is none. */
  highest = 0;
  /** How many numbers of `places` are set: three times the occurrences. */
  size = 0;

  add(number: number, start: number, end: number): void {
    if (this.size + 3 > this.places.length) {
      const larger = new Int32Array(this.places.length * 2);
      larger.set(this.places);
      this.places = larger;
    }
    this.places[this.size++] = number;
    this.places[this.size++] = start;
    this.places[this.size++] = end;
  }
}

/**
 * Finds every occurrence, left to right, none overlapping: at each place the longest form wins. Forms stand between word
 * edges, in any capitals. A space in a form also matches a run of white space or one hyphen; a hyphen matches hyphens
 * only.
 */
export function find(index: FormIndex, text: string, finds: Finds): void {
  finds.size = 0;
  let highest = 0;
  const { slots, shift } = index;
  const { length } = text;
  for (let at = 0; at < length; ) {
    let code = text.charCodeAt(at);
    let symbol = code < 128 ? ASCII_WORD[code]! : wordSymbol(code);
    if (symbol === 0) {
      at++;
      continue;
    }
    const start = at;
    let hash = HASH_OF_NOTHING;
    do {
      if (symbol > highest) highest = symbol;
      hash = hashOn(hash, symbol);
      if (++at === length) break;
      code = text.charCodeAt(at);
      symbol = code < 128 ? ASCII_WORD[code]! : wordSymbol(code);
    } while (symbol !== 0);
    let slot = slotOf(hash, shift);
    let filed = slots[slot + 1]!;
    while (filed !== 0 && slots[slot] !== hash) {
      slot = (slot + 2) & (slots.length - 1);
      filed = slots[slot + 1]!;
    }
    if (filed === 0) continue;
    best = -1;
    bestEnd = at;
    end(index, text, start, at, filed);
    if ((filed & GOES_ON) !== 0) follow(index, text, start, at, hash);
    if (best < 0) continue;
    at = bestEnd;
    finds.add(best, start, bestEnd);
  }
  finds.highest = highest < 128 ? 0 : highest;
}

/** The longest form met so far from the place that is looked at, and where it ends. */
let best = -1;
let bestEnd = 0;

/** Takes note of the form that ends here, if it is really that one and not another of the same hash. */
function end(index: FormIndex, text: string, start: number, at: number, filed: number): void {
  if (at < bestEnd) return;
  for (let number = numberOf(filed); number >= 0; number = index.twin(number)) {
    if (!index.isTrusted(number) && readOff(index.keys[number]!, text, start, 1) !== at) continue;
    best = number;
    bestEnd = at;
    return;
  }
}

/** Goes on from the end of a word or behind a sign as far as some form goes. */
function follow(index: FormIndex, text: string, start: number, from: number, before: number): void {
  const { length } = text;
  let hash = before;
  for (let at = from; at < length; ) {
    let symbol = wordSymbol(text.charCodeAt(at));
    let isEdge = true;
    if (symbol !== 0) {
      do {
        hash = hashOn(hash, symbol);
        at++;
        symbol = at < length ? wordSymbol(text.charCodeAt(at)) : 0;
      } while (symbol !== 0);
    } else {
      symbol = signSymbol(text.charCodeAt(at++));
      if (symbol === SPACE) {
        while (at < length && signSymbol(text.charCodeAt(at)) === SPACE) at++;
      } else if (symbol === HYPHEN) {
        // Two ways to go on: the one with the hyphen is followed last, so that it wins at equal length.
        const asSpace = hashOn(hash, SPACE);
        if ((index.look(asSpace) & GOES_ON) !== 0) follow(index, text, start, at, asSpace);
      }
      hash = hashOn(hash, symbol);
      isEdge = at === length || wordSymbol(text.charCodeAt(at)) === 0;
    }
    const filed = index.look(hash);
    if (isEdge && filed !== 0) end(index, text, start, at, filed);
    if ((filed & GOES_ON) === 0) return;
  }
}
