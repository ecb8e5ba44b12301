/** Wordings around a form that settle its sense at once: “mixed reviews”, “producer and DJ”. */
import { normalise } from '../matching/normalise.ts';
import { NOWHERE, readOff } from '../matching/spelt.ts';
import { ASCII_WORD, HASH_OF_NOTHING, HYPHEN, hashOn, SPACE, signSymbol } from '../matching/symbols.ts';
import type { SetPhrases } from './table.ts';

/**
 * Files each phrase under every form in it: “track record” under `track` (record after it) and `record` (track before).
 * A phrase that is a form itself, or holds none, is left out.
 */
export function compileSetPhrases(phrases: readonly string[], isForm: (key: string) => boolean): SetPhrases {
  const filed = new Map<string, Set<string>>();
  for (const phrase of phrases.map(loosely)) {
    if (isForm(phrase)) continue;
    const words = phrase.split(' ');
    for (let from = 0; from < words.length; from++) {
      for (let to = from + 1; to <= words.length; to++) {
        const form = words.slice(from, to).join(' ');
        if (!isForm(form)) continue;
        const before = words.slice(0, from).join(' ');
        const after = words.slice(to).join(' ');
        const wording = `${before ? `${before} ` : ''}*${after ? ` ${after}` : ''}`;
        filed.set(form, (filed.get(form) ?? new Set()).add(wording));
      }
    }
  }
  return Object.fromEntries([...filed].map(([form, set]) => [form, [...set].join('|')]));
}

/** One wording: what stands right before the form (ending in a space) and right after it (beginning with one). */
interface SetPhrase {
  before: string;
  after: string;
}

/** The set phrases of one form. */
export interface Phrases {
  list: readonly SetPhrase[];
  /**
   * Hashes of the words that stand right after the form in its phrases, and right before it in those that have nothing
   * after: nearly every place where the form stands is told by them alone to be no phrase.
   */
  next: Hashes;
  last: Hashes;
}

/** A few hashes; most others are told from them by one bit. */
interface Hashes {
  all: readonly number[];
  /** Bit `hash & 31` is set for each of them. */
  bits: number;
}

const hashes = (all: readonly number[]): Hashes => ({
  all,
  bits: all.reduce((bits, hash) => bits | (1 << hash), 0),
});
const isOneOf = ({ all, bits }: Hashes, hash: number): boolean => (bits & (1 << hash)) !== 0 && all.includes(hash);

/** The set phrases of one form; none when it has none. */
export function unpackPhrases(packed: SetPhrases, form: string): Phrases | undefined {
  if (!Object.hasOwn(packed, form)) return undefined;
  const list = packed[form]!.split('|').map((wording) => {
    const at = wording.indexOf('*');
    return { before: wording.slice(0, at), after: wording.slice(at + 1) };
  });
  return {
    list,
    next: hashes(list.flatMap(({ after }) => (after === '' ? [] : [wordBeside(after, 0, 1)]))),
    last: hashes(
      list.flatMap(({ before, after }) => (after === '' ? [wordBeside(before, before.length - 1, -1)] : [])),
    ),
  };
}

/** Longer than any wording before or after a form. UTF-16 code units. */
const LONGEST = 40;

/** Whether the form at this place stands in one of its set phrases. Any white space, hyphen or capitals will do. */
export function standsIn(phrases: Phrases | undefined, text: string, start: number, end: number): boolean {
  if (!phrases) return false;
  const { list, next, last } = phrases;
  const isNext = next.bits !== 0 && isOneOf(next, wordBeside(text, end, 1));
  if (!isNext && !(last.bits !== 0 && isOneOf(last, wordBeside(text, start - 1, -1)))) return false;
  return list.some(({ before, after }) => endsIn(text, start, before) && beginsWith(text, end, after));
}

/**
 * A number for the letters and digits that stand next from a place, to the right or to the left, behind white space and
 * hyphens: the same for the same word in any capitals.
 */
function wordBeside(text: string, from: number, step: 1 | -1): number {
  let at = from;
  for (let far = 0; far < LONGEST; far++, at += step) {
    const symbol = signSymbol(text.charCodeAt(at));
    if (symbol !== SPACE && symbol !== HYPHEN) break;
  }
  let hash = HASH_OF_NOTHING;
  for (let far = 0; far < LONGEST; far++, at += step) {
    const code = text.charCodeAt(at);
    const symbol = code < 128 ? ASCII_WORD[code]! : 0;
    if (!isWord(symbol)) break;
    hash = hashOn(hash, symbol);
  }
  return hash;
}

function loosely(part: string): string {
  return normalise(part).replaceAll('-', ' ');
}

function endsIn(text: string, start: number, wording: string): boolean {
  if (wording === '') return true;
  const before = readOff(wording, text, start - 1, -1);
  return before !== NOWHERE && !isWordAt(text, before);
}

function beginsWith(text: string, end: number, wording: string): boolean {
  if (wording === '') return true;
  const after = readOff(wording, text, end, 1);
  return after !== NOWHERE && !isWordAt(text, after);
}

const isWordAt = (text: string, at: number): boolean => {
  const code = text.charCodeAt(at);
  return code < 128 && isWord(ASCII_WORD[code]!);
};

/** A letter or digit in normalised spelling; `NaN` past the end is none. */
const isWord = (code: number): boolean => (code >= 97 && code <= 122) || (code >= 48 && code <= 57);
