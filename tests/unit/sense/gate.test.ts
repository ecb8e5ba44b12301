import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { gateInPieces, mayBeMusical } from '../../../core/sense/gate.ts';

const DULL = 'The committee met to settle the minutes of the last meeting and the date of the next one. ';
const long = (length: number) => DULL.repeat(Math.ceil(length / DULL.length));

describe('the gate', () => {
  it('asks a short text for any of the words of music', () => {
    expect(mayBeMusical('')).toBe(false);
    expect(mayBeMusical(DULL)).toBe(false);
    expect(mayBeMusical('Log in to your account')).toBe(false);
    expect(mayBeMusical('The compressor takes about 4 dB off the loudest snare hits.')).toBe(true);
    expect(mayBeMusical('Produced by her brother, mixed by a friend')).toBe(true);
  });

  it('keeps a long text out that says nothing of music', () => {
    expect(mayBeMusical(long(400_000))).toBe(false);
    expect(mayBeMusical(`${long(5000)} The bumper was musicked by an ADJ of the audiology ward.`)).toBe(false);
  });

  it.each([
    'an Album.',
    'two albums',
    'some music',
    'a musician',
    'her songs',
    'a songwriter',
    'by a DJ.',
    'MIDI, of course',
    'in a DAW',
    'the vocals',
    'her lyrics',
    'a guitarist',
    'an audio engineer',
  ])('lets a page through for “%s”', (words) => {
    expect(mayBeMusical(`${long(5000)} ${words} ${long(5000)}`)).toBe(true);
  });

  it('asks more of a very long text, where one musical word is chance', () => {
    expect(mayBeMusical(`${long(400_000)} a song`)).toBe(false);
    expect(mayBeMusical(`${long(400_000)} ${'a song on the album '.repeat(3)}`)).toBe(true);
  });

  it('answers alike however a text is cut into pieces', () => {
    const word = fc.constantFrom(
      'album',
      ' a song',
      'bum',
      ' vocals ',
      'yric',
      'MIDI',
      ' 4-DJs ',
      'l',
      ' ',
      'audio ',
      'snare',
    );
    const filler = fc.integer({ min: 0, max: 40 }).map((times) => DULL.repeat(times * times));
    fc.assert(
      fc.property(
        fc.array(fc.oneof(word, filler), { maxLength: 40 }),
        fc.array(fc.nat(), { maxLength: 60 }),
        (parts, cuts) => {
          const text = parts.join('');
          const at = [0, ...cuts.map((cut) => cut % (text.length + 1)).sort((a, b) => a - b), text.length];
          const gate = gateInPieces();
          let early = false;
          for (let i = 1; i < at.length; i++) early ||= gate.add(text.slice(at[i - 1], at[i]));
          const whole = gateInPieces();
          expect(early || gate.end()).toBe(whole.add(text) || whole.end());
          if (early) expect(mayBeMusical(text)).toBe(true);
        },
      ),
      { numRuns: 500 },
    );
  });

  it('knows before the end that a long text is musical', () => {
    const gate = gateInPieces();
    expect(gate.add(`${long(400_000)} ${'a song on the album '.repeat(3)} and so on`)).toBe(true);
  });
});
