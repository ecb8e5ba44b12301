import { describe, expect, it } from 'vitest';
import { loadGlossary } from '../../../build/load-glossary.ts';
import { SCOPES } from '../../../core/glossary/schema.ts';
import { collectForms } from '../../../core/matching/forms.ts';
import { normalise } from '../../../core/matching/normalise.ts';
import { compileMatchTable } from '../../../core/sense/compile.ts';
import { FEATURES } from '../../../core/sense/features.ts';
import { takesPlural } from '../../../core/sense/inflections.ts';
import { createLexicon } from '../../../core/sense/lexicon.ts';

const data = loadGlossary();
const forms = collectForms(data.terms);
const groups = [data.cues.music, ...Object.values(data.cues.other)].flatMap((one) => Object.values(one));

describe('the data of the sense rules', () => {
  it('has each cue word once', () => {
    const words = groups.flat().map(normalise);
    const twice = words.filter((word, i) => words.indexOf(word) !== i);
    // A word with a capital may be another word than the same in small letters (Emmy, emmy).
    expect(twice).toEqual([]);
  });

  it('has a weight for each kind of evidence, and for no other', () => {
    expect(Object.keys(data.weights.features).toSorted()).toEqual([...FEATURES].toSorted());
  });

  it('tells settings of the glossary by words it looks for', () => {
    const known = new Set([
      ...forms.keys(),
      ...groups
        .flat()
        .flatMap((word) => (takesPlural(word) ? [word, `${word}s`] : word))
        .map(normalise),
    ]);
    for (const [scope, words] of Object.entries(data.cues.scopes)) {
      expect(SCOPES).toContain(scope);
      expect(words.filter((word) => !known.has(normalise(word)))).toEqual([]);
    }
  });

  it('is indifferent only to subjects there are', () => {
    const subjects = Object.keys(data.cues.other);
    const named = data.senses.flatMap(({ indifferentTo }) => indifferentTo ?? []);
    expect(named.filter((subject) => !subjects.includes(subject))).toEqual([]);
  });

  it('loses nothing of the forms by packing them', () => {
    const { index, forms: count, form } = createLexicon(compileMatchTable(data));
    const unpacked = index.keys.slice(0, count).map((key, word) => [key, form(word)]);
    expect(unpacked.toSorted()).toEqual([...forms].toSorted());
    expect(form(count)).toBeUndefined();
  });
});
