import { cpSync, globSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { cardWords } from '../build/card-words-plugin.ts';
import { inAscii } from '../build/one-byte.ts';
import type { BrowserName } from './types.ts';

const BUILDS: Record<BrowserName, string> = { chromium: 'chrome-mv3', firefox: 'firefox-mv3' };
/** How much longer a translation from English may be: https://www.w3.org/International/articles/article-text-size */
const GROWTH = 1.4;
const ACCENTS: Record<string, string> = {
  a: 'å',
  e: 'é',
  i: 'î',
  o: 'ö',
  u: 'û',
  A: 'Å',
  E: 'É',
  I: 'Î',
  O: 'Ö',
  U: 'Û',
};

/**
 * A copy of the built extension whose words are 40 % longer, to be loaded in place of the build: for tests and
 * screenshots only. In `rtl` every word is also written from right to left, and the pages run so.
 * @returns its folder
 */
export function pseudoLocale(browser: BrowserName, direction: 'ltr' | 'rtl'): string {
  const folder = path.resolve('.output', `pseudo-${direction}-${BUILDS[browser]}`);
  rmSync(folder, { recursive: true, force: true });
  cpSync(path.resolve('.output', BUILDS[browser]), folder, { recursive: true });
  const file = path.join(folder, '_locales/en/messages.json');
  const messages = JSON.parse(readFileSync(file, 'utf8')) as Record<string, { message: string }>;
  for (const entry of Object.values(messages)) entry.message = pseudo(entry.message, direction);
  // The codes that pseudo-locales have elsewhere (CLDR's private use).
  messages.locale_language = { message: direction === 'rtl' ? 'ar-XB' : 'en-XA' };
  messages.locale_direction = { message: direction };
  writeFileSync(file, JSON.stringify(messages));
  growCard(folder, direction);
  return folder;
}

/** The card's words are bundled with what draws it: in pages, and in the samples of ours. @throws when none are there. */
function growCard(folder: string, direction: 'ltr' | 'rtl'): void {
  const words = Object.entries(cardWords(readFileSync('locales/en.yml', 'utf8')));
  const scripts = globSync(['marks.js', 'chunks/*.js'], { cwd: folder }).map((name) => path.join(folder, name));
  const bundled = scripts.filter((script) => readFileSync(script, 'utf8').includes('"card.own":'));
  if (!bundled.includes(path.join(folder, 'marks.js'))) throw new Error('the words of the card are not in marks.js');
  for (const script of bundled) {
    let code = readFileSync(script, 'utf8');
    for (const [key, text] of words) {
      const [before, after, ...more] = code.split(
        new RegExp(`"${key.replace('.', '\\.')}":(?:"[^"]*"|\`[^\`]*\`|'[^']*')`),
      );
      if (after === undefined || more.length > 0) throw new Error(`${key} is not once in ${script}`);
      code = `${before}"${key}":${inAscii(JSON.stringify(pseudo(text, direction)))}${after}`;
    }
    writeFileSync(script, code);
  }
}

/** The message with longer words; what is filled in (`$1`) and the bar between singular and plural stay as they are. */
function pseudo(message: string, direction: 'ltr' | 'rtl'): string {
  return message.replace(/\$\d|[^\s|$]+/g, (word) => {
    if (word.startsWith('$')) return word;
    const long = longer(word);
    return direction === 'rtl' ? `\u202e${long}\u202c` : long;
  });
}

/** Vowels are drawn out until the word has grown enough. */
function longer(word: string): string {
  const accented = word.replace(/[aeiou]/gi, (vowel) => ACCENTS[vowel]!);
  const missing = Math.ceil(word.length * GROWTH) - word.length;
  const at = accented.search(/[åéîöûÅÉÎÖÛ]/);
  if (at < 0) return accented + 'é'.repeat(missing);
  return accented.slice(0, at + 1) + accented[at]!.toLowerCase().repeat(missing) + accented.slice(at + 1);
}
