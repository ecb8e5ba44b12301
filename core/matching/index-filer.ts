/** Files spellings and words in an index, letter by letter. The build does so; a page unpacks what it has filed. */
import { ANY, BUCKET_BITS, bucketOf, FormIndex, GOES_ON, nextBit, placeOf, remainderOf } from './form-index.ts';
import { normalise } from './normalise.ts';
import { SEPARATOR } from './pack-index.ts';
import { HASH_OF_NOTHING, hashOn, SPACE, signSymbol, wordSymbol } from './symbols.ts';

/** What is filed in one place. */
interface Filed {
  numbers: number[];
  flags: number;
  nexts: number;
}

/** What the lists of an index have room for. */
const MOST = 0xffff;

export class IndexFiler {
  readonly #numbers = new Map<string, number>();
  /** By place. */
  readonly #filed = new Map<number, Filed>();

  /** How many spellings are filed. */
  get size(): number {
    return this.#numbers.size;
  }

  /**
   * Files a spelling, in any capitals, and gives its number: from 0 on in the order of filing. A spelling that was filed
   * before has the number it got then.
   * @throws when it does not begin with a letter or digit: no word edge would be found there; or when it holds the sign that
   * parts spellings in a packed index.
   */
  file(spelling: string): number {
    const key = normalise(spelling);
    const known = this.#numbers.get(key);
    if (known !== undefined) return known;
    if (key === '' || wordSymbol(key.charCodeAt(0)) === 0)
      throw new Error(`The form “${spelling}” must begin with a letter or digit.`);
    if (key.includes(SEPARATOR)) throw new Error(`The form “${spelling}” must not hold “${SEPARATOR}”.`);
    const number = this.#numbers.size;
    this.#numbers.set(key, number);
    this.#filedAt(this.#fileBeginnings(key)).numbers.push(number);
    return number;
  }

  /** Files a word that is only counted (`COUNTS` or `COUNTS_SMALL`): it has no number. */
  fileCounted(word: string, how: number): void {
    this.#filedAt(hashOf(word)).flags |= how;
  }

  /** The number of a normalised spelling, -1 when it was not filed. */
  numberOf(key: string): number {
    return this.#numbers.get(key) ?? -1;
  }

  /** @throws when more is filed than there is room for. */
  index(): FormIndex {
    const entries = [...this.#filed]
      .toSorted(([a], [b]) => a - b)
      .flatMap(([place, { numbers, flags, nexts }]) =>
        (numbers.length ? numbers : [-1]).map((number) => ({ place, number, flags, nexts })),
      );
    if (entries.length > MOST) throw new Error(`${entries.length} entries are more than an index has room for.`);
    const offsets = new Uint16Array((1 << BUCKET_BITS) + 1);
    for (const { place } of entries) offsets[bucketOf(place) + 1]!++;
    for (let bucket = 1; bucket < offsets.length; bucket++) offsets[bucket]! += offsets[bucket - 1]!;
    return new FormIndex([...this.#numbers.keys()], {
      remainders: Uint16Array.from(entries, ({ place }) => remainderOf(place)),
      numbers: Uint16Array.from(entries, ({ number }) => number + 1),
      offsets,
      nexts: Uint8Array.from(entries, ({ nexts }) => nexts),
      flags: Uint8Array.from(entries, ({ flags }) => flags),
    });
  }

  /** Files that spellings go on from where a word ends or a sign stands; gives the hash of the whole. */
  #fileBeginnings(key: string): number {
    let hash = HASH_OF_NOTHING;
    let inWord = false;
    for (let at = 0; at < key.length; at++) {
      const code = key.charCodeAt(at);
      const letter = wordSymbol(code);
      // Inside a word nobody looks, nor behind a space: that more follows is filed before it.
      if (at > 0 && !(inWord && letter !== 0) && key.charCodeAt(at - 1) !== SPACE) {
        const beginning = this.#filedAt(hash);
        beginning.flags |= GOES_ON;
        beginning.nexts |= inWord && code === SPACE ? bitsFor(key.charCodeAt(at + 1)) : ANY;
      }
      hash = hashOn(hash, letter || signSymbol(code));
      inWord = letter !== 0;
    }
    return hash;
  }

  /** What is filed in the place of a hash; nothing yet, when it is new. */
  #filedAt(hash: number): Filed {
    const place = placeOf(hash);
    let filed = this.#filed.get(place);
    if (!filed) {
      filed = { numbers: [], flags: 0, nexts: 0 };
      this.#filed.set(place, filed);
    }
    return filed;
  }
}

/** The bits for the letter behind a space: of a plain one its own, else any. */
const bitsFor = (code: number): number => (code > 96 && code < 123 ? nextBit(code) : ANY);

/** The hash of a normalised spelling. */
export function hashOf(key: string): number {
  let hash = HASH_OF_NOTHING;
  for (let at = 0; at < key.length; at++) {
    const code = key.charCodeAt(at);
    hash = hashOn(hash, wordSymbol(code) || signSymbol(code));
  }
  return hash;
}
