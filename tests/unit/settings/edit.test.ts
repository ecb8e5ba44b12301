import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decide } from '../../../core/settings/decide.ts';
import { DEFAULT_SETTINGS } from '../../../core/settings/defaults.ts';
import { type Lock, settingsEditor } from '../../../core/settings/edit.ts';
import { sharedLock } from '../../../core/settings/lock.ts';
import { readSettings } from '../../../core/settings/storage.ts';
import type { Preferences } from '../../../core/settings/types.ts';
import { memoryStorage } from './memory-storage.ts';

/** What `navigator.locks` does for all windows of the extension. */
function queue(): Lock {
  let last: Promise<void> = Promise.resolve();
  return (task) => {
    const mine = last.then(task);
    last = mine.catch(() => {});
    return mine;
  };
}

describe('settingsEditor', () => {
  it('stores only what differs from the defaults', async () => {
    const storage = memoryStorage();
    const edit = settingsEditor(storage, queue());
    await edit.switchSite('a.example', false);
    await edit.setPreference('density', () => 'page');
    expect(storage.held).toEqual({ local: { 'site:a.example': { on: false } }, sync: { 'pref:density': 'page' } });
    await edit.switchSite('a.example', true);
    await edit.setPreference('density', () => 'section');
    expect(storage.held).toEqual({ local: {}, sync: {} });
  });

  it('keeps a preference on this device when the synced storage refuses it', async () => {
    const storage = memoryStorage();
    storage.held.sync['pref:mode'] = 'chosen';
    storage.sync.remove = () => Promise.reject(new Error('MAX_WRITE_OPERATIONS_PER_MINUTE'));
    await settingsEditor(storage, queue()).setPreference('mode', () => 'all');
    expect((await readSettings(storage)).preferences.mode).toBe('all');
  });

  it('keeps all preferences when syncing is turned off and on again', async () => {
    const storage = memoryStorage();
    const edit = settingsEditor(storage, queue());
    await edit.setPreference('markStyle', () => 'tint');
    await edit.setSync(false);
    expect(storage.held.sync).toEqual({});
    expect((await readSettings(storage)).preferences.markStyle).toBe('tint');
    await edit.setSync(true);
    expect(storage.held).toEqual({ local: {}, sync: { 'pref:markStyle': 'tint' } });
  });

  it('forgets what lasts until the restart, and nothing else', async () => {
    const storage = memoryStorage();
    const edit = settingsEditor(storage, queue());
    await edit.changePausedTabs(() => [1, 2]);
    await edit.changeSite('a.example', (rule) => ({ ...rule, pausedUntilRestart: true }));
    await edit.changeSite('b.example', () => ({ on: false }));
    await edit.forgetSession();
    expect(storage.held.local).toEqual({ 'site:b.example': { on: false } });
  });

  it('tells whether a change could be stored, and changes nothing otherwise', async () => {
    const storage = memoryStorage();
    const told: boolean[] = [];
    const locks = { request: (_: string, task: () => Promise<void>) => task() };
    const edit = settingsEditor(
      storage,
      sharedLock(locks, (done) => told.push(done)),
    );
    await edit.switchSite('a.example', false);
    storage.local.set = () => Promise.reject(new Error('QuotaExceededError'));
    await edit.switchSite('b.example', false);
    expect(told).toEqual([true, false]);
    expect(storage.held.local).toEqual({ 'site:a.example': { on: false } });
  });

  it('loses nothing when two windows edit at once', async () => {
    type Step = { site: string; on: boolean } | { mute: string };
    const site = fc.constantFrom('a.example', 'b.example', 'c.example', 'd.example');
    const step: fc.Arbitrary<Step> = fc.oneof(
      fc.record({ site, on: fc.boolean() }),
      fc.record({ mute: fc.constantFrom('mix', 'track', 'beat', 'hook', 'bridge') }),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 20 }), fc.scheduler(), async (steps, scheduler) => {
        const storage = memoryStorage();
        for (const area of [storage.local, storage.sync]) {
          area.get = scheduler.scheduleFunction(area.get);
          area.set = scheduler.scheduleFunction(area.set);
          area.remove = scheduler.scheduleFunction(area.remove);
        }
        const lock = queue();
        const windows = [settingsEditor(storage, lock), settingsEditor(storage, lock)];
        const edits = steps.map((it, index) => {
          const edit = windows[index % 2]!;
          return 'mute' in it
            ? edit.setPreference('mutedTerms', (muted) => [...new Set([...muted, it.mute])])
            : edit.switchSite(it.site, it.on);
        });
        await scheduler.waitFor(Promise.all(edits));
        const settled = settingsOf(await scheduler.waitFor(readSettings(storage)));

        const muted = new Set(steps.flatMap((it) => ('mute' in it ? [it.mute] : [])));
        const off = new Map(steps.flatMap((it) => ('site' in it ? [[it.site, !it.on] as const] : [])));
        expect(new Set(settled.muted)).toEqual(muted);
        expect(settled.off).toEqual([...off].flatMap(([name, isOff]) => (isOff ? [name] : [])).sort());
      }),
      { numRuns: 60 },
    );
  });

  it('puts other settings in place of all', async () => {
    const storage = memoryStorage();
    const edit = settingsEditor(storage, queue());
    await edit.switchSite('old.example', false);
    await edit.setPreference('density', () => 'page');
    const preferences: Preferences = { ...DEFAULT_SETTINGS.preferences, mode: 'chosen' };
    await edit.replaceAll({ preferences, sites: { 'new.example': { on: true } }, pausedTabs: [] });
    expect(storage.held).toEqual({
      local: { 'site:new.example': { on: true } },
      sync: { 'pref:mode': 'chosen' },
    });
  });
});

function settingsOf(settings: Awaited<ReturnType<typeof readSettings>>) {
  const off = Object.keys(settings.sites).filter((name) => !decide(`https://${name}/`, settings, 0).on);
  return { muted: settings.preferences.mutedTerms, off: off.sort() };
}
