import matchTable from 'virtual:liner-notes/match-table';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createLexicon } from '../../../core/sense/lexicon.ts';
import { evidenceOf, readBlock } from '../../../core/sense/read.ts';
import type { BlockReading } from '../../../core/sense/types.ts';

const lexicon = createLexicon(matchTable());
const { keys } = lexicon.index;
const forms = keys.slice(0, lexicon.forms);

/** All that a block was found to hold, in one value. */
function heldBy(reading: BlockReading) {
  const { words, from, size, ...rest } = evidenceOf(reading);
  const candidates = reading.candidates.map(({ surface, ...candidate }) => candidate);
  return structuredClone({ ...rest, candidates, length: reading.length, words: words.slice(from, from + size) });
}

const word = fc.oneof(fc.constantFrom(...forms), fc.constantFrom(...keys));
const said = fc.oneof(
  word,
  word.map((key) => key.charAt(0).toUpperCase() + key.slice(1)),
  word.map((key) => key.toUpperCase()),
  fc.constantFrom('the', 'by', 'mit', 'dem', 'to', 'new', 'Jane', 'Director', 'that', 'musique', 'для'),
);
const between = fc.constantFrom(' ', ' ', ' ', ', ', ': ', '/', '-', ' & ', ' and ', '. ', '(', ') ', '_');
const text = fc
  .array(fc.tuple(said, between), { minLength: 1, maxLength: 150 })
  .map((pieces) => pieces.flat().join(''));

describe('reading a block', () => {
  it('takes all white space for spaces', () => {
    fc.assert(
      fc.property(
        text,
        fc.array(fc.constantFrom(' ', '\n', '\t', '\u00a0', '\u2003'), { minLength: 7 }),
        (even, kinds) => {
          let at = 0;
          const uneven = even.replaceAll(' ', () => kinds[at++ % kinds.length]!);
          expect(heldBy(readBlock(lexicon, uneven))).toEqual(heldBy(readBlock(lexicon, even)));
        },
      ),
      { numRuns: 300 },
    );
  });

  it('leaves what was read before as it is, and reads the same after anything', () => {
    fc.assert(
      fc.property(fc.array(text, { minLength: 2, maxLength: 12 }), (texts) => {
        const readings = texts.map((one) => readBlock(lexicon, one));
        const held = readings.map(heldBy);
        expect(texts.map((one) => heldBy(readBlock(lexicon, one)))).toEqual(held);
        expect(readings.map(heldBy)).toEqual(held);
      }),
      { numRuns: 100 },
    );
  });

  it('counts the small words of a language only where there is something to judge', () => {
    const counts = (text: string) => {
      const { english, foreign } = evidenceOf(readBlock(lexicon, text));
      return [english, foreign];
    };
    expect(counts('It is the end of the day')).toEqual([0, 0]);
    expect(counts('It is the guitar of the producer, und das ist für Des')).toEqual([5, 4]);
  });
});
