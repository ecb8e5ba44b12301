import glossary from 'virtual:liner-notes/glossary';
import { describe, expect, it } from 'vitest';
import { placesOf, runsOf } from '../../../components/stages.ts';
import { withOwn } from '../../../core/glossary/own-terms.ts';
import { glossarySearch } from '../../../core/glossary/search.ts';
import { choiceFrom } from '../../../entrypoints/compare/choice.ts';
import { browseAddress, PLACE, viewOf } from '../../../entrypoints/glossary/address.ts';

const search = glossarySearch(glossary);
const shows = (address: string) => viewOf(glossary, search, new URL(address, 'https://a.example/glossary.html'));
const chooses = (query: string) => choiceFrom(glossary, { search: query });

describe('an address of the glossary', () => {
  it.each(['#producer', '?term=producer', '?q=Producers', '?by=stage#producer'])('%s shows an entry', (address) =>
    expect(shows(address)).toEqual({ name: 'entry', id: 'producer' }),
  );
  it.each(['#nobody', '?term=nobody', '#__proto__', '#<b>'])('%s shows that there is no such entry', (address) =>
    expect(shows(address)).toEqual({ name: 'missing' }),
  );
  it('leads on to the comparison that the words of a selection name', () =>
    expect(shows('?q=producer%20vs%20engineer')).toEqual({
      name: 'comparison',
      terms: ['producer', 'audio-engineer'],
    }));
  it.each(['qqqqqq', 'listener', 'cut and paste'])('starts a search with words that name no term: %s', (words) => {
    const query = encodeURIComponent(words);
    expect(shows(`?q=${query}`)).toEqual({ name: 'browse', order: 'letter', kind: null, query: words });
  });
  it('shows a term of the reader’s own, which is compared with nothing', () => {
    const id = 'own:aaaaaaaa';
    const own = { id, name: 'wall of sound', definition: 'Many players.', forms: ['spectorism'], exactCase: false };
    const all = withOwn(glossary, [own]);
    const named = (q: string) => viewOf(all, glossarySearch(all), { search: `?q=${encodeURIComponent(q)}`, hash: '' });
    expect(named('Wall of sound')).toEqual({ name: 'entry', id });
    expect(named('spectorism')).toEqual({ name: 'entry', id });
    expect(named('spectorism vs mixing')).toMatchObject({ name: 'browse', query: 'spectorism vs mixing' });
    expect(viewOf(all, search, { search: '', hash: `#${id}` })).toEqual({ name: 'entry', id });
  });
  it.each([
    ['letter', null],
    ['letter', 'gear'],
    ['kind', null],
    ['stage', 'role'],
  ] as const)('by %s, only %s, leads back to itself', (order, kind) =>
    expect(shows(browseAddress(order, kind))).toEqual({ name: 'browse', order, kind, query: '' }),
  );
  it('may name a place in a list, which no term is called like', () => {
    expect(shows(`?by=stage#${PLACE}mix`)).toMatchObject({ name: 'browse', order: 'stage' });
    expect(glossary.terms.filter(({ id }) => id.startsWith(PLACE))).toEqual([]);
  });
});

describe('an address of the comparison page', () => {
  it('chooses terms, each once, and leaves out what it does not know', () =>
    expect(chooses('?terms=dj,nobody,producer,dj')).toEqual(['dj', 'producer']));
  it('chooses four at most, or the five of a hand-written table', () => {
    expect(chooses('?terms=dj,producer,luthier,mixing,mastering')).toHaveLength(4);
    const five = glossary.comparisons.find(({ columns }) => columns.length === 5)!.columns;
    expect(chooses(`?terms=${five}`)).toEqual(five);
  });
});

describe('the stages of a term', () => {
  it('are places in their own order, neighbours as one run', () => {
    expect(placesOf({ stages: ['live', 'mix', 'record'] })).toEqual([1, 2, 5]);
    expect(runsOf([1, 2, 5])).toEqual([
      [1, 2],
      [5, 5],
    ]);
    expect(runsOf([])).toEqual([]);
  });
});
