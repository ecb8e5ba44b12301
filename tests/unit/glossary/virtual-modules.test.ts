import cardTable from 'virtual:liner-notes/card-table';
import glossary from 'virtual:liner-notes/glossary';
import matchTable from 'virtual:liner-notes/match-table';
import { expect, it } from 'vitest';

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
  const { forms } = matchTable();
  expect(forms['producer 0']?.split('|')).toContain('music producer');
  expect(forms['dj 0!']?.split('|')).toContain('DJ');
});
