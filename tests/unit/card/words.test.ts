import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { cardWords } from '../../../build/card-words-plugin.ts';
import { kindName, reasonText, scopeName, word } from '../../../components/card-word.ts';
import { KINDS } from '../../../core/glossary/kinds.ts';
import { SCOPES } from '../../../core/glossary/schema.ts';

describe("the card's words", () => {
  it('fill in what the message leaves open', () => {
    expect(word('card.position', 2, 5)).toBe('2 of 5 on this page');
    expect(word('card.back', '$1 & $2')).toBe('Back to $1 & $2');
  });

  it('name every kind and every scope of the glossary', () => {
    for (const kind of KINDS) expect(kindName(kind), kind).toMatch(/^[A-Z]/);
    for (const scope of SCOPES) expect(scopeName(scope), scope).toMatch(/^[A-Z]/);
  });

  it('say why a word is marked', () => {
    expect(reasonText({ why: 'credit' })).toBe('It reads like a credit');
    expect(reasonText({ why: 'hardlyElse', surface: 'mix engineer' })).toMatch(/^“mix engineer” /);
    expect(reasonText({ why: 'words', words: ['song', 'band'] })).toBe('Words of music near it: song, band');
    expect(reasonText({ why: 'otherWords', subject: 'film', words: ['$1'] })).toBe('Against it, words of film: $1');
  });

  it('are only the ones of the card, since they ride in every page', () => {
    const words = cardWords(readFileSync('locales/en.yml', 'utf8'));
    expect(Object.keys(words).filter((key) => !/^(card|why|kind|scope)\./.test(key))).toEqual([]);
    expect(JSON.stringify(words).length).toBeLessThan(3800);
  });

  it('stop the build when one is a plural, which the card cannot count', () => {
    expect(() => cardWords('card:\n  a:\n    1: one\n    n: $1\nkind: {}\nscope: {}')).toThrow('card.a');
  });
});
