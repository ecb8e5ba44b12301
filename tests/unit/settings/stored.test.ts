import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DEFAULT_SETTINGS } from '../../../core/settings/defaults.ts';
import { readSettings } from '../../../core/settings/storage.ts';
import { CHECKS, settingsFrom } from '../../../core/settings/stored.ts';
import type { Preferences } from '../../../core/settings/types.ts';
import { memoryStorage } from './memory-storage.ts';

describe('settingsFrom', () => {
  it('gives the defaults when nothing is stored', () => {
    expect(settingsFrom({}, {})).toEqual(DEFAULT_SETTINGS);
  });
  it('takes synced preferences, and local ones before them', () => {
    const sync = { 'pref:mode': 'chosen', 'pref:density': 'page' };
    const { preferences } = settingsFrom({ 'pref:density': 'every' }, sync);
    expect(preferences).toMatchObject({ mode: 'chosen', density: 'every' });
  });
  it('leaves synced preferences alone when syncing is off', () => {
    expect(settingsFrom({ sync: false }, { 'pref:mode': 'chosen' }).preferences.mode).toBe('all');
  });
  it('gives sound settings whatever was stored', () => {
    const keys = fc.constantFrom('site:a.example', 'site:__proto__', 'pref:mode', 'pref:kinds', 'pausedTabs', 'sync');
    const stored = fc.dictionary(keys, fc.anything());
    fc.assert(
      fc.property(stored, stored, (local, sync) => {
        const { preferences, pausedTabs } = settingsFrom(local, sync);
        for (const [name, value] of Object.entries(preferences)) {
          expect(CHECKS[name as keyof Preferences](value)).toBe(true);
        }
        expect(pausedTabs.every(Number.isInteger)).toBe(true);
        expect(({} as Record<string, unknown>).on).toBeUndefined();
      }),
    );
  });
});

describe('readSettings', () => {
  it('gives the defaults when the storage fails', async () => {
    const storage = memoryStorage();
    storage.local.get = () => Promise.reject(new Error('corrupt'));
    storage.sync.get = () => {
      throw new Error('not here');
    };
    expect(await readSettings(storage)).toEqual(DEFAULT_SETTINGS);
  });
});
