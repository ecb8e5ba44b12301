import fc from 'fast-check';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { DEFAULT_SETTINGS } from '../../../core/settings/defaults.ts';
import { faultOf } from '../../../core/settings/own-terms.ts';
import { readSettings, readStored, STORAGE_PATIENCE } from '../../../core/settings/storage.ts';
import { CHECKS, settingsFrom } from '../../../core/settings/stored.ts';
import type { Preferences } from '../../../core/settings/types.ts';
import { memoryStorage } from './memory-storage.ts';

describe('settingsFrom', () => {
  it('gives the defaults when nothing is stored', () => {
    expect(settingsFrom({}, {})).toEqual({ settings: DEFAULT_SETTINGS, newer: false });
  });
  it('takes synced preferences, and local ones before them', () => {
    const sync = { 'pref:mode': 'chosen', 'pref:density': 'page' };
    const { preferences } = settingsFrom({ 'pref:density': 'every' }, sync).settings;
    expect(preferences).toMatchObject({ mode: 'chosen', density: 'every' });
  });
  it('leaves synced preferences alone when syncing is off', () => {
    expect(settingsFrom({ sync: false }, { 'pref:mode': 'chosen' }).settings.preferences.mode).toBe('all');
  });
  it('knows nothing of a pause that is over', () => {
    const held = { 'site:a.example': { pausedUntil: 5 }, 'site:b.example': { on: false, pausedUntil: 7 } };
    expect(settingsFrom(held, {}, 6).settings.sites).toEqual({ 'b.example': { on: false, pausedUntil: 7 } });
    expect(settingsFrom(held, {}, 7).settings.sites).toEqual({ 'b.example': { on: false } });
  });
  it('gives sound settings whatever was stored', () => {
    const keys = fc.constantFrom(
      'site:a.example',
      'site:__proto__',
      'pref:mode',
      'pref:kinds',
      'pausedTabs',
      'sync',
      'own',
      'own:aaaaaaaa',
      'version',
    );
    const stored = fc.dictionary(keys, fc.anything());
    fc.assert(
      fc.property(stored, stored, (local, sync) => {
        const { preferences, pausedTabs, ownTerms } = settingsFrom(local, sync).settings;
        expect(ownTerms.every((term) => faultOf(term) === undefined)).toBe(true);
        for (const [name, value] of Object.entries(preferences)) {
          expect(CHECKS[name as keyof Preferences](value)).toBe(true);
        }
        expect(pausedTabs.every(Number.isInteger)).toBe(true);
        expect(({} as Record<string, unknown>).on).toBeUndefined();
      }),
    );
  });
});

describe('own terms', () => {
  const stored = { name: 'Wall of sound', definition: 'A dense way to record.' };
  it('come from the synced storage, and those kept here before them', () => {
    const sync = { 'own:aaaaaaaa': stored, 'own:bbbbbbbb': { ...stored, name: 'Zither' } };
    const here = { 'own:aaaaaaaa': { ...stored, definition: 'Ours.' }, 'own:bbbbbbbb': false };
    expect(settingsFrom({ own: here }, sync).settings.ownTerms).toEqual([
      { id: 'own:aaaaaaaa', name: 'Wall of sound', definition: 'Ours.', forms: [], exactCase: false },
    ]);
  });
  it.each<[string, unknown]>([
    ['is no record', 'text'],
    ['has no name', { definition: 'x' }],
    ['has a field too many', { ...stored, html: '<b>' }],
    ['turns the direction of text', { ...stored, name: 'a\u202eb' }],
  ])('leave out what %s', (_, value) => {
    expect(settingsFrom({}, { 'own:aaaaaaaa': value }).settings.ownTerms).toEqual([]);
  });
});

describe('settings of a later version', () => {
  it('give way to the defaults here, and say so', () => {
    expect(settingsFrom({ version: 99, 'pref:mode': 'chosen' }, {})).toEqual({
      settings: DEFAULT_SETTINGS,
      newer: true,
    });
  });
  it('from another device leave what this one holds', () => {
    const { settings, newer } = settingsFrom({ 'site:a.example': { on: false } }, { version: 99, 'pref:mode': 'x' });
    expect([settings.sites, settings.preferences.mode, newer]).toEqual([{ 'a.example': { on: false } }, 'all', true]);
  });
});

describe('readSettings', () => {
  afterEach(() => {
    vi.useRealTimers();
  });
  it('gives the defaults when the storage never answers, and says that it could not be read', async () => {
    vi.useFakeTimers();
    const storage = memoryStorage();
    storage.held.sync['pref:mode'] = 'chosen';
    storage.local.get = () => new Promise(() => {});
    const read = readStored(storage);
    await vi.advanceTimersByTimeAsync(STORAGE_PATIENCE);
    const { settings, trouble } = await read;
    expect([settings.preferences.mode, trouble]).toEqual(['chosen', 'unread']);
  });

  it('gives the defaults when the storage fails', async () => {
    const storage = memoryStorage();
    storage.local.get = () => Promise.reject(new Error('corrupt'));
    storage.sync.get = () => {
      throw new Error('not here');
    };
    expect(await readSettings(storage)).toEqual(DEFAULT_SETTINGS);
  });
});

it('misses nothing of a synced storage that fails while syncing is off', async () => {
  const storage = memoryStorage();
  storage.held.local.sync = false;
  storage.fate = ({ area }) => (area === 'sync' ? 'refused' : 'done');
  expect((await readStored(storage)).trouble).toBeNull();
  storage.held.local = {};
  expect((await readStored(storage)).trouble).toBe('unread');
});
