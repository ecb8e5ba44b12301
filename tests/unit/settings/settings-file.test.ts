import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DEFAULT_PREFERENCES, DEFAULT_SETTINGS } from '../../../core/settings/defaults.ts';
import { heldOwnTerms, heldPreferences, heldSites } from '../../../core/settings/held-settings.ts';
import { faultOf, MOST_OWN } from '../../../core/settings/own-terms.ts';
import { parseSettingsFile, writeSettingsFile } from '../../../core/settings/settings-file.ts';
import { settingsFrom } from '../../../core/settings/stored.ts';
import type { OwnTerm, Settings, SiteRule } from '../../../core/settings/types.ts';

const file = (more: object = {}) => JSON.stringify({ app: 'liner-notes', version: 2, ...more });
const refusal = (text: string) => {
  const read = parseSettingsFile(text);
  return 'refusal' in read ? read.refusal : null;
};
const ownTerm = (index: number, more: Partial<OwnTerm>): OwnTerm => ({
  id: `own:${String(index).padStart(8, '0')}`,
  name: 'WOS',
  definition: 'Wall of sound.',
  forms: [],
  exactCase: false,
  ...more,
});

describe('a settings file', () => {
  const term = fc.constantFrom('mix', 'audio-engineer', 'a-cappella', '360-deal');
  const wide = fc.record(
    {
      subdomains: fc.constant(true),
      gaveWay: fc.constantFrom<NonNullable<SiteRule['gaveWay']>>(
        {},
        { 'www.a.example': { on: true } },
        { 'a.example': { on: false, subdomains: true } },
      ),
    },
    { requiredKeys: ['subdomains'] },
  );
  const plain = fc.record(
    { on: fc.boolean(), notMusicHere: fc.uniqueArray(term, { minLength: 1 }) },
    { requiredKeys: ['on'] },
  );
  const rule = fc.oneof(
    plain,
    fc.tuple(plain, wide).map(([one, reach]) => ({ ...one, ...reach })),
  );
  // Few spellings for many terms, so that two of them often have the same.
  const spelling = fc.constantFrom('WOS', 'wos', 'Wall of sound', 'Ölfass', 'ölfass', '音');
  const ownTerms = fc.uniqueArray(
    fc
      .tuple(
        fc.nat(9),
        fc.record({ name: spelling, forms: fc.array(spelling, { maxLength: 3 }), exactCase: fc.boolean() }),
      )
      .map(([index, more]) => ownTerm(index, more)),
    { selector: ({ id }) => id, maxLength: 6 },
  );
  const settings: fc.Arbitrary<Settings> = fc.record({
    preferences: fc.record({
      mode: fc.constantFrom('all', 'chosen'),
      kinds: fc.shuffledSubarray([...DEFAULT_PREFERENCES.kinds]),
      density: fc.constantFrom('every', 'section', 'page'),
      markStyle: fc.constantFrom('dotted', 'solid', 'tint', 'hover', 'none'),
      cardSize: fc.constantFrom('small', 'normal', 'large', 'larger', 'largest'),
      cardDelay: fc.constantFrom('normal', 'slow'),
      mutedTerms: fc.uniqueArray(term),
      badge: fc.boolean(),
    }),
    sites: fc.dictionary(fc.constantFrom('a.example', 'xn--bcher-kva.example', '127.0.0.1', '[::1]', 'file:'), rule),
    ownTerms,
    pausedTabs: fc.constant([]),
  });

  it('brings back what is stored, whatever devices have brought together', () => {
    let clashes = 0;
    fc.assert(
      fc.property(settings, ownTerms, ({ ownTerms, preferences, sites }, there) => {
        const here = { ...heldSites(sites), ...heldPreferences(preferences), own: heldOwnTerms(ownTerms) };
        const stored = settingsFrom(here, heldOwnTerms(there)).settings;
        const { ownTerms: all } = stored;
        if (all.some((one) => faultOf(one, all)?.reason === 'taken')) clashes += 1;
        expect(parseSettingsFile(writeSettingsFile(stored))).toEqual({ settings: stored });
      }),
    );
    expect(clashes).toBeGreaterThan(10);
  });
  it('brings back the terms of two devices that were both full', () => {
    const full = (first: number) =>
      Array.from({ length: MOST_OWN }, (_, n) => ownTerm(first + n, { name: `Term ${first + n}` }));
    const { settings } = settingsFrom({ own: heldOwnTerms(full(0)) }, heldOwnTerms(full(MOST_OWN)));
    expect(settings.ownTerms).toHaveLength(2 * MOST_OWN);
    expect(parseSettingsFile(writeSettingsFile(settings))).toEqual({ settings });
  });
  it('holds nothing when nothing was set', () => {
    expect(JSON.parse(writeSettingsFile(DEFAULT_SETTINGS))).toEqual({
      app: 'liner-notes',
      version: 2,
      preferences: {},
      sites: {},
      ownTerms: {},
    });
  });
  it('forgets pauses', () => {
    const text = writeSettingsFile({ ...DEFAULT_SETTINGS, sites: { 'a.example': { pausedUntil: 1e15 } } });
    expect(JSON.parse(text).sites).toEqual({});
  });
  it('may begin with a byte-order mark', () => {
    expect(parseSettingsFile(`\uFEFF${file()}`)).toEqual({ settings: DEFAULT_SETTINGS });
  });

  it.each<[string, string, string, string]>([
    ['is not JSON', '{"app":', '', 'not-json'],
    ['is empty', '', '', 'not-json'],
    ['is of another program', '{"app":"other"}', 'app', 'not-ours'],
    ['is a list', '[]', 'app', 'not-ours'],
    ['is of a later version', JSON.stringify({ app: 'liner-notes', version: 3 }), 'version', 'newer-version'],
    ['has no version', JSON.stringify({ app: 'liner-notes' }), 'version', 'wrong'],
    ['has an unknown field', file({ extra: 1 }), 'extra', 'unknown'],
    ['has an unknown preference', file({ preferences: { colour: 'red' } }), 'preferences.colour', 'unknown'],
    ['has a wrong preference', file({ preferences: { mode: 'some' } }), 'preferences.mode', 'wrong'],
    ['mutes what is no term', file({ preferences: { mutedTerms: ['<b>'] } }), 'preferences.mutedTerms', 'wrong'],
    ['mutes half a character', file({ preferences: { mutedTerms: ['\ud800'] } }), 'preferences.mutedTerms', 'wrong'],
    ['mutes an empty term', file({ preferences: { mutedTerms: [''] } }), 'preferences.mutedTerms', 'wrong'],
    ['has a site that is none', file({ sites: { 'two words': {} } }), 'sites.two words', 'wrong'],
    ['has a site in disguise', file({ sites: { 'A.example': { on: false } } }), 'sites.A.example', 'wrong'],
    ['has a wrong rule', file({ sites: { 'a.example': { on: 1 } } }), 'sites.a.example.on', 'wrong'],
    [
      'gives way with no switch',
      file({ sites: { 'a.example': { gaveWay: { b: 1 } } } }),
      'sites.a.example.gaveWay',
      'wrong',
    ],
    [
      'gives way on a site that is none',
      file({ sites: { 'a.example': { gaveWay: { 'B.example': { on: true } } } } }),
      'sites.a.example.gaveWay',
      'wrong',
    ],
    ['has no rule', file({ sites: { 'a.example': null } }), 'sites.a.example', 'wrong'],
    [
      'says a thing twice',
      '{"app":"liner-notes","version":1,"sites":{"a.b":{"on":true},"\\u0061.b":{}}}',
      'sites.a.b',
      'duplicate',
    ],
    [
      'names __proto__',
      '{"app":"liner-notes","version":1,"sites":{"__proto__":{"on":true}}}',
      'sites.__proto__',
      'forbidden-name',
    ],
    ['is too large', `"${'x'.repeat(10_000_000)}"`, '', 'too-large'],
  ])('is refused when it %s', (_, text, field, reason) => {
    expect(refusal(text)).toEqual({ field, reason });
  });
  it('is refused when it is nested ten thousand deep', () => {
    expect(refusal('['.repeat(10_000) + ']'.repeat(10_000))).toMatchObject({ reason: 'too-deep' });
  });
  it('is refused when it has too many own terms, or one that may not be', () => {
    const most = Array.from({ length: 2_001 }, (_, n) => ownTerm(n, { name: `Term ${n}` }));
    expect(refusal(file({ ownTerms: heldOwnTerms(most) }))).toEqual({ field: 'ownTerms', reason: 'too-many' });
    const empty = { field: 'ownTerms.own:00000000.name', reason: 'wrong' };
    expect(refusal(file({ ownTerms: heldOwnTerms([ownTerm(0, { name: '' })]) }))).toEqual(empty);
  });
  it('is refused when it has too many sites', () => {
    const sites = Object.fromEntries(Array.from({ length: 20_001 }, (_, n) => [`s${n}.example`, { on: false }]));
    expect(refusal(file({ sites }))).toEqual({ field: 'sites', reason: 'too-many' });
  });

  it('never throws and never touches the prototype, whatever it holds', () => {
    const anyFile = fc.oneof(
      fc.string(),
      fc.json(),
      fc.tuple(fc.jsonValue(), fc.jsonValue()).map(([preferences, sites]) => file({ preferences, sites })),
    );
    fc.assert(
      fc.property(anyFile, (text) => {
        parseSettingsFile(text);
        expect(({} as Record<string, unknown>).on).toBeUndefined();
      }),
      { numRuns: 500 },
    );
  });
});
