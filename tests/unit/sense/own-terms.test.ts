import matchTable from 'virtual:liner-notes/match-table';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { OwnForms } from '../../../core/matching/own-forms.ts';
import { mayBeMusical } from '../../../core/sense/gate.ts';
import { createJudge } from '../../../core/sense/judge.ts';
import { OwnGate } from '../../../core/sense/own-gate.ts';
import { withOwnTerms } from '../../../core/sense/own-terms.ts';
import { emptyTotals } from '../../../core/sense/types.ts';

const form = (text: string, exact = false) => ({ text, term: `own:${text}`, exact });
const found = (text: string, ...forms: ReturnType<typeof form>[]) =>
  new OwnForms(forms).find(text).map(({ start, end }) => text.slice(start, end));

describe('own spellings', () => {
  it.each<[string, string, string[], string[]]>([
    ['in any case', 'Wall of Sound, wall of sound', ['wall of sound'], ['Wall of Sound', 'wall of sound']],
    ['not within a word', 'drywall walls wall', ['wall'], ['wall']],
    ['over a run of white space', 'wall  of\n sound', ['wall of sound'], ['wall  of\n sound']],
    ['the longest at each place', 'wall of sound wall', ['wall', 'wall of sound'], ['wall of sound', 'wall']],
    ['in other alphabets', 'Das Ölfass, das ÖLFASS', ['ölfass'], ['Ölfass', 'ÖLFASS']],
    ['where words have no spaces', 'この作曲家は', ['作曲家'], ['作曲家']],
    ['with signs', 'C++ and c++.', ['C++'], ['C++', 'c++']],
    ['as literal text', 'a.c abc (a+)+', ['a.c', '(a+)+'], ['a.c', '(a+)+']],
    ['with typographic signs', 'O’Neill’s lo‑fi', ["O'Neill", 'lo-fi'], ['O’Neill', 'lo‑fi']],
  ])('are found %s', (_, text, spellings, wanted) => {
    expect(found(text, ...spellings.map((one) => form(one)))).toEqual(wanted);
  });
  it('are found in one case alone when asked to', () => {
    expect(found('WOS wos Wos', form('WOS', true))).toEqual(['WOS']);
  });
  it('never overlap, and stand in the text, whatever it is', () => {
    const letters = fc.string({ unit: fc.constantFrom('a', 'A', 'b', ' ', '-', 'é', '音', '\ud83c', '\udfb5', '.') });
    fc.assert(
      fc.property(letters, fc.array(letters, { maxLength: 6 }), (text, spellings) => {
        const forms = spellings.filter((one) => one.trim()).map((one) => form(one));
        let last = 0;
        for (const one of new OwnForms(forms).find(text)) {
          expect(one.start).toBeGreaterThanOrEqual(last);
          expect(one.end).toBeGreaterThan(one.start);
          last = one.end;
        }
        expect(new OwnForms(forms).isIn(text)).toBe(last > 0);
      }),
    );
  });
});

describe('a judge with own terms', () => {
  const newGate = () => new OwnGate([form('flux capacitor'), form('record producer')]);
  /** Whether a gate opens for a text in these pieces. */
  const opens = (gate: OwnGate, ...pieces: string[]) => {
    const asked = gate.inPieces();
    return pieces.some((piece) => asked.add(piece)) || asked.end();
  };
  const marks = (...texts: string[]) => {
    const gate = newGate();
    const one = withOwnTerms(createJudge(matchTable), gate);
    const begun = opens(gate, texts.join('\n'));
    const blocks = texts.map((text) => ({ reading: one.read(text), boundary: 0 as const }));
    const totals = emptyTotals();
    for (const { reading } of blocks) one.count(totals, reading, 1);
    const page = one.page({ lang: 'en' }, totals);
    const verdicts = begun ? one.judge(blocks, page).flat() : [];
    return verdicts.filter(({ music }) => music).map(({ candidate }) => [candidate.surface, candidate.term]);
  };
  it('marks them on a page about something else, and nothing of the glossary there', () => {
    expect(marks('Stir the soup, said the Flux Capacitor, and the beatmaker ate.')).toEqual([
      ['Flux Capacitor', 'own:flux capacitor'],
    ]);
  });
  it('marks them beside the words of the glossary, and before these where they overlap', () => {
    expect(marks('The record producer and the mastering engineer met the flux capacitor.')).toEqual([
      ['record producer', 'own:record producer'],
      ['mastering engineer', 'mastering-engineer'],
      ['flux capacitor', 'own:flux capacitor'],
    ]);
  });
  const dull = 'The committee met on a Monday and settled the minutes of the last meeting. '.repeat(60);
  const records = 'The clerk records what the beatmaker ate.';
  it('opens nothing to the glossary by one block that would do as a short text of its own', () => {
    expect(mayBeMusical(`${dull}${records}`)).toBe(false);
    expect(mayBeMusical(records)).toBe(true);
    expect(marks(dull, records, 'The flux capacitor hummed.')).toEqual([['flux capacitor', 'own:flux capacitor']]);
  });
  it('opens the glossary when text that comes later names music, however often it was read, and not before', () => {
    const gate = newGate();
    const one = withOwnTerms(createJudge(matchTable), gate);
    expect(opens(gate, `${dull.repeat(20)}The flux capacitor hummed.`)).toBe(true);
    const totals = emptyTotals();
    const facts = { lang: 'en' };
    const isOpen = (text: string, sign: 1 | -1) => {
      one.count(totals, one.read(text), sign);
      return !one.page(facts, totals).key.startsWith('own ');
    };
    const song = 'The beatmaker wrote a song.';
    // The gate asks for a second word on a page of this length.
    for (let time = 0; time < 5; time++) expect([isOpen(song, 1), isOpen(song, -1)]).toEqual([false, false]);
    expect([isOpen(song, 1), isOpen('The album came out.', 1)]).toEqual([false, true]);
  });
  it('begins no page that holds neither', () => {
    expect(opens(newGate(), 'Peel the carrots.')).toBe(false);
    expect(opens(newGate(), 'Peel the', ' carrots.')).toBe(false);
  });
  it('begins a page whose pieces hold one only together', () => {
    expect(opens(newGate(), 'Peel the carrots, said the flux', ' capaci', 'tor.')).toBe(true);
  });
  it('says why', () => {
    const one = withOwnTerms(createJudge(matchTable), newGate());
    const blocks = [{ reading: one.read('The flux capacitor.'), boundary: 0 as const }];
    const page = one.page({ lang: 'en' }, emptyTotals());
    const [verdict] = one.judge(blocks, page)[0]!;
    expect(one.explain(blocks, page, 0, verdict!.candidate)).toEqual([{ why: 'ownTerm' }]);
  });
});
