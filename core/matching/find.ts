import {
  bucketOf,
  COUNTS,
  COUNTS_SMALL,
  type FormIndex,
  GOES_ON,
  nextBit,
  placeOf,
  remainderOf,
} from './form-index.ts';
import { readOff } from './spelt.ts';
import { ASCII_WORD, HASH_OF_NOTHING, HASH_STEP, HYPHEN, hashOn, SPACE, signSymbol, wordSymbol } from './symbols.ts';

/**
 * What a search has found, kept from one search to the next so that nothing has to be made for it: number, start and
 * end (UTF-16 code units) of each occurrence, one after the other.
 */
export class Finds {
  places = new Int32Array(3 * 256);
  /** The highest code unit of a letter outside ASCII in the text searched; 0 when there is none. */
  highest = 0;
  /** False when all white space in the text is plain spaces; else it may be. */
  isUneven = false;
  /** How many numbers of `places` are set: three times the occurrences. */
  size = 0;
  /** How many words were met that are only counted: those filed as `COUNTS`, and as `COUNTS_SMALL`. */
  counted = 0;
  countedSmall = 0;

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
 * @param counting so far words that are only counted are counted, in UTF-16 code units.
 */
export function find(index: FormIndex, text: string, finds: Finds, counting = text.length): void {
  finds.size = 0;
  let highest = 0;
  let counted = 0;
  let countedSmall = 0;
  let isUneven = false;
  spaced = false;
  const { offsets, remainders, numbers, flags: allFlags } = index;
  const { length } = text;
  // What another module holds is looked up at every use.
  const letters = ASCII_WORD;
  const step = HASH_STEP;
  for (let at = 0; at < length; ) {
    let code = text.charCodeAt(at);
    let symbol: number;
    if (code < 128) symbol = letters[code]!;
    else {
      symbol = wordSymbol(code);
      if (symbol > highest) highest = symbol;
    }
    if (symbol === 0) {
      if (code < SPACE || code > 127) isUneven = true;
      at++;
      continue;
    }
    const start = at;
    let hash = HASH_OF_NOTHING;
    do {
      hash = Math.imul(hash ^ symbol, step);
      if (++at === length) break;
      code = text.charCodeAt(at);
      if (code < 128) symbol = letters[code]!;
      else {
        symbol = wordSymbol(code);
        if (symbol > highest) highest = symbol;
      }
    } while (symbol !== 0);
    // As `FormIndex.look` does, in place: it is done for every word of the text.
    const place = placeOf(hash);
    const bucket = bucketOf(place);
    const remainder = remainderOf(place);
    const stop = offsets[bucket + 1]!;
    let entry = offsets[bucket]!;
    while (entry < stop && remainders[entry] !== remainder) entry++;
    if (entry === stop) continue;
    const flags = allFlags[entry]!;
    if (numbers[entry] !== 0 || (flags & GOES_ON) !== 0) {
      best = -1;
      bestEnd = at;
      end(index, text, start, at, entry);
      if ((flags & GOES_ON) !== 0 && mayGoOn(text, at, index.nexts[entry]!)) follow(index, text, start, at, hash);
      if (best >= 0) finds.add(best, start, bestEnd);
      if (bestEnd > at) {
        at = bestEnd;
        continue;
      }
    }
    if (start >= counting) continue;
    if ((flags & COUNTS) !== 0) counted++;
    else if ((flags & COUNTS_SMALL) !== 0 && !isCapital(text.charCodeAt(start))) countedSmall++;
  }
  finds.highest = highest;
  finds.counted = counted;
  finds.countedSmall = countedSmall;
  finds.isUneven = isUneven || spaced;
}

const isCapital = (code: number): boolean => code >= 65 && code <= 90;

/** The longest form met so far from the place that is looked at, and where it ends. */
let best = -1;
let bestEnd = 0;
/** Some form was followed over white space that is no plain space. */
let spaced = false;

/** Takes note of the form that ends here, if it is really that one and not another in the same place. */
function end({ keys, remainders, numbers }: FormIndex, text: string, start: number, at: number, first: number): void {
  if (at < bestEnd) return;
  // Where the next bucket begins with the same remainder its letters tell.
  for (let entry = first; remainders[entry] === remainders[first]; entry++) {
    const number = numbers[entry]! - 1;
    if (number < 0 || readOff(keys[number]!, text, start, 1) !== at) continue;
    best = number;
    bestEnd = at;
    return;
  }
}

/** Whether some form may go on behind a word, by the letter behind the space that follows. */
function mayGoOn(text: string, at: number, nexts: number): boolean {
  if (text.charCodeAt(at) !== SPACE) return true;
  const code = text.charCodeAt(at + 1);
  if (!(code < 128)) return true;
  const symbol = ASCII_WORD[code]!;
  return symbol === 0 || (nexts & nextBit(symbol)) !== 0;
}

const isSpaceOrHyphen = (symbol: number): boolean => symbol === SPACE || symbol === HYPHEN;

/** Goes on from the end of a word or behind a sign as far as some form goes. */
function follow(index: FormIndex, text: string, start: number, from: number, before: number): void {
  const { length } = text;
  let hash = before;
  for (let at = from; at < length; ) {
    const code = text.charCodeAt(at);
    let symbol = wordSymbol(code);
    let isEdge = true;
    if (symbol !== 0) {
      do {
        hash = hashOn(hash, symbol);
        at++;
        symbol = at < length ? wordSymbol(text.charCodeAt(at)) : 0;
      } while (symbol !== 0);
    } else {
      at++;
      symbol = signSymbol(code);
      if (symbol === SPACE) {
        if (code !== SPACE) spaced = true;
        while (at < length && signSymbol(text.charCodeAt(at)) === SPACE) {
          if (text.charCodeAt(at++) !== SPACE) spaced = true;
        }
        // Nothing is filed behind a space: no spelling ends there, and that it goes on was known before.
        hash = hashOn(hash, SPACE);
        continue;
      }
      // Two ways to go on: the one with the hyphen is followed last, so that it wins at equal length.
      if (symbol === HYPHEN && at < length && !isSpaceOrHyphen(signSymbol(text.charCodeAt(at))))
        follow(index, text, start, at, hashOn(hash, SPACE));
      hash = hashOn(hash, symbol);
      isEdge = at === length || wordSymbol(text.charCodeAt(at)) === 0;
    }
    const entry = index.look(hash);
    if (entry < 0) return;
    if (isEdge) end(index, text, start, at, entry);
    if ((index.flags[entry]! & GOES_ON) === 0) return;
  }
}
