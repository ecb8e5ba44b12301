import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Finds, find } from '../../../core/matching/find.ts';
import { COUNTS, COUNTS_SMALL, type FormIndex, placeOf } from '../../../core/matching/form-index.ts';
import { hashOf, IndexFiler } from '../../../core/matching/index-filer.ts';
import { packIndex, unpackIndex } from '../../../core/matching/pack-index.ts';
import { signSymbol, wordSymbol } from '../../../core/matching/symbols.ts';

function filerOf(forms: string[]): IndexFiler {
  const filer = new IndexFiler();
  for (const form of forms) filer.file(form);
  return filer;
}

const indexOf = (forms: string[]): FormIndex => filerOf(forms).index();

/** Number, start and end of each occurrence. */
function occurrences(index: FormIndex, text: string): [number, number, number][] {
  const finds = new Finds();
  find(index, text, finds);
  const { places, size } = finds;
  return Array.from({ length: size / 3 }, (_, i) => [places[3 * i]!, places[3 * i + 1]!, places[3 * i + 2]!]);
}

/** Places and surfaces found, by the index. */
function found(forms: string[], text: string): string[] {
  return occurrences(indexOf(forms), text).map(([, start, end]) => `${start}:${text.slice(start, end)}`);
}

/** The same by trying every form at every place, longest first. */
function naive(forms: string[], text: string): string[] {
  const isLetter = (character: string) => /[\p{L}\p{N}_]/u.test(character);
  const surfaces: string[] = [];
  const longestFirst = [...forms].sort((a, b) => b.length - a.length);
  for (let at = 0; at < text.length; ) {
    const form = longestFirst.find((one) => {
      const end = at + one.length;
      return (
        text.slice(at, end).toLowerCase() === one.toLowerCase() &&
        !(at > 0 && isLetter(text[at - 1]!)) &&
        !(end < text.length && isLetter(text[end]!))
      );
    });
    if (form) surfaces.push(`${at}:${text.slice(at, at + form.length)}`);
    at += form ? form.length : 1;
  }
  return surfaces;
}

describe('symbols', () => {
  it('are those of letters, digits and white space, capitals as small letters', () => {
    for (let code = 0; code < 0x3000; code++) {
      const character = String.fromCharCode(code);
      expect(wordSymbol(code) !== 0, character).toBe(/[\p{L}\p{M}\p{N}_]/u.test(character));
      expect(signSymbol(code) === 32, character).toBe(/\s/.test(character));
      if (code < 128 && /\w/.test(character)) expect(wordSymbol(code)).toBe(character.toLowerCase().charCodeAt(0));
    }
    expect(
      [..."É’‑-'&"].map((sign) =>
        String.fromCharCode(wordSymbol(sign.charCodeAt(0)) || signSymbol(sign.charCodeAt(0))),
      ),
    ).toEqual([..."é'--'&"]);
  });
});

describe('the index of forms', () => {
  it('finds a form in any capitals and takes the longest that fits', () => {
    const forms = ['producer', 'producers', 'record producer'];
    expect(found(forms, 'Record Producer, PRODUCERS and a producer')).toEqual([
      '0:Record Producer',
      '17:PRODUCERS',
      '33:producer',
    ]);
  });

  it('falls back to the shorter form when the longer one does not fit', () => {
    expect(found(['mix', 'mix engineer'], 'mix engineering')).toEqual(['0:mix']);
  });

  it('takes letters outside ASCII for letters', () => {
    expect(found(['mix'], 'émix mixé mix')).toEqual(['10:mix']);
    expect(found(['mix', 'remix'], 'éremix mix')).toEqual(['7:mix']);
  });

  it('lets a space of the form be any white space or one hyphen', () => {
    const text = 'record\n   label, record-label, record\u00a0label, record_label';
    expect(found(['record label'], text)).toHaveLength(3);
  });

  it('takes typographic apostrophes and hyphens for plain ones', () => {
    expect(found(["writer's share", 'co-producer'], 'writer’s share, co‑producer, co producer')).toEqual([
      '0:writer’s share',
      '16:co‑producer',
    ]);
  });

  it('lets an emoji stand beside a word, and a capital accent for a small one', () => {
    expect(found(['producer', 'répétiteur'], '🎧producer🔥 RÉPÉTITEUR')).toEqual(['2:producer', '13:RÉPÉTITEUR']);
  });

  it('prefers the spelling with the hyphen where both are forms', () => {
    const index = indexOf(['pre production', 'pre-production']);
    const found = occurrences(index, 'pre-production and pre production').map(([number]) => index.keys[number]);
    expect(found).toEqual(['pre-production', 'pre production']);
  });

  it('reads signs in a form as themselves', () => {
    const forms = ['A&R', 'prod. by', 'C++'];
    expect(found(forms, 'A&R prod. by C++, AxR, prodx by')).toEqual(['0:A&R', '4:prod. by', '13:C++']);
  });

  it('refuses a form that begins with a sign', () => {
    expect(() => indexOf(['.wav'])).toThrow('“.wav”');
  });

  it('numbers spellings in the order of filing, each once', () => {
    const filer = new IndexFiler();
    const spellings = ['mix', 'mix engineer', 'A&R', 'Mix', 'Writer’s share'];
    expect(spellings.map((spelling) => filer.file(spelling))).toEqual([0, 1, 2, 0, 3]);
    const keys = ['mix', 'mix engineer', 'a&r', "writer's share"];
    expect(filer.index().keys).toEqual(keys);
    expect([...keys, 'mix engineers', 'engineer'].map((key) => filer.numberOf(key))).toEqual([0, 1, 2, 3, -1, -1]);
  });

  it('tells apart spellings that fall into one place', () => {
    const places = new Map<number, string>();
    let pair: string[] = [];
    for (let i = 0; pair.length === 0; i++) {
      const key = `word${i}`;
      const place = placeOf(hashOf(key));
      const other = places.get(place);
      if (other !== undefined) pair = [other, key];
      places.set(place, key);
    }
    const [one, other] = pair as [string, string];
    const numbers = (forms: string[], text: string) => occurrences(indexOf(forms), text).map(([number]) => number);
    expect(numbers([one, other, 'mix'], `${other} mix ${one}`)).toEqual([1, 2, 0]);
    expect(numbers([other], `${one} ${other}`)).toEqual([0]);
    // One of them begins a form, or is only counted.
    expect(numbers([`${one} mix`, other], `${other} mix, ${one}, ${one} mix`)).toEqual([1, 0]);
    const filer = filerOf([other]);
    filer.fileCounted(one, COUNTS);
    const finds = new Finds();
    find(filer.index(), `${one} ${other}`, finds);
    // The form is taken for the small word as well, never the small word for the form.
    expect([finds.size / 3, finds.places[0], finds.counted]).toEqual([1, 0, 2]);
  });

  it('refuses a spelling that a packed index could not hold', () => {
    expect(() => indexOf(['mix|master'])).toThrow('“mix|master”');
  });

  it('refuses to file more than it has room for', () => {
    const filer = new IndexFiler();
    for (let i = 0; i < 0x10000; i++) filer.file(`word${i}`);
    expect(() => filer.index()).toThrow(/more than an index has room for/);
  });

  it('counts small words that are no part of a form, so far as it is asked', () => {
    const filer = filerOf(['produced by', 'under']);
    for (const word of ['by', 'für']) filer.fileCounted(word, COUNTS);
    for (const word of ['des', 'under']) filer.fileCounted(word, COUNTS_SMALL);
    const index = filer.index();
    const count = (text: string, counting?: number) => {
      const finds = new Finds();
      find(index, text, finds, counting);
      return [finds.size / 3, finds.counted, finds.countedSmall];
    };
    expect(count('Produced by des BY Für der under')).toEqual([2, 2, 2]);
    expect(count('Des by, produced für')).toEqual([0, 2, 0]);
    expect(count('by des by des by', 7)).toEqual([0, 1, 1]);
  });

  it('tells when some white space may be no plain space', () => {
    const index = indexOf(['record label']);
    const isUneven = (text: string) => {
      const finds = new Finds();
      find(index, text, finds);
      return finds.isUneven;
    };
    expect(['a record label, yes', 'Café'].map(isUneven)).toEqual([false, false]);
    const uneven = ['record\nlabel', 'record \u00a0label', 'a\tb', '\n', 'record\u2003', 'a record label\n'];
    expect(uneven.map(isUneven)).toEqual(uneven.map(() => true));
  });

  it('finds what trying every form everywhere finds', () => {
    const word = fc.array(fc.constantFrom('a', 'b', 'é', 's'), { minLength: 1, maxLength: 3 }).map((x) => x.join(''));
    const form = fc.array(word, { minLength: 1, maxLength: 2 }).map((x) => `a${x.join(' ')}`);
    const text = fc.array(fc.constantFrom('a', 'b', 'é', 's', 'A', ' ', ' ', '.', 'ab', 'as'), { maxLength: 40 });
    const single = (pieces: string[]) => pieces.join('').replace(/ +/g, ' ');
    fc.assert(
      fc.property(fc.uniqueArray(form, { minLength: 1, maxLength: 8 }), text, (forms, pieces) => {
        const text = single(pieces);
        expect(found(forms, text)).toEqual(naive(forms, text));
        const index = indexOf(forms);
        const unpacked = unpackIndex(packIndex(index));
        expect(unpacked.keys).toEqual(index.keys);
        expect(occurrences(unpacked, text)).toEqual(occurrences(index, text));
      }),
      { numRuns: 400 },
    );
  });
});
