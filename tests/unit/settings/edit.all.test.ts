import { afterEach, describe, expect, it, vi } from 'vitest';
import { DEFAULT_SETTINGS } from '../../../core/settings/defaults.ts';
import { settingsEditor } from '../../../core/settings/edit.ts';
import { sharedLock } from '../../../core/settings/lock.ts';
import { readSettings, STORAGE_PATIENCE } from '../../../core/settings/storage.ts';
import type { Settings } from '../../../core/settings/types.ts';
import { OLFASS, stored, WALL } from './example-terms.ts';
import { failWrite, memoryStorage } from './memory-storage.ts';
import { queue } from './queue.ts';

const OLD = { 'site:old.example': { on: false }, 'site:both.example': { on: false } };
const NEW: Settings = {
  preferences: { ...DEFAULT_SETTINGS.preferences, mode: 'chosen' },
  sites: { 'new.example': { on: true }, 'both.example': { on: true } },
  ownTerms: [OLFASS],
  pausedTabs: [],
};

describe('replaceAll', () => {
  afterEach(() => {
    vi.useRealTimers();
  });
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

  it('answers what there was right before, whatever was drawn until then, so that it can be put back', async () => {
    for (const sync of [true, false]) {
      const { storage, edit } = await prepared(sync);
      const lock = queue();
      const here = settingsEditor(storage, lock);
      const other = settingsEditor(storage, lock);
      // Asked for before, and so written before.
      const changes = [
        other.switchSite('late.example', false),
        other.setPreference('mutedTerms', () => ['mix']),
        other.changePausedTabs(() => [7]),
      ];
      const before = await here.replaceAll(NEW);
      await Promise.all(changes);
      expect(before).toMatchObject({
        preferences: { density: 'page', mutedTerms: ['mix'] },
        sites: { 'old.example': { on: false }, 'late.example': { on: false } },
        ownTerms: [WALL],
        pausedTabs: [7],
      });
      await edit.replaceAll(before!);
      expect(await readSettings(storage)).toEqual(before);
    }
  });

  it('answers nothing when it was not stored', async () => {
    const { storage } = await prepared(true);
    const locks = { request: (_: string, task: () => Promise<void>) => task() };
    const edit = settingsEditor(
      storage,
      sharedLock(locks, () => {}),
    );
    failWrite(storage, 0);
    expect(await edit.replaceAll(NEW)).toBeNull();
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
