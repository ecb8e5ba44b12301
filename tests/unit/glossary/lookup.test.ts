import glossary from 'virtual:liner-notes/glossary';
import { describe, expect, it } from 'vitest';
import {
  bestKnownFirst,
  citedSources,
  comparisonsWith,
  confusables,
  getTerm,
  nameInSentence,
} from '../../../core/glossary/lookup.ts';
import type { Glossary } from '../../../core/glossary/types.ts';

describe('looking up', () => {
  it('finds a term by its id, and nothing for an unknown one', () => {
    expect(getTerm(glossary, 'producer')?.name).toBe('Producer');
    expect(getTerm(glossary, 'nobody')).toBeUndefined();
  });

  it('gives what a term is confused with, with the difference where there is one', () => {
    const withDifference: Glossary = {
      ...glossary,
      differences: [{ terms: ['dj', 'producer'], text: 'A DJ plays records; a producer makes them.' }],
    };
    const dj = confusables(withDifference, 'producer').find(({ term }) => term.id === 'dj');
    expect(dj?.difference).toBe('A DJ plays records; a producer makes them.');
    expect(confusables(withDifference, 'producer').length).toBeGreaterThan(1);
    expect(confusables(glossary, 'nobody')).toEqual([]);
  });

  it('lists the comparisons a term is in, those that it leads first', () => {
    expect(comparisonsWith(glossary, 'producer')[0]?.columns[0]).toBe('producer');
    expect(comparisonsWith(glossary, 'nobody')).toEqual([]);
  });

  it('offers the best-known comparisons first, and all of them', () => {
    const [first, ...rest] = bestKnownFirst(glossary);
    expect(first?.columns).toContain('producer');
    expect(rest).toHaveLength(glossary.comparisons.length - 1);
  });

  it('resolves each source once', () => {
    expect(citedSources(glossary, ['mb', 'nowhere', 'mb']).map(({ publisher }) => publisher)).toEqual(['MusicBrainz']);
  });

  it('writes a name as it reads within a sentence', () => {
    const inSentence = (id: string) => nameInSentence(getTerm(glossary, id)!);
    expect(inSentence('audio-engineer')).toBe('audio engineer');
    expect(inSentence('dj')).toBe('DJ');
    expect(inSentence('ar')).toBe('A&R');
    expect(inSentence('logic-pro')).toBe('Logic Pro');
    expect(inSentence('production-manager')).toBe('production manager (touring)');
  });
});
