import cardTable from 'virtual:liner-notes/card-table';
import glossary from 'virtual:liner-notes/glossary';
import matchTable from 'virtual:liner-notes/match-table';
import { expect, it } from 'vitest';
import { createLexicon } from '../../../core/sense/lexicon.ts';

it('the full glossary holds every term with its facts', () => {
  expect(glossary.terms.find(({ id }) => id === 'producer')?.facts.length).toBeGreaterThan(1);
});

it('the card table holds of a term only what the card shows', () => {
  const cards = cardTable();
  const { producer } = cards.terms;
  expect(producer?.definition).toMatch(/record/);
  expect(producer).not.toHaveProperty('facts');
  expect(producer?.sources.map((i) => cards.sources[i]?.url)).toEqual([expect.stringMatching(/^https?:/)]);
  expect(cardTable()).toBe(cards);
});

it('the match table knows the forms of each term by level, and those that count in one spelling only', () => {
  const { index, form } = createLexicon(matchTable());
  expect(form(index.keys.indexOf('music producer'))).toEqual({ term: 'producer', level: 0 });
  expect(form(index.keys.indexOf('dj'))).toEqual({ term: 'dj', level: 0, exact: 'DJ' });
});
