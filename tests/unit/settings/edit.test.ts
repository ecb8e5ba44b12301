import { afterEach, describe, expect, it, vi } from 'vitest';
import { decide } from '../../../core/settings/decide.ts';
import { settingsEditor } from '../../../core/settings/edit.ts';
import { sharedLock } from '../../../core/settings/lock.ts';
import { readSettings, STORAGE_PATIENCE } from '../../../core/settings/storage.ts';
import { OLFASS, stored, WALL } from './example-terms.ts';
import { memoryStorage } from './memory-storage.ts';
import { queue } from './queue.ts';

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

  it('sweeps away pauses that are over, and leaves the others', async () => {
    const storage = memoryStorage();
    const until = Date.now() + 60_000;
    Object.assign(storage.held.local, {
      'site:a.example': { pausedUntil: Date.now() - 1 },
      'site:b.example': { on: true, subdomains: true, pausedUntil: Date.now() - 1 },
      'site:c.example': { pausedUntil: until, pausedUntilRestart: true },
    });
    await settingsEditor(storage, queue()).forgetSession();
    expect(storage.held.local).toEqual({
      version: 1,
      'site:b.example': { on: true, subdomains: true },
      'site:c.example': { pausedUntil: until },
    });
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
  it.each([true, false])(
    'leave nothing behind where they were silenced, be it in that moment (synced: %s)',
    async (sync) => {
      const storage = memoryStorage();
      const lock = queue();
      const [here, other] = [settingsEditor(storage, lock), settingsEditor(storage, lock)];
      await here.setSync(sync);
      await here.setOwnTerm(WALL);
      await here.setPreference('mutedTerms', () => ['mix', WALL.id]);
      await here.changeSite('a.example', () => ({ notMusicHere: [WALL.id] }));
      const before = structuredClone(storage.held);
      // Written by another window that got its turn first.
      const silenced = other.changeSite('b.example', () => ({ on: false, notMusicHere: ['mix', WALL.id] }));
      const [, isGone] = await Promise.all([silenced, here.removeOwnTerm(WALL.id)]);
      expect(isGone).toBe(true);
      expect(JSON.stringify(before)).toContain(WALL.id);
      expect(JSON.stringify(storage.held)).not.toContain(WALL.id);
      const { sites, preferences } = await readSettings(storage);
      expect(sites).toEqual({ 'b.example': { on: false, notMusicHere: ['mix'] } });
      expect(preferences.mutedTerms).toEqual(['mix']);
    },
  );
  it('are gone though the lists that silence them cannot be written', async () => {
    const storage = memoryStorage();
    const edit = settingsEditor(storage, queue());
    await edit.setOwnTerm(WALL);
    await edit.changeSite('a.example', () => ({ on: false, notMusicHere: [WALL.id] }));
    storage.fate = ({ area, method }) => (area === 'local' && method === 'set' ? 'refused' : 'done');
    expect(await edit.removeOwnTerm(WALL.id)).toBe(true);
    expect((await readSettings(storage)).ownTerms).toEqual([]);
  });
  it('never share a spelling', async () => {
    const edit = settingsEditor(memoryStorage(), queue());
    await edit.setOwnTerm(WALL);
    expect(await edit.setOwnTerm({ ...OLFASS, forms: ['wall OF sound'] })).toEqual({ field: 'forms', reason: 'taken' });
  });
});
