import cardTable from 'virtual:liner-notes/card-table';
import { describe, expect, it } from 'vitest';
import { cardContent } from '../../../core/card/content.ts';
import type { CardTable, CardTerm } from '../../../core/glossary/types.ts';

const term = (some: Partial<CardTerm> & { id: string }): CardTerm => ({
  name: some.id,
  kind: 'role',
  definition: 'Makes records.',
  usage: [],
  disputed: false,
  confusedWith: [],
  sources: [0],
  ...some,
});
const small: CardTable = {
  terms: {
    producer: term({
      id: 'producer',
      usage: [
        { scope: 'classical', text: 'Follows the score.' },
        { scope: 'hip-hop', text: 'Makes the beat.' },
      ],
      confusedWith: ['dj', 'engineer', 'nobody'],
    }),
    engineer: term({ id: 'engineer' }),
    dj: term({ id: 'dj', disputed: true, usage: [{ scope: 'electronic', text: 'Makes tracks, too.' }] }),
  },
  differences: { 'engineer|producer': 'The producer leads; the engineer runs the sound.' },
  sources: [{ name: 'MusicBrainz', url: 'https://example.org/' }],
};
const nothing = new Set<string>();

describe('what the card says', () => {
  it('chooses the usage note that the page speaks of', () => {
    expect(cardContent(small, 'producer', ['live', 'hip-hop'], nothing)?.usage).toEqual({
      scope: 'hip-hop',
      text: 'Makes the beat.',
    });
  });

  it('shows no usage note where the page speaks of no setting', () => {
    expect(cardContent(small, 'producer', [], nothing)?.usage).toBeNull();
  });

  it('shows a note of a disputed term all the same', () => {
    expect(cardContent(small, 'dj', [], nothing)?.usage?.scope).toBe('electronic');
  });

  it('puts a confusable term that is on this page first, with the difference', () => {
    expect(cardContent(small, 'producer', [], new Set(['engineer']))?.confusables).toEqual([
      {
        id: 'engineer',
        name: 'engineer',
        difference: 'The producer leads; the engineer runs the sound.',
        onPage: true,
      },
      { id: 'dj', name: 'dj', difference: null, onPage: false },
    ]);
  });

  it('says nothing of a term it does not know', () => {
    expect(cardContent(small, 'nobody', [], nothing)).toBeNull();
  });

  it('has a definition and a source for every term of the glossary', () => {
    const table = cardTable();
    for (const id of Object.keys(table.terms)) {
      const content = cardContent(table, id, [], nothing);
      expect(content?.definition, id).toBeTruthy();
      expect(content?.sources.length, id).toBeGreaterThan(0);
    }
  });
});
