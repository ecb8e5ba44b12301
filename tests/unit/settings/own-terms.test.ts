import naughty from 'big-list-of-naughty-strings' with { type: 'json' };
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { limitOf, newOwnId, tidyOwnTerm } from '../../../core/settings/own-draft.ts';
import { faultOf, isOwnId, ownTermFrom, storedOwnTerm } from '../../../core/settings/own-terms.ts';
import type { OwnTerm } from '../../../core/settings/types.ts';

const term = (more: Partial<OwnTerm> = {}): OwnTerm => ({
  id: 'own:aaaaaaaa',
  name: 'Wall of sound',
  definition: 'A dense way to record.',
  forms: [],
  exactCase: false,
  ...more,
});

describe('an own term', () => {
  it('is tidied: one line, single spaces, each spelling once', () => {
    const draft = term({ name: '  Wall\n of\tsound ', forms: [' WOS', 'WOS ', '', 'Wall of sound'] });
    expect(tidyOwnTerm(draft)).toEqual(term({ forms: ['WOS'] }));
  });
  it.each<[string, Partial<OwnTerm>, string, string]>([
    ['no name', { name: '' }, 'name', 'empty'],
    ['a name of one letter', { name: 'x' }, 'name', 'too-short'],
    ['a long name', { name: 'x'.repeat(61) }, 'name', 'too-long'],
    ['a name of dots', { name: '...' }, 'name', 'no-letter'],
    ['a name that turns direction', { name: 'a\u202eb' }, 'name', 'invisible'],
    ['a name with half a character', { name: 'ab\ud800' }, 'name', 'invisible'],
    ['no definition', { definition: '' }, 'definition', 'empty'],
    ['a long definition', { definition: 'x'.repeat(301) }, 'definition', 'too-long'],
    ['many spellings', { forms: Array.from({ length: 11 }, (_, n) => `form ${n}`) }, 'forms', 'too-many'],
    ['a spelling of nothing', { forms: ['ok', '--'] }, 'forms', 'no-letter'],
    ['a spelling of another term', { forms: ['öLFASS'] }, 'forms', 'taken'],
    ['the name of another term', { name: 'Ölfass' }, 'name', 'taken'],
  ])('may not have %s', (_, wrong, field, reason) => {
    expect(faultOf(term(wrong), [term({ id: 'own:bbbbbbbb', name: 'Ölfass' })])).toEqual({ field, reason });
  });
  it.each(['音', 'DJ', 'O’Neill', 'C++', '808', 'Ölfass', 'نغمة'])('may be called %s', (name) => {
    expect(faultOf(term({ name }))).toBeUndefined();
  });
  it('may be changed while it keeps its own spellings, and may not be the 201st', () => {
    const others = Array.from({ length: 200 }, (_, n) =>
      term({ id: `own:${String(n).padStart(8, '0')}`, name: `Term ${n}` }),
    );
    expect(faultOf({ ...others[3]!, definition: 'Other.' }, others)).toBeUndefined();
    expect(faultOf(term(), others)).toEqual({ field: 'name', reason: 'too-many' });
  });
  it('is refused with the limit that it went over', () => {
    const over = [{ name: 'x'.repeat(61) }, { definition: 'x'.repeat(301) }, { forms: ['x'.repeat(61)] }];
    const forms = Array.from({ length: 11 }, (_, n) => `form ${n}`);
    expect([...over, { forms }].map((wrong) => limitOf(faultOf(term(wrong))!))).toEqual([60, 300, 60, 10]);
    expect(limitOf({ field: 'name', reason: 'too-many' })).toBe(200);
  });
  it('comes back as it was stored, and fits a synced item', () => {
    const longest = term({ name: '音'.repeat(60), definition: '音'.repeat(300), forms: spellings('音', 10) });
    for (const one of [term(), term({ forms: ['WOS'], exactCase: true }), longest]) {
      expect(ownTermFrom(one.id, JSON.parse(JSON.stringify(storedOwnTerm(one))))).toEqual(one);
      expect(Buffer.byteLength(one.id + JSON.stringify(storedOwnTerm(one)))).toBeLessThan(8192);
    }
  });
  it('has an id of its own kind', () => {
    fc.assert(
      fc.property(fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }), (n) => isOwnId(newOwnId(() => n))),
    );
    expect(['own:', 'own:__proto__', 'producer', 'own:AAAAAAAA', 7].filter(isOwnId)).toEqual([]);
  });
  it('takes or refuses every naughty string by its field, and keeps what it takes', () => {
    expect(naughty.length).toBeGreaterThan(400);
    for (const text of naughty) {
      const draft = tidyOwnTerm(term({ name: text, definition: text, forms: [text, `${text} x`] }));
      const fault = faultOf(draft);
      if (fault) expect(['name', 'definition', 'forms']).toContain(fault.field);
      else expect(ownTermFrom(draft.id, JSON.parse(JSON.stringify(storedOwnTerm(draft))))).toEqual(draft);
    }
  });
});

const spellings = (letter: string, count: number) => Array.from({ length: count }, (_, n) => letter.repeat(59 - n));
