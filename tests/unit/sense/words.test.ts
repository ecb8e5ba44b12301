import { describe, expect, it } from 'vitest';
import { unpackIndex } from '../../../core/matching/pack-index.ts';
import { Words } from '../../../core/sense/words.ts';

describe('the words that are looked for', () => {
  const words = new Words(new Map([['mix', { term: 'mix', level: 2 }]]), [
    { subject: 'music', strength: 'plain', words: ['song', 'Grammy', 'bass'] },
  ]);
  const { keys } = unpackIndex(words.packIndex());
  const named = (some: string[]) => words.numbersOf(some).map((number) => keys[number]);

  it('come with their plurals, but for those with a capital and those that end in an s', () => {
    expect(keys).toEqual(['mix', 'song', 'songs', 'grammy', 'bass']);
  });

  it('are named by singular or plural', () => {
    expect(named(['song'])).toEqual(['song', 'songs']);
    expect(named(['Songs', 'Grammy', 'volcano'])).toEqual(['songs', 'grammy']);
  });

  it('refuse a form that is there twice', () => {
    const twice = new Map([
      ['mix', { term: 'mix', level: 2 }],
      ['Mix', { term: 'mix', level: 2 }],
    ] as const);
    expect(() => new Words(twice, [])).toThrow('“Mix”');
  });
});
