/** Wordings around a form that settle its sense at once: “mixed reviews”, “producer and DJ”. */
import { normalise } from '../matching/normalise.ts';
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
export interface SetPhrase {
  before: string;
  after: string;
}

/** The set phrases of one form; none when it has none. */
export function unpackSetPhrases(packed: SetPhrases, form: string): SetPhrase[] {
  if (!Object.hasOwn(packed, form)) return [];
  return packed[form]!.split('|').map((wording) => {
    const at = wording.indexOf('*');
    return { before: wording.slice(0, at), after: wording.slice(at + 1) };
  });
}

/** Longer than any wording before or after a form. UTF-16 code units. */
const LONGEST = 40;

/** Whether the form at this place stands in one of its set phrases. Any white space, hyphen or capitals will do. */
export function standsIn(phrases: readonly SetPhrase[], text: string, start: number, end: number): boolean {
  if (phrases.length === 0) return false;
  const before = loosely(text.slice(Math.max(0, start - LONGEST), start));
  const after = loosely(text.slice(end, end + LONGEST));
  return phrases.some((phrase) => endsIn(before, phrase.before) && beginsWith(after, phrase.after));
}

function loosely(part: string): string {
  return normalise(part).replaceAll('-', ' ');
}

const endsIn = (text: string, wording: string): boolean =>
  wording === '' || (text.endsWith(wording) && !isWord(text.charCodeAt(text.length - wording.length - 1)));

const beginsWith = (text: string, wording: string): boolean =>
  wording === '' || (text.startsWith(wording) && !isWord(text.charCodeAt(wording.length)));

/** A letter or digit in normalised spelling; `NaN` past the end is none. */
const isWord = (code: number): boolean => (code >= 97 && code <= 122) || (code >= 48 && code <= 57);
