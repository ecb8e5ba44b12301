import matchTable from 'virtual:liner-notes/match-table';
import { describe, expect, it } from 'vitest';
import { createJudge } from '../../../core/sense/judge.ts';
import { judgeText } from '../../../scripts/corpus/mark-text.ts';

const judge = createJudge(matchTable);
const marked = (text: string, facts = {}): string[] =>
  judgeText(judge, text, facts)
    .filter(({ music }) => music)
    .map(({ candidate }) => candidate.surface);

describe('the judge', () => {
  it('marks the roles of a record', () => {
    expect(marked('The album was produced by the band and mixed by a guest engineer in a recording studio.')).toEqual(
      expect.arrayContaining(['album', 'produced by', 'mixed by', 'recording studio']),
    );
  });

  it('leaves the producer of a film alone', () => {
    const text = 'The film producer hired a screenwriter; the producers then sold the movie to a network.';
    expect(marked(text)).toEqual([]);
  });

  it('leaves the producers of Kafka alone', () => {
    const text = 'A Kafka producer writes records to a topic; each record has a key. Engineers track the release.';
    expect(marked(text)).toEqual([]);
  });

  it('lets no far-off text be marked because of a song elsewhere', () => {
    const far = 'The producers of milk met in the city hall to talk about prices. '.repeat(40);
    expect(marked(`The singer wrote a song with her producer.\n\n${far}`)).toEqual(['producer']);
  });

  it('reads a long page on which nothing speaks of another subject', () => {
    const { key } = judge.page(
      { title: 'Page' },
      { length: 20_000, music: 300, other: 0, english: 900, foreign: 0, named: 0, stems: 0 },
    );
    expect(key).toMatch(/^en-?[012]$/);
  });

  it('marks no part of an address', () => {
    const song = 'The album was produced by the band; its song is at';
    expect(marked(`${song} https://music.example/the-album/produced-by/arranger today.`)).not.toContain('arranger');
    expect(marked(`${song} www.music.example/album now.`).filter((word) => word === 'album')).toHaveLength(1);
    expect(marked('The singer-songwriter/arranger made an album of songs.')).toContain('arranger');
  });

  it.each([
    ['a single album of the band', 'single'],
    ['a record year for the singer', 'record'],
    ['to note that the song ends', 'note'],
    ['the sound produced by striking a drum', 'produced by'],
    ['the volume of the song gradually scales', 'scale'],
    ['not a single hit was on it', 'single'],
    ['reviews of the album were mixed', 'mixed'],
    ['critics note that the song ends', 'note'],
    ['she keeps recordings of interviews', 'recordings'],
  ])('tells “%s” from the word of music', (words, not) => {
    expect(marked(`The singer wrote a song and a melody for the album: ${words}.`)).not.toContain(not);
  });

  it.each([
    ['her single hit number one', 'single'],
    ['the songs of the album were mixed in a week', 'mixed'],
    ['it is the best record of all time', 'record'],
  ])('still takes “%s” for music', (words, surface) => {
    expect(marked(`The singer wrote a song and a melody for the album: ${words}.`)).toContain(surface);
  });

  it('lets one word each of many subjects speak against music less than as many of one', () => {
    const scattered = "The singer's producer liked milk, trains, novels and football.";
    const one = "The singer's producer liked milk, cheese, cattle and wheat.";
    const score = (text: string) =>
      judgeText(judge, text).find(({ candidate }) => candidate.surface === 'producer')!.score;
    expect(score(scattered)).toBeGreaterThan(score(one) + 0.1);
  });

  it('leaves a page alone that is declared to be in another language', () => {
    expect(marked('The album was produced by a songwriter.', { lang: 'de' })).toEqual([]);
  });

  it('leaves a page alone that is in another language without saying so', () => {
    const text = 'Das Album wurde von einem Songwriter und dem DJ nicht in der Stadt für den Sommer produziert.';
    expect(marked(text)).toEqual([]);
  });
});
