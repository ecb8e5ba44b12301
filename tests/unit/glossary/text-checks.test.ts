import { describe, expect, it } from 'vitest';
import { loadGlossary } from '../../../build/load-glossary.ts';
import { fleschEase } from '../../../build/reading-ease.ts';
import { misspellings } from '../../../build/spelling.ts';
import { createOverlapFinder } from '../../../core/glossary/overlap.ts';

describe('shared runs of words', () => {
  const finder = createOverlapFinder();
  finder.add('page.html', '<p>The engineer sets the microphones in the room before the band comes in.</p>');

  it('are found from eight words on, whatever the case and punctuation', () => {
    expect(finder.find('First the Engineer sets the microphones, in the room.')).toEqual([
      { words: 'the engineer sets the microphones in the room', source: 'page.html' },
    ]);
  });

  it('are told in full', () => {
    const [found] = finder.find('sets the microphones in the room before the band comes in');
    expect(found?.words).toBe('sets the microphones in the room before the band comes in');
  });

  it('are not found in seven words', () => {
    expect(finder.find('The engineer sets the microphones in the hall.')).toEqual([]);
  });
});

describe('reading ease', () => {
  it('follows Flesch: short words in short sentences are easy', () => {
    expect(fleschEase('The cat sat on the mat.')).toBeCloseTo(206.835 - 1.015 * 6 - 84.6, 5);
  });
  it('is low for long words', () => {
    expect(fleschEase('Logarithmic representational idiosyncrasies.')).toBeLessThan(0);
  });
});

describe('spelling', () => {
  const data = loadGlossary();
  it('finds a slip and says where', () => {
    const slipped = { ...data, terms: [{ ...data.terms[0]!, definition: 'Plays the gitarre.' }], comparisons: [] };
    const found = misspellings(slipped).filter(({ path }) => path[0] === 'definition');
    expect(found).toMatchObject([{ reason: expect.stringContaining('"gitarre"') }]);
  });
  it("knows the trade's words: forms, names and data/words.txt", () => {
    expect(misspellings(data)).toEqual([]);
  });
});
