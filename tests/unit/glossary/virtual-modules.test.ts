import cards from 'virtual:liner-notes/card-table';
import glossary from 'virtual:liner-notes/glossary';
import match from 'virtual:liner-notes/match-table';
import { expect, it } from 'vitest';

it('the full glossary holds every term with its facts', () => {
  expect(glossary.terms.find(({ id }) => id === 'producer')?.facts.length).toBeGreaterThan(1);
});

it('the card table holds of a term only what the card shows', () => {
  const { producer } = cards.terms;
  expect(producer?.definition).toMatch(/record/);
  expect(producer).not.toHaveProperty('facts');
  expect(producer?.sources.map((i) => cards.sources[i]?.name)).toContain('MusicBrainz');
});

it('the match table knows each form by its spelling in lower case', () => {
  expect(match.forms['music producer']).toMatchObject({ term: 'producer', level: 0 });
  expect(match.forms.dj).toMatchObject({ exact: 'DJ' });
});
