import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Plugin } from 'vite';
import { parse } from 'yaml';

const ID = 'virtual:card-words';
const FILE = resolve(import.meta.dirname, '../locales/en.yml');
/** The card's own messages and the names of what its data holds, and why a word is marked: nothing else rides in marks.js. */
const GROUPS = ['card', 'why', 'kind', 'scope'];

/** The card's messages by their full keys, as `locales/en.yml` has them. @throws when one is missing or has a plural. */
export function cardWords(yaml: string): Record<string, string> {
  const messages = parse(yaml) as Record<string, Record<string, unknown>>;
  const words: Record<string, string> = {};
  for (const group of GROUPS) {
    if (!messages[group]) throw new Error(`locales/en.yml has no group “${group}”`);
    for (const [name, text] of Object.entries(messages[group])) {
      if (typeof text !== 'string') throw new Error(`locales/en.yml: ${group}.${name} must be one text for the card`);
      words[`${group}.${name}`] = text;
    }
  }
  return words;
}

/**
 * Serves the card's messages as `virtual:card-words`. They are bundled, since `browser.i18n` in a content
 * script asks the browser's process at the first call (a card would wait for it) and throws after an update.
 */
export function cardWordsPlugin(): Plugin {
  return {
    name: 'liner-notes:card-words',
    resolveId: (id) => (id === ID ? `\0${ID}` : undefined),
    load(id) {
      if (id !== `\0${ID}`) return;
      this.addWatchFile(FILE);
      return `export default ${JSON.stringify(cardWords(readFileSync(FILE, 'utf8')))};`;
    },
  };
}
