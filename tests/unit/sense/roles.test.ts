import { describe, expect, it } from 'vitest';
import { block, markedIn } from './blocks.ts';

const marked = (text: string) => markedIn(text.split('\n').map((line) => block(line))).flat();

describe('a line that lists roles and nothing else', () => {
  it.each([
    ['Jane Doe\nProducer, Engineer', ['Producer', 'Engineer']],
    ['Producer / Engineer', ['Producer', 'Engineer']],
    ['Jane Doe – producer, engineer', ['producer', 'engineer']],
    ['Jane Doe (producer & mixer)', ['producer', 'mixer']],
    ['Producer, songwriter and drummer', ['Producer', 'songwriter']],
  ])('is of music when all of them are: %s', (text, roles) => {
    expect(marked(text)).toEqual(roles);
  });

  it.each([
    'Ada Finn\nProducer, Editor',
    'Ada Finn\nProducer / Director',
    'Ada Finn – producer, writer',
    'Engineer, Manager',
    'Producer, Programmer',
    'Engineering, Production',
    'Producers, producers',
    'The producer, engineer and cook of this little cheese dairy is one and the same.',
  ])('is left alone when one is not, or they are of every trade: %s', (text) => {
    expect(marked(text)).toEqual([]);
  });

  it('is left alone where the surroundings speak of film', () => {
    const film = 'The film premiered at Sundance; its director and cast had met on a television series.';
    expect(marked(`${film}\nJane Doe\nProducer, Engineer\nThe screenplay won an Oscar.`)).toEqual([]);
  });
});

describe('what a verb is done to', () => {
  it.each([
    ['The singer has produced two albums in a year.', 'produced'],
    ['The actress released several albums of songs.', 'released'],
  ])('tells the verb of music: %s', (text, verb) => {
    expect(marked(text)).toContain(verb);
  });

  it.each([
    ['The organ and the guitar each produced a thin, reedy sound, and the singer laughed.', 'produced'],
    ['The synth is producing a variety of tones while the drums play on.', 'producing'],
    ['The tone produced by the string depends on the guitar’s wood.', 'produced by'],
    ['The singer’s manager released a statement about the song on Monday.', 'released'],
    ['The band recorded the conversation with their drummer’s lawyer.', 'recorded'],
    ['The sheet music produced by Frieda is exceptionally pretty.', 'produced by'],
    ['Softer tones can be produced using the left pedal of the piano.', 'produced'],
    ['The sound of the organ goes on until both notes have been released.', 'released'],
    ['The chord is produced by the command below, and the singers hold the note.', 'produced by'],
    ['Melody and harmony may use mixed rhythms, as in many old songs.', 'mixed'],
    ['The label will reissue the ticket for the band’s concert.', 'reissue'],
    ['The songs do not really cover the singer’s last years with the band.', 'cover'],
  ])('tells it from the others, even among words of music: %s', (text, verb) => {
    expect(marked(text)).not.toContain(verb);
  });
});

describe('words that need one of their own cues near', () => {
  it.each([
    ['Try a reverb plug-in on the vocal before you buy one.', 'plug-in'],
    ['The band toured with a singer from Leeds.', 'band'],
    ['She recorded the demo at home, with a guitar and one vocal.', 'demo'],
    ['The remixer asked for the stems of the drums and the vocals.', 'stems'],
  ])('are found beside it: %s', (text, word) => {
    expect(marked(text)).toContain(word);
  });

  it.each([
    ['This plugin fetches the album’s genre and writes it to every track and artist.', 'plugin'],
    ['The lyrics plugin looks up each song of your albums.', 'plugin'],
    ['Musicians like fine scores, so why could programmers not write them?', 'programmers'],
    ['Connect the MC OUT port to the synth and play a chord.', 'MC'],
    ['In the old hymn the notes have no stems, and the singers choose the rhythm.', 'stems'],
    ['The demos show fast Fourier transforms, a gong and a piano.', 'demos'],
    ['The guitarist lets the chords bounce between two octaves.', 'bounce'],
    ['The signal is split into bands by a crossover filter, and the equalizer boosts each band.', 'band'],
    ['Editing the song’s title changes it for all tracks of the album.', 'Editing'],
    ['The file holds three short songs for referencing purposes.', 'referencing'],
  ])('are not, however much music stands around: %s', (text, word) => {
    expect(marked(text)).not.toContain(word);
  });
});

describe('a remark, a count and a name', () => {
  it.each([
    ['Note: both songs were written by the same singer for the band.', 'Note'],
    ['You can take the synth and the drums on stage.', 'take'],
    ['The tracks are named by the single letters C and B, for chords and bass.', 'single'],
    ['Append a single “t” to the chord and the note lasts longer.', 'single'],
    ['The organ can play a single sustained note under the melody.', 'single'],
    ['The equalizer splits the vocal into three bands, and each band has its own filter.', 'band'],
    ['Drag the track in the arranger, then set its volume in the mixer.', 'mixer'],
    ['The song has a single or multiple melody lines for the singers.', 'single'],
  ])('is no word of music: %s', (text, word) => {
    expect(marked(text)).not.toContain(word);
  });

  it('is told at the beginning of a sentence by its place in another', () => {
    const text = 'Steve Masters is a club DJ. Masters has played songs on the radio for forty years.';
    expect(marked(text)).not.toContain('Masters');
  });
});
