import { createLexicon } from '../../core/sense/lexicon.ts';
import type { MatchTable } from '../../core/sense/table.ts';

/** The forms of the match table, so that every competitor looks for the same words. */
export function benchForms(table: MatchTable): string[] {
  const { index, forms } = createLexicon(table);
  return index.keys.slice(0, forms);
}

interface Trie {
  [letter: string]: Trie | true;
}

/** One RegExp over all words, shaped as a trie: the best case for a library that takes a RegExp. */
export function trieRegExp(words: string[]): RegExp {
  const trie: Trie = {};
  for (const word of words) {
    let node = trie;
    for (const letter of word) {
      node[letter] ??= {};
      node = node[letter] as Trie;
    }
    node[''] = true;
  }
  return new RegExp(`\\b${source(trie)}\\b`, 'gi');
}

function source(trie: Trie): string {
  const branches = Object.keys(trie)
    .filter((letter) => letter !== '')
    .map((letter) => {
      const atom = letter === ' ' ? '(?:\\s+|[-\\u2010\\u2011])' : letter.replace(/[\\^$.*+?()[\]{}|/]/, '\\$&');
      return atom + source(trie[letter] as Trie);
    });
  if (branches.length === 0) return '';
  return `(?:${branches.join('|')})${trie[''] ? '?' : ''}`;
}
