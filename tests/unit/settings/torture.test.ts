/** Files that mean harm: none is taken in part, none harms, each refusal names the field. */
import naughty from 'big-list-of-naughty-strings' with { type: 'json' };
import { describe, expect, it } from 'vitest';
import { parseSettingsFile, writeSettingsFile } from '../../../core/settings/settings-file.ts';

const file = (more: object) => JSON.stringify({ app: 'liner-notes', version: 2, ...more });
const own = (name: string, definition = 'x') => ({ 'own:aaaaaaaa': { name, definition } });
const timed = (text: string) => {
  const start = performance.now();
  const read = parseSettingsFile(text);
  return { read, ms: performance.now() - start };
};

describe('a file of 10 MB', () => {
  it.each<[string, () => string, string, string]>([
    ['nested ten thousand deep', () => '['.repeat(10_000), '', 'too-deep'],
    ['nested five million deep', () => '['.repeat(5_000_000), '', 'too-deep'],
    ['one text', () => `"${'x'.repeat(10_000_000)}"`, '', 'too-large'],
    ['one text that never ends', () => `"${'x'.repeat(9_999_990)}`, '', 'not-json'],
    ['escapes', () => `"${'\\\\'.repeat(4_999_990)}`, '', 'not-json'],
    ['quotes that are all escaped', () => `"${'\\\\"'.repeat(3_000_000)}`, '', 'not-json'],
    ['zero bytes', () => '\0'.repeat(9_999_999), '', 'not-json'],
    ['a hundred thousand names', () => text('preferences'), 'preferences', 'too-many'],
    ['own terms by the hundred thousand', () => text('ownTerms'), 'ownTerms', 'too-many'],
    ['one endless term', () => file({ ownTerms: own('x'.repeat(9_000_000)) }), 'ownTerms.own:aaaaaaaa.name', 'wrong'],
    [
      'a million muted words',
      () => file({ preferences: { mutedTerms: Array(1_000_000).fill('mix') } }),
      'preferences.mutedTerms',
      'too-many',
    ],
  ])(
    'is refused within two seconds: %s',
    (_, text, field, reason) => {
      const { read, ms } = timed(text());
      expect(read).toMatchObject({ refusal: { reason } });
      expect('refusal' in read && read.refusal.field.startsWith(field)).toBe(true);
      expect(ms).toBeLessThan(2000);
    },
    20_000,
  );
});

describe('a naughty string', () => {
  it('is refused as a site, a term or a setting by its field, or comes back as it was', () => {
    for (const text of naughty) {
      for (const [part, more] of [
        ['sites', { sites: { [text]: { on: false } } }],
        ['ownTerms', { ownTerms: own(text, text) }],
        ['preferences', { preferences: { mutedTerms: [text] } }],
        ['preferences', { preferences: { [text]: 1 } }],
      ] as const) {
        const read = parseSettingsFile(file(more));
        if ('refusal' in read) expect(read.refusal.field.startsWith(part)).toBe(true);
        else expect(parseSettingsFile(writeSettingsFile(read.settings))).toEqual(read);
      }
      expect(({} as Record<string, unknown>)[text] ?? undefined).toBe((Object.prototype as never)[text]);
    }
  });
  it('as the whole file is refused', () => {
    for (const text of naughty) expect(parseSettingsFile(text)).toHaveProperty('refusal');
  });
});

it.each<[string, string, string, string]>([
  ['own terms that are a list', file({ ownTerms: [] }), 'ownTerms', 'wrong'],
  ['an own term under a wrong id', file({ ownTerms: { producer: {} } }), 'ownTerms.producer', 'wrong'],
  [
    'an own term with a pattern field',
    file({ ownTerms: { 'own:aaaaaaaa': { name: 'xx', definition: 'x', regex: '(a+)+' } } }),
    'ownTerms.own:aaaaaaaa.regex',
    'wrong',
  ],
  [
    'an own term of the wrong kind',
    file({ ownTerms: { 'own:aaaaaaaa': { name: 'xx', definition: 'x', forms: 'y' } } }),
    'ownTerms.own:aaaaaaaa.forms',
    'wrong',
  ],
  [
    'own terms named twice',
    '{"app":"liner-notes","version":2,"ownTerms":{"own:aaaaaaaa":{"name":"a","name":"b"}}}',
    'ownTerms.own:aaaaaaaa.name',
    'duplicate',
  ],
  [
    'a forbidden name deep down',
    '{"app":"liner-notes","version":2,"ownTerms":{"own:aaaaaaaa":{"__proto__":{"on":1}}}}',
    'ownTerms.own:aaaaaaaa.__proto__',
    'forbidden-name',
  ],
])('%s is refused', (_, text, field, reason) => {
  expect(parseSettingsFile(text)).toEqual({ refusal: { field, reason } });
  expect(({} as Record<string, unknown>).on).toBeUndefined();
});

it('a file of version 1 is read as before', () => {
  const read = parseSettingsFile(
    JSON.stringify({ app: 'liner-notes', version: 1, sites: { 'a.example': { on: false } } }),
  );
  expect(read).toMatchObject({ settings: { sites: { 'a.example': { on: false } }, ownTerms: [] } });
});

/** A file with a field of a hundred thousand long names: 9 MB. */
function text(field: string): string {
  const names = Array.from({ length: 100_000 }, (_, n) => `"${String(n).padStart(85, 'n')}":1`);
  return `{"app":"liner-notes","version":2,"${field}":{${names.join()}}}`;
}
