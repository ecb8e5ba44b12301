/** How much of a text a search reads, counted instead of timed: the same on every machine, however busy. */
import { expect } from 'vitest';

/**
 * Stands in for a string. What it does not know throws as it is asked for, an index and what would turn it into a string
 * (for a pattern, a template, `+`) among it: those would read uncounted. Only of `===` and `typeof` it is not told.
 */
class CountedText {
  reads = 0;
  readonly #text: string;

  constructor(text: string) {
    this.#text = text;
  }
  get length(): number {
    return this.#text.length;
  }
  charCodeAt(at: number): number {
    this.reads++;
    return this.#text.charCodeAt(at);
  }
  charAt(at: number): string {
    this.reads++;
    return this.#text.charAt(at);
  }
  slice(start = 0, end = this.length): string {
    this.reads += Math.max(0, Math.min(end, this.length) - start);
    return this.#text.slice(start, end);
  }
}

Object.setPrototypeOf(
  CountedText.prototype,
  new Proxy(Object.create(null), {
    get(_, key) {
      throw new TypeError(`reads are not counted by ${String(key)}`);
    },
  }),
);

type Search = (text: string) => unknown;

/** How many code units of a text a search reads, those it reads again among them. */
export function readsOf(text: string, search: Search): number {
  const counted = new CountedText(text);
  search(counted as unknown as string);
  return counted.reads;
}

/** Lengths of the texts, in pieces, each twice the one before: a square would read twice as often of each code unit. */
const TIMES = [500, 1000, 2000, 4000, 8000];
/** What is cut off at a text's ends weighs more in a short one: as much as the longest spelling is of it. */
const MOST_GROWTH = 1.1;

/**
 * Fails unless a search reads as often of each code unit, whatever the length of the text, and no more often than `most`.
 * @param make a text of so many pieces.
 */
export function expectLinear(make: (times: number) => string, search: Search, most: number): void {
  const each = TIMES.map((times) => {
    const text = make(times);
    return readsOf(text, search) / text.length;
  });
  expect(Math.min(...each), 'reads of each code unit').toBeGreaterThanOrEqual(1);
  expect(Math.max(...each), 'reads of each code unit').toBeLessThanOrEqual(most);
  for (const [at, reads] of each.slice(1).entries())
    expect(reads / each[at]!, `reads of each code unit, of ${TIMES[at + 1]} pieces to ${TIMES[at]}`).toBeLessThan(
      MOST_GROWTH,
    );
}
