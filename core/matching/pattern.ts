import { APOSTROPHES, HYPHENS, normalise } from './normalise.ts';
import { trieSource } from './trie.ts';

/**
 * Letters and digits outside ASCII, as a class body without the `u` flag (which would slow the pattern down and let
 * `ſ` match `s`). Coarse on purpose: whole blocks of letters, surrogates included.
 */
const FOREIGN_LETTERS =
  '\\u00aa\\u00b5\\u00ba\\u00c0-\\u00d6\\u00d8-\\u00f6\\u00f8-\\u1fff\\u2c00-\\u2dff\\u3005-\\u3007\\u3021-\\ud7ff\\uf900-\\ufdff\\ufe70-\\ufefe\\uff10-\\uffdc';

const ATOMS: Record<string, string> = {
  ' ': `(?:\\s+|[${HYPHENS}])`,
  '-': `[${HYPHENS}]`,
  "'": `[${APOSTROPHES}]`,
};

const SYNTAX = /[\\^$.*+?()[\]{}|/]/;

function atom(character: string): string {
  return ATOMS[character] ?? (SYNTAX.test(character) ? `\\${character}` : character);
}

/**
 * The source of the pattern that finds every form, case-insensitively (flags `gi`), longest first, between word edges.
 * A space in a form also matches a run of white space or one hyphen; a hyphen matches hyphens only.
 * The left edge is checked for ASCII only (`\b`); `find` checks the rest.
 * @throws when a form does not begin with an ASCII letter or digit, since no word edge would be found there.
 */
export function patternSource(forms: Iterable<string>): string {
  const keys = new Set<string>();
  for (const form of forms) {
    const key = normalise(form);
    if (!/^[a-z0-9]/.test(key)) throw new Error(`The form “${form}” must begin with a letter or digit of ASCII.`);
    keys.add(key);
  }
  return `\\b(?:${trieSource(keys, atom)})(?![\\w${FOREIGN_LETTERS}])`;
}

const FOREIGN_LETTER = new RegExp(`[${FOREIGN_LETTERS}]`);

/** True when the character is a letter or digit outside ASCII; `\b` takes those for the edge of a word. */
export function isForeignLetter(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  return code > 0xa9 && FOREIGN_LETTER.test(text.charAt(at));
}
