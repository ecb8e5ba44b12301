import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DEFAULT_PREFERENCES, DEFAULT_SETTINGS } from '../../../core/settings/defaults.ts';
import { parseSettingsFile, writeSettingsFile } from '../../../core/settings/settings-file.ts';
import type { OwnTerm, Settings, SiteRule } from '../../../core/settings/types.ts';

const file = (more: object = {}) => JSON.stringify({ app: 'liner-notes', version: 2, ...more });
const refusal = (text: string) => {
  const read = parseSettingsFile(text);
  return 'refusal' in read ? read.refusal : null;
};

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
    ownTerms: fc.constantFrom<OwnTerm[]>(
      [],
      [
        { id: 'own:aaaaaaaa', name: 'Ölfass', definition: 'A drum.', forms: ['oil drum'], exactCase: false },
        { id: 'own:bbbbbbbb', name: 'WOS', definition: 'Wall of sound.', forms: [], exactCase: true },
      ],
    ),
    pausedTabs: fc.constant([]),
  });

  it('brings back what was written', () => {
    fc.assert(
      fc.property(settings, (written) => {
        expect(parseSettingsFile(writeSettingsFile(written))).toEqual({ settings: written });
      }),
    );
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
