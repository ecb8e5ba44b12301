import glossary from 'virtual:liner-notes/glossary';
import { describe, expect, it } from 'vitest';
import { compare } from '../../../core/glossary/compare.ts';
import { type Found, glossarySearch } from '../../../core/glossary/search.ts';
import { COMPARISON_WORDS } from '../../english-words.ts';

const search = glossarySearch(glossary);
const show = (found: Found | undefined) =>
  found?.type === 'comparison' ? found.terms.map(({ id }) => id) : found?.term.id;
const first = (query: string) => show(search.find(query)[0]);

describe('search', () => {
  it.each([
    ['producer', 'producer'],
    ['Producers', 'producer'],
    ['record producer', 'producer'],
    ['beat maker', 'beatmaker'],
    ['beat-maker', 'beatmaker'],
    ['proudcer', 'producer'],
    ['masterring enginer', 'mastering-engineer'],
    ['sound engineer', 'audio-engineer'],
    ['lyric', 'lyrics'],
    ['A&R', 'ar'],
    ['dj', 'dj'],
    ['what is a mix engineer', 'mix-engineer'],
    ['maste', 'mastering'],
  ])('finds %j', (query, id) => expect(first(query)).toBe(id));

  it.each([
    ['producer vs engineer', ['producer', 'audio-engineer']],
    ['producer vs. beatmaker', ['producer', 'beatmaker']],
    ['difference between mixing and mastering', ['mixing', 'mastering']],
    ['songwriter, composer, lyricist', ['songwriter', 'composer', 'lyricist']],
    ['mixing/mastering', ['mixing', 'mastering']],
    ['dynamic vs condenser', ['dynamic-microphone', 'condenser-microphone']],
    ['FOH vs monitor', ['foh-engineer', 'monitor-engineer']],
    ['live vs studio engineer', ['live-sound-engineer', 'recording-engineer']],
    ['foley vs sound designer', ['foley-artist', 'sound-designer']],
    ['master vs publishing', ['master', 'publishing-rights']],
    ['verse or chorus', ['verse', 'chorus']],
    ['agent vs manager', ['booking-agent', 'artist-manager']],
    ['EP or LP', ['ep-release', 'lp-release']],
    ['Ableton vs FL', ['ableton-live', 'fl-studio']],
  ])('offers the comparison for %j', (query, ids) => expect(first(query)).toEqual(ids));

  it.each([
    ['dynamic vs condenser', ['dynamic-microphone', 'condenser-microphone']],
    ['dynamic vs condenser mic', ['dynamic-microphone', 'condenser-microphone']],
    ['condenser or dynamic', ['condenser-microphone', 'dynamic-microphone']],
    ['FOH vs monitor', ['foh-engineer', 'monitor-engineer']],
    ['foh vs monitor engineer', ['foh-engineer', 'monitor-engineer']],
    ['live vs studio engineer', ['live-sound-engineer', 'recording-engineer']],
    ['foley vs sound designer', ['foley-artist', 'sound-designer']],
    ['foley / sound designer / re-recording mixer', ['foley-artist', 'sound-designer', 're-recording-mixer']],
    ['recording vs mix engineer', ['recording-engineer', 'mix-engineer']],
    ['mix vs mastering', ['mixing', 'mastering']],
    ['producer vs beat maker', ['producer', 'beatmaker']],
    ['mixing vs masteri', ['mixing', 'mastering']],
  ])('finds the hand-written table for %j', (query, ids) => {
    expect(first(query)).toEqual(ids);
    expect(compare(glossary, ids, COMPARISON_WORDS)?.written).toBeDefined();
  });
  it('finds every hand-written table by its own title', () => {
    const missed = glossary.comparisons
      .filter(({ title, columns }) => first(title)?.toString() !== columns.toString())
      .map(({ title }) => title);
    expect(missed).toEqual([]);
  });

  it.each([
    ['remix vs cover vs mashup vs edit vs bootleg', ['remix', 'cover', 'mashup', 'edit', 'bootleg']],
    ['bootleg, edit, mashup, cover, remix', ['bootleg', 'edit', 'mashup', 'cover', 'remix']],
    ['remix vs cover vs mashup vs edit vs mixing', ['remix', 'cover', 'mashup', 'edit']],
    ['dj, producer, luthier, mixing, mastering', ['dj', 'producer', 'luthier', 'mixing']],
  ])('offers five at once only where they stand in one hand-written table: %j', (query, ids) => {
    expect(first(query)).toEqual(ids);
    expect(show(search.named(query))).toEqual(ids);
  });

  it.each([
    ['mixing and mastering', ['mixing', 'mastering']],
    ['Mixing & masterring', ['mixing', 'mastering']],
    ['producer and engineer', ['producer', 'audio-engineer']],
    ['compare guitar tech and drum', ['guitar-tech', 'drum-tech']],
  ])('offers the comparison for %j, whose parts are names or which is asked for', (query, ids) =>
    expect(first(query)).toEqual(ids),
  );
  it.each(['guitar and vocals', 'rock and roll', 'bass & drums', 'love and peace', 'R & B', 'cut & paste'])(
    'makes no comparison of %j, whose parts name nothing here',
    (query) => expect(search.find(query).filter(({ type }) => type === 'comparison')).toEqual([]),
  );
  it.each(['A & R', 'a&r', 'A &R'])('finds one term in %j', (query) => expect(first(query)).toBe('ar'));
  it.each([
    ['artists and repertoire', 'ar'],
    ['tuning and timing', 'editing'],
    ['A/D converter', 'audio-interface'],
    ['in 4/4', 'time-signature'],
  ])('does not take %j apart, which is one term', (query, id) => {
    expect(first(query)).toBe(id);
    expect(search.find(query).filter(({ type }) => type === 'comparison')).toEqual([]);
  });
  it('says by which alias it found a term', () => {
    expect(search.find('sound engineer')[0]).toMatchObject({ type: 'term', alias: 'sound engineer' });
    expect(search.find('audio engineer')[0]).not.toHaveProperty('alias');
  });
  it.each(['', '   ', '???', 'qqqqqqqq'])('finds nothing for %j', (query) => expect(search.find(query)).toEqual([]));
  it('finds every term by its name', () => {
    const missed = glossary.terms.filter(({ name, id }) => first(name) !== id).map(({ id }) => id);
    expect(missed).toEqual([]);
  });
});

describe('what words name', () => {
  it.each([
    ['producer', 'producer'],
    ['Record Producers', 'producer'],
    ['what is a mix engineer?', 'mix-engineer'],
    ['proudcer', 'producer'],
    ['masterring enginer', 'mastering-engineer'],
  ])('is a term, outright or but for a slip: %j', (query, id) => expect(show(search.named(query))).toBe(id));
  it.each([
    ['producer vs engineer', ['producer', 'audio-engineer']],
    ['dynamic vs condenser', ['dynamic-microphone', 'condenser-microphone']],
    ['songwriter, composr, lyricist', ['songwriter', 'composer', 'lyricist']],
  ])('is terms side by side: %j', (query, ids) => expect(show(search.named(query))).toEqual(ids));
  it.each([
    '',
    '???',
    'qqq',
    'listener',
    'the whole',
    'cut and paste',
    'producer vs qqq',
    'fixing',
    'rock the boat',
    'points and song',
  ])('is nothing where they only turn up in what is said of something: %j', (query) =>
    expect(show(search.named(query))).toBeUndefined(),
  );
  it('is not all that is found', () => expect(search.find('listener')).not.toEqual([]));
  it('is every term by each of its names, itself or the one that has the better right to it', () => {
    const missed = glossary.terms.filter(({ name, id }) => show(search.named(name)) !== id).map(({ id }) => id);
    expect(missed).toEqual([]);
  });
});
