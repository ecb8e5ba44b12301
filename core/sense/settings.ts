/** Wordings around a form that settle its sense at once: “mixed reviews”, “producer and DJ”. */
import { normalise } from '../matching/normalise.ts';
import type { Settings } from './table.ts';

/**
 * Files each phrase under every form in it: “track record” under `track` (record after it) and `record` (track before).
 * A phrase that is a form itself, or holds none, is left out.
 */
export function compileSettings(phrases: readonly string[], isForm: (key: string) => boolean): Settings {
  const settings = new Map<string, Set<string>>();
  for (const phrase of phrases.map(normalise)) {
    if (isForm(phrase)) continue;
    const words = phrase.split(' ');
    for (let from = 0; from < words.length; from++) {
      for (let to = from + 1; to <= words.length; to++) {
        const form = words.slice(from, to).join(' ');
        if (!isForm(form)) continue;
        const before = words.slice(0, from).join(' ');
        const after = words.slice(to).join(' ');
        const setting = `${before ? `${before} ` : ''}*${after ? ` ${after}` : ''}`;
        settings.set(form, (settings.get(form) ?? new Set()).add(setting));
      }
    }
  }
  return Object.fromEntries([...settings].map(([form, set]) => [form, [...set].join('|')]));
}

/** Whether the form at this place stands in one of its settings. Any white space, hyphen or capitals will do. */
export function isSetIn(settings: readonly string[], text: string, start: number, end: number): boolean {
  if (settings.length === 0) return false;
  const loosely = (part: string) => normalise(part).replace(/-/g, ' ');
  const before = loosely(text.slice(Math.max(0, start - 30), start));
  const after = loosely(text.slice(end, end + 30));
  return settings.some((setting) => {
    const at = setting.indexOf('*');
    const left = setting.slice(0, at);
    const right = setting.slice(at + 1);
    return (
      (left === '' || (before.endsWith(left) && !isWord(before.charAt(before.length - left.length - 1)))) &&
      (right === '' || (after.startsWith(right) && !isWord(after.charAt(right.length))))
    );
  });
}

const isWord = (character: string): boolean => /\w/.test(character);
