import { afterEach, describe, expect, it, vi } from 'vitest';
import { decide } from '../../../core/settings/decide.ts';
import { DEFAULT_SETTINGS } from '../../../core/settings/defaults.ts';
import { settingsEditor } from '../../../core/settings/edit.ts';
import { sharedLock } from '../../../core/settings/lock.ts';
import { readSettings, STORAGE_PATIENCE } from '../../../core/settings/storage.ts';
import type { OwnTerm, Settings } from '../../../core/settings/types.ts';
import { type MemoryStorage, memoryStorage } from './memory-storage.ts';
import { queue } from './queue.ts';

const WALL: OwnTerm = { id: 'own:aaaaaaaa', name: 'Wall of sound', definition: 'Dense.', forms: [], exactCase: false };
const OLFASS: OwnTerm = { ...WALL, id: 'own:bbbbbbbb', name: 'Ölfass' };
const stored = ({ id, ...term }: OwnTerm) => ({ [id]: { name: term.name, definition: term.definition } });

const OLD = { 'site:old.example': { on: false }, 'site:both.example': { on: false } };
const NEW: Settings = {
  preferences: { ...DEFAULT_SETTINGS.preferences, mode: 'chosen' },
  sites: { 'new.example': { on: true }, 'both.example': { on: true } },
  ownTerms: [OLFASS],
  pausedTabs: [],
};

describe('settingsEditor', () => {
  afterEach(() => {
    vi.useRealTimers();
  });

  it('stores only what differs from the defaults', async () => {
    const storage = memoryStorage();
    const edit = settingsEditor(storage, queue());
    await edit.switchSite('a.example', false);
    await edit.setPreference('density', () => 'page');
    expect(storage.held).toEqual({
      local: { version: 1, 'site:a.example': { on: false } },
      sync: { version: 1, 'pref:density': 'page' },
    });
    await edit.switchSite('a.example', true);
    await edit.setPreference('density', () => 'section');
    expect(storage.held).toEqual({ local: { version: 1 }, sync: { version: 1 } });
  });

  it('keeps a preference on this device when the synced storage refuses it', async () => {
    const storage = memoryStorage();
    storage.held.sync['pref:mode'] = 'chosen';
    storage.fate = ({ area, method }) => (area === 'sync' && method !== 'get' ? 'refused' : 'done');
    await settingsEditor(storage, queue()).setPreference('mode', () => 'all');
    expect((await readSettings(storage)).preferences.mode).toBe('all');
  });

  it('writes nothing over what it could not read', async () => {
    const storage = memoryStorage();
    storage.held.sync['pref:mutedTerms'] = ['mix', 'track'];
    storage.fate = ({ area, method }) => (area === 'sync' && method === 'get' ? 'refused' : 'done');
    const edit = settingsEditor(storage, queue());
    await expect(edit.setPreference('mutedTerms', (muted) => [...muted, 'beat'])).rejects.toThrow();
    storage.fate = () => 'done';
    expect((await readSettings(storage)).preferences.mutedTerms).toEqual(['mix', 'track']);
  });

  it('gives up on a storage that never answers, and lets the next change go on', async () => {
    vi.useFakeTimers();
    const storage = memoryStorage();
    storage.fate = ({ method }) => (method === 'set' ? 'lost' : 'done');
    const edit = settingsEditor(storage, queue());
    const first = edit.switchSite('a.example', false);
    const failed = expect(first).rejects.toThrow('does not answer');
    await vi.advanceTimersByTimeAsync(STORAGE_PATIENCE);
    await failed;
    storage.fate = () => 'done';
    await edit.switchSite('b.example', false);
    expect(storage.held.local).toEqual({ version: 1, 'site:b.example': { on: false } });
  });

  it('ends every pause that holds for a site, those of the domains above it too', async () => {
    const storage = memoryStorage();
    storage.held.local['site:example'] = { on: true, subdomains: true, pausedUntilRestart: true };
    storage.held.local['site:a.example'] = { pausedUntil: Date.now() + 60_000 };
    storage.held.local['site:b.example'] = { pausedUntilRestart: true };
    await settingsEditor(storage, queue()).resumeSite('a.example');
    const settings = await readSettings(storage);
    expect(decide('https://a.example/', settings, Date.now()).on).toBe(true);
    expect(settings.sites).toEqual({
      example: { on: true, subdomains: true },
      'b.example': { pausedUntilRestart: true },
    });
  });

  it('forgets what lasts until the restart, and nothing else', async () => {
    const storage = memoryStorage();
    const edit = settingsEditor(storage, queue());
    await edit.changePausedTabs(() => [1, 2]);
    await edit.changeSite('a.example', (rule) => ({ ...rule, pausedUntilRestart: true }));
    await edit.changeSite('b.example', () => ({ on: false }));
    await edit.forgetSession();
    expect(storage.held.local).toEqual({ version: 1, 'site:b.example': { on: false } });
  });

  it('writes nothing when a tab that was not paused is closed, and reads no more than the list of those', async () => {
    const storage = memoryStorage();
    const edit = settingsEditor(storage, queue());
    await edit.settle();
    const calls: string[] = [];
    storage.fate = ({ area, method }) => {
      calls.push(`${area}.${method}`);
      return 'done';
    };
    await edit.changePausedTabs((tabs) => tabs.filter((tab) => tab !== 7));
    expect(calls).toEqual(['local.get']);
  });

  it('tells and answers whether a change could be stored, and changes nothing otherwise', async () => {
    const storage = memoryStorage();
    const told: boolean[] = [];
    const locks = { request: (_: string, task: () => Promise<void>) => task() };
    const edit = settingsEditor(
      storage,
      sharedLock(locks, (done) => told.push(done)),
    );
    const first = await edit.switchSite('a.example', false);
    storage.fate = ({ method }) => (method === 'set' ? 'refused' : 'done');
    const second = await edit.switchSite('b.example', false);
    expect([first, second]).toEqual([true, false]);
    expect(told).toEqual([true, false]);
    expect((await readSettings(storage)).sites).toEqual({ 'a.example': { on: false } });
  });

  it('changes the rules of many sites at once', async () => {
    const storage = memoryStorage();
    storage.held.local['site:b.example'] = { on: true, notMusicHere: ['mix'] };
    await settingsEditor(storage, queue()).changeSites(['a.example', 'b.example'], (rule) => ({ ...rule, on: false }));
    expect((await readSettings(storage)).sites).toEqual({
      'a.example': { on: false },
      'b.example': { on: false, notMusicHere: ['mix'] },
    });
  });
});

describe('own terms', () => {
  it('are synced one by one, changed and taken away', async () => {
    const storage = memoryStorage();
    const edit = settingsEditor(storage, queue());
    await edit.setOwnTerm(WALL);
    await edit.setOwnTerm(OLFASS);
    await edit.setOwnTerm({ ...WALL, definition: 'Denser.' });
    await edit.removeOwnTerm(OLFASS.id);
    expect(storage.held.sync).toEqual({ version: 1, ...stored({ ...WALL, definition: 'Denser.' }) });
    expect(storage.held.local).toEqual({ version: 1 });
  });
  it('stay here when the synced storage is full, and are gone when it does not let them go', async () => {
    const storage = memoryStorage();
    const edit = settingsEditor(storage, queue());
    await edit.setOwnTerm(WALL);
    storage.fate = ({ area, method }) => (area === 'sync' && method !== 'get' ? 'refused' : 'done');
    await edit.setOwnTerm(OLFASS);
    expect((await readSettings(storage)).ownTerms.map(({ name }) => name).toSorted()).toEqual([
      'Wall of sound',
      'Ölfass',
    ]);
    await edit.removeOwnTerm(WALL.id);
    expect((await readSettings(storage)).ownTerms).toEqual([OLFASS]);
  });
  it('never share a spelling', async () => {
    const edit = settingsEditor(memoryStorage(), queue());
    await edit.setOwnTerm(WALL);
    await expect(edit.setOwnTerm({ ...OLFASS, forms: ['wall OF sound'] })).rejects.toThrow('forms: taken');
  });
});

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
    expect(decide('https://a.example/', await readSettings(storage), 0)).toEqual({ on: true, reason: 'site-on' });
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

/** Refuses the nth write from now on. */
function failWrite(storage: MemoryStorage, n: number, forGood = false): void {
  let writes = 0;
  storage.fate = ({ method }) => {
    if (method === 'get') return 'done';
    writes += 1;
    return writes === n + 1 || (forGood && writes > n) ? 'refused' : 'done';
  };
}

describe('replaceAll', () => {
  const prepared = async (sync: boolean) => {
    const storage = memoryStorage();
    Object.assign(storage.held.local, OLD);
    const edit = settingsEditor(storage, queue());
    await edit.setSync(sync);
    await edit.setPreference('density', () => 'page');
    await edit.setPreference('markStyle', () => 'tint');
    await edit.setOwnTerm(WALL);
    return { storage, edit };
  };

  it('puts other settings in place of all', async () => {
    const { storage, edit } = await prepared(true);
    await edit.replaceAll(NEW);
    expect(storage.held).toEqual({
      local: { version: 1, 'site:new.example': { on: true }, 'site:both.example': { on: true } },
      sync: { version: 1, 'pref:mode': 'chosen', ...stored(OLFASS) },
    });
  });

  it.each([
    [true, false],
    [true, true],
    [false, false],
    [false, true],
  ])('takes all or nothing, whichever write fails (synced: %s; and all after it: %s)', async (sync, forGood) => {
    const was = await readSettings((await prepared(sync)).storage);
    const seen = new Set<boolean>();
    for (let failing = 0; failing < 8; failing++) {
      const { storage, edit } = await prepared(sync);
      failWrite(storage, failing, forGood);
      const isDone = await edit.replaceAll(NEW).then(
        () => true,
        () => false,
      );
      storage.fate = () => 'done';
      expect(await readSettings(storage)).toEqual(isDone ? NEW : was);
      seen.add(isDone);
    }
    expect(seen).toEqual(new Set([true, false]));
  });

  it('takes all or nothing when the browser dies at any moment', async () => {
    vi.useFakeTimers();
    const was = await readSettings((await prepared(true)).storage);
    const seen = new Set<boolean>();
    for (let dies = 0; dies < 12; dies++) {
      const { storage, edit } = await prepared(true);
      let calls = 0;
      storage.fate = () => (calls++ < dies ? 'done' : 'lost');
      void edit.replaceAll(NEW).catch(() => {});
      await vi.advanceTimersByTimeAsync(STORAGE_PATIENCE * 10);
      storage.fate = () => 'done';
      const now = await readSettings(storage);
      const isNew = now.preferences.mode === 'chosen';
      expect(now).toEqual(isNew ? NEW : was);
      seen.add(isNew);
    }
    expect(seen).toEqual(new Set([true, false]));
  });
});
