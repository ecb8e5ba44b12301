import { describe, expect, it } from 'vitest';
import { emptyTotals } from '../../../core/sense/types.ts';
import { block, judge, markedIn, pageOfBlocks } from './blocks.ts';

const SONG = 'The singer cut the song in one take; her producer mixed the vocals and the drums that night.';
const MILK = 'The producers asked for a higher price, and the engineer recorded each delivery of milk at the plant.';

describe('a page with more than one subject', () => {
  it('marks the music article of a list and not its neighbours', () => {
    const [before, song, after] = markedIn([block(MILK, 2), block(SONG, 2), block(MILK, 2)]);
    expect(song).toContain('producer');
    expect(before).toEqual([]);
    expect(after).toEqual([]);
  });

  it('judges a block alike whether the far ends of the page are given or not', () => {
    const filler = Array.from({ length: 40 }, () => block('Nothing of note was said for a good while that day.', 0));
    const blocks = [block(SONG), ...filler, block(SONG), ...filler, block(MILK)];
    const page = pageOfBlocks(blocks);
    const whole = judge.judge(blocks, page);
    expect(judge.judge(blocks, page, 41, 42)).toEqual(whole.slice(41, 42));
    const near = blocks.slice(10, 73);
    expect(judge.judge(near, page, 31, 32)).toEqual(whole.slice(41, 42));
  });

  it('lets a heading speak for what stands under it', () => {
    const filler = block('It was a long week and everybody was tired at the end of it, as one would be. '.repeat(6));
    const under = 'She asked the producer for two more days.';
    const heading = block('How we made the album: songs, vocals, guitars and a drummer', 0, true);
    const [, , underHeading] = markedIn([heading, filler, block(under)]);
    const [, , underText] = markedIn([
      block('What else happened that week in the town', 0, true),
      filler,
      block(under),
    ]);
    expect(underHeading).toEqual(['producer']);
    expect(underText).toEqual([]);
  });

  it.each(['MusicAlbum', 'MusicRecording'])('marks more where the structured data say %s', (type) => {
    const told = [block('The engineer kept the tape running while she sang.')];
    expect(markedIn(told)).toEqual([[]]);
    expect(markedIn(told, { types: [type] })).toEqual([['engineer']]);
  });

  it.each(['Movie', 'JobPosting'])('marks less where the structured data say %s', (type) => {
    const spoken = [block('The producer had a song in mind for the scene.')];
    expect(markedIn(spoken)).toEqual([['producer']]);
    expect(markedIn(spoken, { types: [type] })).toEqual([[]]);
  });

  it('reads a text alike however its source is broken into lines', () => {
    const words = 'The band put a single album out; the songs were\n  recorded by the singer.';
    const lines = words.replace('single album', 'single\n    album');
    expect(markedIn([block(words)])).toEqual([['band', 'album', 'recorded by']]);
    expect(markedIn([block(lines)])).toEqual([['band', 'album', 'recorded by']]);
  });

  it('takes the facts of the page for evidence', () => {
    const blocks = [block('The producer asked the singer for another take.')];
    const score = (facts: object) => judge.judge(blocks, pageOfBlocks(blocks, facts))[0]![0]!.score;
    const plain = score({});
    expect(score({ title: 'Recording vocals at home: a songwriter’s guide' })).toBeGreaterThan(plain);
    expect(score({ types: ['MusicAlbum'] })).toBeGreaterThan(plain);
    expect(score({ types: ['Movie'], title: 'The film’s director and cast at the box office' })).toBeLessThan(plain);
  });

  it('keeps its reading while the evidence wavers and gives it up when the evidence has moved', () => {
    const facts = { lang: 'en' };
    const at = (music: number, before?: ReturnType<typeof judge.page>) =>
      judge.page(
        facts,
        { music: 100 * music, other: 1000, length: 4001, english: 9, foreign: 0, named: 0, stems: 0 },
        before,
      );
    const low = at(16);
    const high = at(40);
    expect(high.key).not.toBe(low.key);
    const between = [18, 20, 22, 24].map((music) => at(music, low).key);
    expect(new Set(between).size).toBe(1);
    expect(at(200, low).key).not.toBe(low.key);
  });
});

describe('languages', () => {
  it('reads an English passage of a page in another language', () => {
    expect(judge.page({ lang: 'en-GB' }, emptyTotals()).readable).toBe(true);
    expect(judge.page({ lang: 'fr' }, emptyTotals()).readable).toBe(false);
  });

  it('leaves a block in another language alone on an English page', () => {
    const french = 'Le DJ a mixé un album pour les studios de la radio, avec une chanteuse que le label a signée.';
    const [english, other] = markedIn([block(SONG), block(french)], { lang: 'en' });
    expect(english).not.toEqual([]);
    expect(other).toEqual([]);
  });

  it.each([
    '坂本龍一 (Ryuichi Sakamoto), record producer and mastering engineer',
    'Dan van den Berg, record producer and mastering engineer, Los Angeles',
    'Дмитрий Шостакович and Мстислав Ростропович: recording session, mastering engineer',
    'Mixing engineer: José de la Cruz, Rio de Janeiro. Mastering engineer: Lars von und zu Berg',
  ])('reads credits whose names are foreign: %s', (text) => {
    expect(markedIn([block(text)])[0]).not.toEqual([]);
  });

  it.each([
    '坂本龍一は日本の作曲家でありピアニスト、音楽プロデューサーでもある。DJとしても知られるアーティストである。',
    'Продюсер записал новый альбом в студии, а DJ сделал ремикс на сингл группы.',
    'El DJ grabó un remix para el productor, que fue una sorpresa por su sonido.',
    'De DJ heeft een remix voor het label gemaakt en is ook niet op tour.',
  ])('leaves another language alone: %s', (text) => {
    expect(markedIn([block(text)])[0]).toEqual([]);
  });
});

describe('what the judge says of itself', () => {
  it('names the words that speak for a mark', () => {
    const blocks = [block(SONG)];
    const candidate = blocks[0]!.reading.candidates.find(({ surface }) => surface === 'producer')!;
    const reasons = judge.explain(blocks, pageOfBlocks(blocks), 0, candidate);
    expect(reasons).toContainEqual({ why: 'words', words: expect.arrayContaining(['song']) });
  });

  it('names the subject that speaks against one', () => {
    const blocks = [block(MILK)];
    const [candidate] = blocks[0]!.reading.candidates;
    expect(judge.explain(blocks, pageOfBlocks(blocks), 0, candidate!)).toContainEqual({
      why: 'otherWords',
      subject: expect.stringMatching(/\w/),
      words: expect.arrayContaining(['milk']),
    });
  });

  it('names the genre or setting around a block, best first', () => {
    const rap = [
      block('The rapper freestyled over a hip-hop beat; her producer chopped a soul record for the mixtape.'),
    ];
    const opera = [block('The conductor led the orchestra through the symphony before the opera season.')];
    expect(judge.scopes(rap, pageOfBlocks(rap), 0)[0]).toBe('hip-hop');
    expect(judge.scopes(opera, pageOfBlocks(opera), 0)[0]).toBe('classical');
    expect(judge.scopes([block(MILK)], pageOfBlocks([]), 0)).toEqual([]);
  });
});
