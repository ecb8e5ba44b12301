/**
 * Finds the reader's own spellings in a text: a few hundred at most, of any script, where the index of the glossary's
 * forms holds thousands of one alphabet. Literal text only; time grows with the text alone.
 */
import { lazyPattern } from '../lazy-pattern.ts';
import { APOSTROPHES, HYPHENS } from './normalise.ts';

export interface OwnForm {
  /** As the reader wrote it. */
  text: string;
  term: string;
  /** Only in this very case. */
  exact: boolean;
}
export interface OwnFound {
  form: OwnForm;
  /** UTF-16 code units. */
  start: number;
  end: number;
}

/** One step further in the spellings, by code unit. */
interface Node {
  next: Map<number, Node>;
  forms: OwnForm[];
}

const SPACE = 32;
const HYPHEN = 45;
const APOSTROPHE = 39;
const WHITE_SPACE = /\s/;
/** Han, kana, Thai, Lao, Khmer and Burmese put no space between words: there a word has no edge to be found. */
const UNSPACED = lazyPattern(
  String.raw`[\p{sc=Hani}\p{sc=Hira}\p{sc=Kana}\p{sc=Thai}\p{sc=Laoo}\p{sc=Khmr}\p{sc=Mymr}]`,
);
const WORD = lazyPattern(String.raw`[\p{L}\p{M}\p{N}_]`);

/** Small letters, plain apostrophes and hyphens, one kind of space; of the same length always. */
function plain(code: number): number {
  if (code < 128) return code >= 65 && code <= 90 ? code + 32 : code >= 9 && code <= 13 ? SPACE : code;
  const letter = String.fromCharCode(code);
  if (HYPHENS.includes(letter)) return HYPHEN;
  if (APOSTROPHES.includes(letter)) return APOSTROPHE;
  if (WHITE_SPACE.test(letter)) return SPACE;
  const small = letter.toLowerCase();
  return small.length === 1 ? small.charCodeAt(0) : code;
}

export class OwnForms {
  /** Of the longest spelling, in UTF-16 code units. */
  readonly longest: number;
  readonly #root: Node = { next: new Map(), forms: [] };

  constructor(forms: readonly OwnForm[]) {
    this.longest = Math.max(1, ...forms.map(({ text }) => text.length));
    for (const form of forms) {
      let node = this.#root;
      for (let at = 0; at < form.text.length; at++) {
        const code = plain(form.text.charCodeAt(at));
        const next = node.next.get(code) ?? { next: new Map(), forms: [] };
        node.next.set(code, next);
        node = next;
      }
      node.forms.push(form);
    }
  }

  /** Whether the text holds any of them. */
  isIn(text: string): boolean {
    return this.#scan(text, () => true);
  }

  /** All in the text, left to right, none overlapping: at each place the longest. */
  find(text: string): OwnFound[] {
    const found: OwnFound[] = [];
    this.#scan(text, (one) => {
      found.push(one);
      return false;
    });
    return found;
  }

  /** Stops, and is true, when `visit` is. */
  #scan(text: string, visit: (found: OwnFound) => boolean): boolean {
    for (let at = 0; at < text.length; ) {
      const found =
        this.#root.next.has(plain(text.charCodeAt(at))) && !joins(text, at) ? this.#longest(text, at) : null;
      if (found && visit(found)) return true;
      at = found ? found.end : at + 1;
    }
    return false;
  }

  #longest(text: string, start: number): OwnFound | null {
    let best: OwnFound | null = null;
    let node: Node | undefined = this.#root;
    for (let at = start; at < text.length; ) {
      const code = plain(text.charCodeAt(at));
      node = node.next.get(code);
      if (!node) break;
      at += 1;
      // A space in a form stands for a run of white space.
      if (code === SPACE) while (at < text.length && plain(text.charCodeAt(at)) === SPACE) at += 1;
      const form = node.forms.find((one) => !one.exact || one.text === text.slice(start, at));
      if (form && !joins(text, at)) best = { form, start, end: at };
    }
    return best;
  }
}

/** Whether what stands before a place and what stands behind it belong to one word. */
function joins(text: string, at: number): boolean {
  if (at === 0 || at === text.length) return false;
  const before = text.charAt(at - 1);
  const behind = text.charAt(at);
  return WORD().test(before) && WORD().test(behind) && !UNSPACED().test(before) && !UNSPACED().test(behind);
}
