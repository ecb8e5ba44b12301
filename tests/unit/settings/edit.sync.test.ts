import { describe, expect, it } from 'vitest';
import { decide } from '../../../core/settings/decide.ts';
import { settingsEditor } from '../../../core/settings/edit.ts';
import { readSettings } from '../../../core/settings/storage.ts';
import { OLFASS, stored, WALL } from './example-terms.ts';
import { failWrite, memoryStorage } from './memory-storage.ts';
import { queue } from './queue.ts';

describe('syncing', () => {
  it('turned off keeps everything here, and leaves other devices theirs', async () => {
    const storage = memoryStorage();
    const edit = settingsEditor(storage, queue());
    await edit.setPreference('markStyle', () => 'tint');
    await edit.setOwnTerm(WALL);
    const shared = structuredClone(storage.held.sync);
    await edit.setSync(false);
    await edit.setPreference('density', () => 'page');
    expect(storage.held.sync).toEqual(shared);
    const { preferences, ownTerms } = await readSettings(storage);
    expect([preferences.markStyle, preferences.density, ownTerms]).toEqual(['tint', 'page', [WALL]]);
  });
  it('is not turned off while what is synced cannot be read', async () => {
    const storage = memoryStorage();
    storage.held.sync = { version: 1, 'pref:markStyle': 'tint', ...stored(WALL) };
    storage.fate = ({ area, method }) => (area === 'sync' && method === 'get' ? 'refused' : 'done');
    await expect(settingsEditor(storage, queue()).setSync(false)).rejects.toThrow();
    storage.fate = () => 'done';
    const { preferences, ownTerms } = await readSettings(storage);
    expect([preferences.markStyle, ownTerms]).toEqual(['tint', [WALL]]);
  });
  it('that cannot be read leaves a site switched as the reader said, whatever the mode is', async () => {
    const storage = memoryStorage();
    storage.held.sync['pref:mode'] = 'chosen';
    storage.fate = ({ area, method }) => (area === 'sync' && method === 'get' ? 'refused' : 'done');
    await settingsEditor(storage, queue()).switchSite('a.example', true);
    storage.fate = () => 'done';
    expect(decide('https://a.example/', await readSettings(storage), 0)).toMatchObject({ on: true, reason: 'site-on' });
  });
  it('turned on takes what is synced, and adds what only this device has', async () => {
    const storage = memoryStorage();
    const edit = settingsEditor(storage, queue());
    await edit.setSync(false);
    await edit.setPreference('density', () => 'page');
    await edit.setPreference('markStyle', () => 'tint');
    await edit.setOwnTerm(OLFASS);
    storage.held.sync = { version: 1, 'pref:markStyle': 'solid', ...stored(WALL) };
    await edit.setSync(true);
    expect(storage.held.local).toEqual({ version: 1 });
    expect(storage.held.sync).toEqual({
      version: 1,
      'pref:markStyle': 'solid',
      'pref:density': 'page',
      ...stored(WALL),
      ...stored(OLFASS),
    });
  });
  it('changes nothing that holds when any of its writes fails', async () => {
    for (let failing = 0; failing < 8; failing++) {
      const storage = memoryStorage();
      const edit = settingsEditor(storage, queue());
      await edit.setPreference('markStyle', () => 'tint');
      await edit.setOwnTerm(WALL);
      const before = await readSettings(storage);
      failWrite(storage, failing);
      await edit.setSync(false).catch(() => {});
      await edit.setSync(true).catch(() => {});
      storage.fate = () => 'done';
      expect(await readSettings(storage)).toEqual(before);
    }
  });
});
