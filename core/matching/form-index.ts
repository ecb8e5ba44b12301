/**
 * Many spellings, filed so that a text is compared with all of them at once.
 *
 * What is filed under its hash is each place in a spelling where a word ends or a sign stands: the beginnings “record”
 * and “record label”. A text is then read word by word: one hash a word, one look into one table, and most words are
 * none of ours. A trie asks at every letter. docs/decisions/0105-one-look-a-word.md, 0206-filed-by-the-build.md.
 */

/** Set for a beginning from which some spelling goes on. */
export const GOES_ON = 1;
/** Set for a word that is only counted: in any capitals, or when it does not begin with one. */
export const COUNTS = 2;
export const COUNTS_SMALL = 4;

/** Every bit of `IndexTables.nexts`. */
export const ANY = 0xff;

/** The bit for a letter that may come next; others share it. */
export const nextBit = (letter: number): number => 1 << (letter & 7);

/** There are so many buckets, 2 to the power of this. */
export const BUCKET_BITS = 12;
const REMAINDER_BITS = 16;

/**
 * The place of a hash: its bucket in the highest bits, below it the remainder that tells entries of a bucket apart. Words
 * share a place very seldom: a spelling is then told by its letters, a beginning is followed in vain, and a small word is
 * counted once too often. Fibonacci hashing: neighbours go far apart.
 */
export const placeOf = (hash: number): number => Math.imul(hash, 0x9e3779b1) >>> (32 - BUCKET_BITS - REMAINDER_BITS);
export const bucketOf = (place: number): number => place >>> REMAINDER_BITS;
export const remainderOf = (place: number): number => place & ((1 << REMAINDER_BITS) - 1);

/** What is filed, by place: what stands at one index of the lists is one entry. */
export interface IndexTables {
  /** Entries of one place stand next to each other. */
  remainders: Uint16Array;
  /** The spelling that ends here: its number plus one, 0 for none. Of several in one place each is an entry. */
  numbers: Uint16Array;
  /** Where each bucket begins in the other lists, and behind the last of them where it ends. */
  offsets: Uint16Array;
  /** For every letter with which some spelling goes on behind a space a bit, `nextBit`. */
  nexts: Uint8Array;
  flags: Uint8Array;
}

/** Made by core/matching/index-filer, or out of what the build has packed. */
export class FormIndex implements IndexTables {
  /** The spellings by their number, normalised. */
  readonly keys: readonly string[];
  readonly remainders: Uint16Array;
  readonly numbers: Uint16Array;
  readonly offsets: Uint16Array;
  readonly nexts: Uint8Array;
  readonly flags: Uint8Array;

  constructor(keys: readonly string[], { remainders, numbers, offsets, nexts, flags }: IndexTables) {
    this.keys = keys;
    this.remainders = remainders;
    this.numbers = numbers;
    this.offsets = offsets;
    this.nexts = nexts;
    this.flags = flags;
  }

  /** The first entry in the place of a hash; -1 when nothing is filed there. */
  look(hash: number): number {
    const { offsets, remainders } = this;
    const place = placeOf(hash);
    const bucket = bucketOf(place);
    const remainder = remainderOf(place);
    const end = offsets[bucket + 1]!;
    for (let entry = offsets[bucket]!; entry < end; entry++) if (remainders[entry] === remainder) return entry;
    return -1;
  }
}
