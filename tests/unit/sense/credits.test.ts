import { describe, expect, it } from 'vitest';
import { block, judge, markedIn, pageOfBlocks } from './blocks.ts';

const lines = (text: string, boundary: 0 | 1 = 0) => text.split('\n').map((line) => block(line, boundary));
const marked = (text: string, types?: string[]) => markedIn(lines(text), types && { types }).flat();

describe('credits in a list with nothing else around', () => {
  it.each([
    ['Producer: Anna Berg. Engineer: Tom Hale. Mixed by Rosa Lind.', ['Producer', 'Engineer', 'Mixed by']],
    ['Producer – Anna Berg\nEngineer – Tom Hale\nMastered by – Jon Day', ['Producer', 'Engineer', 'Mastered by']],
    ['Produced by Anna Berg\nMixed by Rosa Lind\nMastered by Jon Day', ['Produced by', 'Mixed by', 'Mastered by']],
    [
      'Producer: Anna Berg. Art direction: Kim Poe. Engineer: Tom Hale. Mixed by Rosa Lind.',
      ['Producer', 'Engineer', 'Mixed by'],
    ],
  ])('vouch for each other when they are of a record: %s', (text, roles) => {
    expect(marked(text)).toEqual(roles);
    expect(marked(text, ['MusicAlbum'])).toEqual(roles);
  });

  it.each([
    [
      'a film',
      'Director: Anna Berg. Screenplay: Tom Hale. Cinematography: Rosa Lind. Producer: Jon Day. Mixed by Kim Poe.',
    ],
    ['a film, a line each', 'Directed by Anna Berg\nProduced by Tom Hale\nWritten by Rosa Lind\nMixed by Ed Rae'],
    ['a game', 'Game director: Anna Berg\nProducer: Tom Hale\nEngineer: Al Orr\nMixed by: Ed Rae'],
    ['a podcast', 'Host: Anna Berg. Producer: Tom Hale. Engineer: Rosa Lind. Mixed by Kim Poe.'],
    ['a newspaper', 'Publisher: Anna Berg. Editor: Tom Hale. Producer: Rosa Lind. Photo editor: Jon Day.'],
    ['a team', 'Engineer: Tom Hale, Designer: Anna Berg, Manager: Rosa Lind, Producer: Jon Day'],
    ['a team, a line each', 'Product manager: Tom Hale\nEngineer: Anna Berg\nPublisher: Lund Press\nProducer: Jo Day'],
  ])('stay unmarked when they are of %s', (_, text) => {
    expect(marked(text)).toEqual([]);
  });

  it('speak for a composer beside those of a film as before', () => {
    const credits = lines('Directed by Anna Berg\nProducer: Tom Hale\nComposer: Kim Poe\nMixed by: Ed Rae');
    expect(markedIn(credits).flat()).toEqual(['Composer']);
  });

  it('say in the reasons that they stand together', () => {
    const credits = lines('Producer: Anna Berg\nEngineer: Tom Hale\nMixed by Rosa Lind');
    const { candidates } = credits[0]!.reading;
    expect(judge.explain(credits, pageOfBlocks(credits), 0, candidates[0]!)).toContainEqual({
      why: 'credits',
    });
  });

  it('are not heard across articles', () => {
    const credits = [block('Producer: Anna Berg'), block('Engineer: Tom Hale', 2), block('Mixed by Rosa Lind', 2)];
    expect(markedIn(credits).flat()).toEqual([]);
  });
});
