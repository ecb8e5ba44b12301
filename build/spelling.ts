/** Spelling of the glossary's own texts: British English, its own forms and names, and `data/words.txt`. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import dictionary from 'dictionary-en-gb';
import nspell from 'nspell';
import type { GlossaryData, Problem } from '../core/glossary/data.ts';
import { statements } from '../core/glossary/statements.ts';
import { DATA_FOLDER } from './load-glossary.ts';

/** Words of the texts that neither the dictionary nor the glossary knows, each once, where it first stands. */
export function misspellings(data: GlossaryData, folder = DATA_FOLDER): Problem[] {
  const spelling = nspell({ aff: Buffer.from(dictionary.aff), dic: Buffer.from(dictionary.dic) });
  const own = readFileSync(join(folder, 'words.txt'), 'utf8')
    .split('\n')
    .map((line) => line.trim());
  const known = new Set(own.filter((line) => line !== '' && !line.startsWith('#')).flatMap(wordsOf));
  for (const { name, forms } of data.terms) {
    for (const word of [name, ...forms.map(({ text }) => text)].flatMap(wordsOf)) known.add(word);
  }
  for (const { publisher } of Object.values(data.sources)) for (const word of wordsOf(publisher)) known.add(word);

  const told = new Set<string>();
  return statements(data).flatMap(({ file, path, text }) =>
    wordsOf(text).flatMap((word) => {
      const right = told.has(word) || known.has(word) || known.has(word.toLowerCase()) || spelling.correct(word);
      told.add(word);
      return right
        ? []
        : [{ file, path, reason: `"${word}" is not in the dictionary (add it to data/words.txt if right)` }];
    }),
  );
}

/** The words of a text, without a closing 's; numbers and what holds a digit are no words. */
const wordsOf = (text: string): string[] =>
  (text.match(/[\p{L}\d][\p{L}\d'’&*]*/gu) ?? [])
    .map((word) => word.replace(/['’]s?$/, ''))
    .filter((word) => word.length > 1 && !/\d/.test(word));
