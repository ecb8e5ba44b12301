import { describe, expect, it } from 'vitest';
import { mayBeMusical, namesMusic } from '../../../core/sense/gate.ts';

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

  it('asks a fragment that joins a page to name music itself', () => {
    expect(namesMusic('')).toBe(false);
    expect(namesMusic('12:04:31')).toBe(false);
    expect(namesMusic('The producer recorded it.')).toBe(false);
    expect(namesMusic('a new album')).toBe(true);
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
});
