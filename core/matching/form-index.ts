/**
 * Many spellings, filed so that a text is compared with all of them at once.
 *
 * What is filed under its hash is each place in a spelling where a word ends or a sign stands: the beginnings “record”
 * and “record label”. A text is then read word by word: one hash a word, one look into one table, and most words are
 * none of ours. A trie asks at every letter. docs/decisions/0105-one-look-a-word.md, 0206-filed-by-the-build.md.
 */
import { hashOf } from './symbols.ts';

/** Set for a beginning from which some spelling goes on. */
export const GOES_ON = 1;
/** Set for a word that is only counted: in any capitals, or when it does not begin with one. */
export const COUNTS = 2;
export const COUNTS_SMALL = 4;

/** Every bit of `IndexTables.nexts`. */
export const ANY = 0xff;

/** The bit for a letter that may come next; others share it. */
export const nextBit = (letter: number): number => 1 << (letter & 7);

/** There are so many buckets, 2 to the power of this, and one start more. */
export const BUCKET_BITS = 12;
const REST_BITS = 16;

/** Fibonacci hashing, neighbouring hashes go far apart: the bucket is in the highest bits, below it what tells apart within it. */
export const spread = (hash: number): number => Math.imul(hash, 0x9e3779b1) >>> (32 - BUCKET_BITS - REST_BITS);
export const bucketOf = (spread: number): number => spread >>> REST_BITS;
export const restOf = (spread: number): number => spread & ((1 << REST_BITS) - 1);

/** What is filed, by bucket: what stands at one place in the lists is one entry. */
export interface IndexTables {
  /** What tells an entry from others in its bucket. Entries of one hash stand next to each other. */
  rests: Uint16Array;
  /** The spelling that ends here: its number plus one, 0 for none. Of several with one hash each is an entry. */
  numbers: Uint16Array;
  /** Where each bucket begins in the other lists, and behind the last of them where it ends. */
  starts: Uint16Array;
  /** For every letter with which some spelling goes on behind a space a bit, `nextBit`. */
  nexts: Uint8Array;
  flags: Uint8Array;
}

/** Made by core/matching/index-filer, or out of what the build has packed. */
export class FormIndex implements IndexTables {
  /** The spellings by their number, normalised. */
  readonly keys: readonly string[];
  readonly rests: Uint16Array;
  readonly numbers: Uint16Array;
  readonly starts: Uint16Array;
  readonly nexts: Uint8Array;
  readonly flags: Uint8Array;

  constructor(keys: readonly string[], { rests, numbers, starts, nexts, flags }: IndexTables) {
    this.keys = keys;
    this.rests = rests;
    this.numbers = numbers;
    this.starts = starts;
    this.nexts = nexts;
    this.flags = flags;
  }

  /** The first entry of a hash; -1 when nothing is filed under it. */
  look(hash: number): number {
    const { starts, rests } = this;
    const place = spread(hash);
    const bucket = bucketOf(place);
    const rest = restOf(place);
    const end = starts[bucket + 1]!;
    for (let entry = starts[bucket]!; entry < end; entry++) if (rests[entry] === rest) return entry;
    return -1;
  }

  /** The number of a normalised spelling, -1 when it was not filed. */
  numberOf(key: string): number {
    const { rests, numbers, keys } = this;
    const first = this.look(hashOf(key));
    if (first < 0) return -1;
    for (let entry = first; rests[entry] === rests[first]; entry++) {
      const number = numbers[entry]! - 1;
      if (number >= 0 && keys[number] === key) return number;
    }
    return -1;
  }
}
