/**
 * Many spellings as one trie in typed arrays, built where it is used.
 *
 * A regular expression in the shape of a trie finds as fast, but the engine takes 25 ms and more to compile one of
 * this size, in a single task, once for every document (docs/decisions/0003): this takes a few.
 */
import { normalise } from './normalise.ts';
import { Alphabet, SYMBOL_BITS } from './symbols.ts';

export interface FormIndex<Entry> {
  alphabet: Alphabet;
  /** The node reached from a node by a symbol; 0 when there is none. The root is node 1. */
  step(node: number, symbol: number): number;
  /** What is spelt by the way to a node, if a spelling ends there. */
  at(node: number): Entry | undefined;
}

export const ROOT = 1;

/** Open addressing with linear probing; Fibonacci hashing spreads the neighbouring keys of one node. */
class Steps {
  readonly #keys: Int32Array;
  readonly #nodes: Int32Array;
  readonly #shift: number;
  readonly #mask: number;

  constructor(most: number) {
    const bits = Math.ceil(Math.log2(most * 2 + 1));
    this.#keys = new Int32Array(1 << bits);
    this.#nodes = new Int32Array(1 << bits);
    this.#shift = 32 - bits;
    this.#mask = (1 << bits) - 1;
  }

  #slot(key: number): number {
    let slot = Math.imul(key, 0x9e3779b1) >>> this.#shift;
    while (this.#keys[slot] !== key && this.#keys[slot] !== 0) slot = (slot + 1) & this.#mask;
    return slot;
  }

  get(key: number): number {
    return this.#nodes[this.#slot(key)]!;
  }

  /** The node a key leads to; a key not met before leads to `fresh` from now on. */
  take(key: number, fresh: number): number {
    const slot = this.#slot(key);
    if (this.#keys[slot] === 0) {
      this.#keys[slot] = key;
      this.#nodes[slot] = fresh;
    }
    return this.#nodes[slot]!;
  }
}

/**
 * Files entries under their spellings.
 * @throws when a spelling does not begin with a letter or digit of ASCII: no word edge would be found there.
 */
export function createFormIndex<Entry>(entries: Iterable<readonly [string, Entry]>): FormIndex<Entry> {
  const alphabet = new Alphabet();
  const keys: string[] = [];
  const filed: Entry[] = [];
  let length = 0;
  for (const [form, entry] of entries) {
    const key = normalise(form);
    if (!/^[a-z0-9]/.test(key)) throw new Error(`The form “${form}” must begin with a letter or digit of ASCII.`);
    keys.push(key);
    filed.push(entry);
    length += key.length;
  }
  const steps = new Steps(length);
  const ends: (Entry | undefined)[] = [undefined, undefined];
  for (let i = 0; i < keys.length; i++) {
    const key = keys[i]!;
    let node = ROOT;
    for (let at = 0; at < key.length; at++) {
      const next = steps.take((node << SYMBOL_BITS) | alphabet.learn(key.charCodeAt(at)), ends.length);
      if (next === ends.length) ends.push(undefined);
      node = next;
    }
    ends[node] = filed[i];
  }
  return {
    alphabet,
    step: (node, symbol) => steps.get((node << SYMBOL_BITS) | symbol),
    at: (node) => ends[node],
  };
}
