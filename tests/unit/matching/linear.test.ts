/** No text makes a search read more than its own length some times over: a page cannot make us hang. */
import { describe, expect, it } from 'vitest';
import { Finds, find } from '../../../core/matching/find.ts';
import { IndexFiler } from '../../../core/matching/index-filer.ts';
import { OwnForms } from '../../../core/matching/own-forms.ts';
import { expectLinear, readsOf } from './reads.ts';

type Text = [name: string, make: (times: number) => string];
/** A text of one piece again and again. */
const of = (name: string, piece: string): Text => [name, (times) => piece.repeat(times)];
/** A text that holds one long stretch. */
const stretch = (name: string, begin: string, piece: string, end: string): Text => [
  name,
  (times) => begin + piece.repeat(times) + end,
];

/** All spellings of a few words with a space or a hyphen between each two: a hyphen goes on two ways each time. */
const MIXED = Array.from({ length: 2 ** 5 }, (_, bits) =>
  Array.from({ length: 5 }, (_, at) => `x${bits & (1 << at) ? '-' : ' '}`).join(''),
).map((one) => `${one}x y`);

describe('a search for the forms of the glossary', () => {
  const filer = new IndexFiler();
  const forms = ['record label', 'record label deal', 'aa aa aa aa b', 'aaaaaaab', 'c++++++++d', ...MIXED];
  for (const form of forms) filer.file(form);
  const index = filer.index();
  const finds = new Finds();
  const search = (text: string) => find(index, text, finds);

  it.each([
    of('beginnings of a form', 'record '),
    of('beginnings with much space', 'record          '),
    of('forms that end otherwise', 'record label dea '),
    of('forms', 'record label deal '),
    of('beginnings in one another', 'aa '),
    of('line breaks for spaces', 'aa\n'),
    of('one long word', 'a'),
    of('signs', '-'),
    of('signs of a form', 'c+++++++ '),
    of('words outside ASCII', 'ääää '),
    stretch('one stretch of space within a form', 'record', ' ', 'label deal'),
    stretch('one stretch of signs behind a beginning', 'c', '+', 'd'),
    ['spaces as long as all the words before them', (times) => `${'aa '.repeat(times)}${' '.repeat(3 * times)}aa`],
  ])('reads %s a few times over at most', (_, make) => {
    // At most five words of a form are followed from each word, and what stands behind them is looked at once more.
    expectLinear(make, search, 10);
  });

  it('goes on two ways at a hyphen as often as forms do, whatever the length', () => {
    expectLinear((times) => 'x-'.repeat(times), search, MIXED.join('').length);
  });
});

describe('a search for own spellings', () => {
  const own = (...texts: string[]) => new OwnForms(texts.map((text) => ({ text, term: `own:${text}`, exact: false })));
  const run = (sign: string, end: string) => own(...Array.from({ length: 60 }, (_, n) => sign.repeat(n + 1) + end));
  const found = (forms: OwnForms) => (text: string) => forms.find(text);

  it.each<[...Text, OwnForms]>([
    [...of('words with no end of a spelling', `${'a'.repeat(70)}b `), run('a', '')],
    [...of('one long word', 'a'), run('a', 'b')],
    [...of('words of one letter', 'a '), run('a ', 'b')],
    [...of('words with much space', 'a         '), run('a ', 'b')],
    // At each place of an unspaced script a word may begin.
    [...of('an unspaced script', '音'), run('音', '調')],
    [...of('signs', '+'), run('+', '-')],
    [...stretch('one stretch of space', 'a', ' ', 'b'), own('a b', 'a c')],
    [...stretch('one stretch of space behind many words', 'a '.repeat(50), ' ', 'b'), run('a ', 'c')],
  ])('reads %s as far as the longest spelling from each place, at most', (_, make, forms) => {
    // Where one ends, what stands on both sides is looked at as well.
    const most = 4 * forms.longest + 4;
    expectLinear(make, found(forms), most);
  });

  it('reads a spelling in one case alone no more often than there are such spellings', () => {
    const cases = ['a b', 'A b', 'a B', 'A B'].map((text) => ({ text, term: `own:${text}`, exact: true }));
    const forms = new OwnForms(cases);
    expectLinear((times) => `a${' '.repeat(times)}b `, found(forms), 4 + cases.length);
  });
});

describe('counting', () => {
  it('is of each code unit that is read, again or at once', () => {
    const count = (search: (text: string) => unknown) => readsOf('letters', search);
    expect(count((text) => text.charCodeAt(0) + text.charCodeAt(0))).toBe(2);
    expect(count((text) => text.slice(2, 5) + text.slice(5) + text.charAt(1))).toBe(6);
  });

  it.each<[string, (text: string) => unknown]>([
    ['indexOf', (text) => text.indexOf('e')],
    ['at', (text) => text.at(0)],
    ['0', (text) => text[0]],
    ['7', (text) => text[7]],
    ['toString', (text) => text.toString()],
    ['valueOf', (text) => text.valueOf()],
    ['Symbol(Symbol.toPrimitive)', (text) => /x/.test(text)],
    ['Symbol(Symbol.toPrimitive)', (text) => `${text}`],
    ['Symbol(Symbol.toPrimitive)', (text) => text + text],
    ['Symbol(Symbol.match)', (text) => 'letters'.includes(text)],
    ['Symbol(Symbol.toPrimitive)', (text) => text < 'm'],
    ['Symbol(Symbol.iterator)', (text) => [...text]],
  ])('has no %s, which would read uncounted: %s', (key, search) => {
    expect(() => readsOf('letters', search)).toThrow(`reads are not counted by ${key}`);
  });

  it('finds a square out, and a half of one', () => {
    const make = (times: number) => 'a'.repeat(times);
    const back = (part: number) => (text: string) => {
      for (let at = 0; at < text.length; at++) {
        text.charCodeAt(at);
        if (at % part === 0) text.slice(0, at);
      }
    };
    expect(() => expectLinear(make, back(1), Number.POSITIVE_INFINITY)).toThrow('to be less than');
    expect(() => expectLinear(make, back(100), Number.POSITIVE_INFINITY)).toThrow('to be less than');
    expect(() => expectLinear(make, (text) => text.slice().length, 1)).not.toThrow();
  });
});
