import { describe, expect, it } from 'vitest';
import { loadGlossary } from '../../../build/load-glossary.ts';
import type { GlossaryData } from '../../../core/glossary/data.ts';
import * as editorial from '../../../core/glossary/editorial.ts';
import type { Term } from '../../../core/glossary/schema.ts';

const term = (id: string, rest: Partial<Term> = {}): Term => ({
  id,
  name: id,
  kind: 'role',
  definition: 'Does the thing.',
  forms: [{ text: id, level: 0 }],
  facts: [
    { text: 'One thing.', sources: ['good'] },
    { text: 'Another thing.', sources: ['good'] },
  ],
  checked: '2026-11-22',
  ...rest,
});
const source = (tier: 'A' | 'B' | 'C') => ({
  title: 'T',
  publisher: 'P',
  url: 'https://example.org/',
  tier,
  licence: 'facts',
});
/** Made-up entries; cues and weights are the real ones, which no rule here looks at. */
const real = loadGlossary();
const data = (...terms: Term[]): GlossaryData => ({
  ...real,
  terms,
  comparisons: [],
  differences: [],
  senses: [],
  sources: { good: source('A'), weak: source('C') },
});
const paths = (problems: { path: (string | number)[] }[]) => problems.map(({ path }) => path.join('.'));

describe('editorial rules', () => {
  it('a good entry breaks none', () => {
    const good = { ...data(term('dj')), sources: { good: source('A') } };
    const { PLACEHOLDER, ...rules } = editorial;
    expect(PLACEHOLDER).toBeTruthy();
    for (const find of Object.values(rules)) expect(find(good)).toEqual([]);
  });

  it('a confusable must name the term in turn', () => {
    const found = editorial.oneWayConfusables(data(term('dj', { confusedWith: ['mc'] }), term('mc')));
    expect(found).toMatchObject([{ file: 'terms/dj.yml', path: ['confusedWith', 0] }]);
  });

  describe('what sets a confusable pair apart', () => {
    const pair = data(term('dj', { confusedWith: ['mc'] }), term('mc', { confusedWith: ['dj'] }));
    const told = { terms: ['dj', 'mc'] as [string, string], text: 'One plays, one talks.' };

    it('is told for each pair', () => {
      expect(editorial.pairsWithoutDifference(pair)).toMatchObject([{ file: 'terms/dj.yml' }]);
      expect(editorial.pairsWithoutDifference({ ...pair, differences: [told] })).toEqual([]);
    });

    it('is told once, and only of confusable terms', () => {
      expect(editorial.idleDifferences({ ...pair, differences: [told, told] })).toMatchObject([{ path: [1] }]);
      const idle = { ...data(term('dj'), term('mc')), differences: [told] };
      expect(editorial.idleDifferences(idle)).toMatchObject([{ path: [0] }]);
    });
  });

  it('an entry needs two facts', () => {
    const thin = term('dj', { facts: [{ text: 'One.', sources: ['good'] }] });
    expect(editorial.thinEntries(data(thin, term('mc')))).toHaveLength(1);
  });

  it('a weak source may support a fact but not carry it', () => {
    const facts = [
      { text: 'Carried.', sources: ['good', 'weak'] },
      { text: 'Not carried.', sources: ['weak'] },
    ];
    expect(paths(editorial.weaklySourced(data(term('dj', { facts }))))).toEqual(['facts.1.text']);
  });

  it('a source must be cited', () => {
    expect(paths(editorial.uncitedSources(data(term('dj'))))).toEqual(['weak']);
  });

  it('an entry without a form that is marked must be reached from another', () => {
    const hidden = term('hidden', { forms: [{ text: 'hidden', level: 3, bare: false }] });
    expect(editorial.deadEntries(data(hidden, term('dj')))).toHaveLength(1);
    expect(editorial.deadEntries(data(hidden, term('dj', { confusedWith: ['hidden'] })))).toEqual([]);
  });

  it('a form that needs context needs a sense to judge it by, unless it is never marked', () => {
    const forms: Term['forms'] = [
      { text: 'track', level: 3 },
      { text: 'tracks', level: 2, bare: false },
      { text: 'dj', level: 1 },
    ];
    const found = editorial.formsWithoutSense(data(term('track', { forms })));
    expect(paths(found)).toEqual(['forms.0']);
  });

  it('a sentence ends like one', () => {
    const found = editorial.unfinishedSentences(data(term('dj', { definition: 'Plays records' })));
    expect(paths(found)).toEqual(['definition']);
  });

  it('a placeholder does not ship', () => {
    const found = editorial.placeholders(data(term('dj', { definition: `${editorial.PLACEHOLDER}.` })));
    expect(paths(found)).toEqual(['definition']);
  });
});
