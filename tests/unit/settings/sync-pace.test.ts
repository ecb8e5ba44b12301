/** Many changes in a short time, against a synced storage that takes 120 writes a minute, as Chromium's does. */
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { settingsEditor } from '../../../core/settings/edit.ts';
import { readSettings } from '../../../core/settings/storage.ts';
import type { OwnTerm } from '../../../core/settings/types.ts';
import { type MemoryStorage, memoryStorage } from './memory-storage.ts';
import { queue } from './queue.ts';

const MOST_A_MINUTE = 120;
const MINUTE = 60_000;
const own = (index: number): OwnTerm => ({
  id: `own:${String(index).padStart(8, '0')}`,
  name: `Term ${index}`,
  definition: 'A word.',
  forms: [],
  exactCase: false,
});

/** Refuses what is too quick. `writes`: when each was made. */
function limited(storage: MemoryStorage, others = 0) {
  const writes: number[] = Array(others).fill(Date.now());
  let refused = 0;
  storage.fate = ({ area, method }) => {
    if (area === 'local' || method === 'get') return 'done';
    writes.push(Date.now());
    const lately = writes.filter((at) => at > Date.now() - MINUTE).length;
    if (lately <= MOST_A_MINUTE) return 'done';
    refused += 1;
    return 'refused';
  };
  return { writes, refused: () => refused };
}

describe('quick changes', () => {
  beforeEach(() => {
    vi.useFakeTimers();
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  it('hold at once, and from two windows for ten minutes never reach the limit; all of it is synced in the end', async () => {
    const storage = memoryStorage();
    const limit = limited(storage);
    const lock = queue();
    const windows = [settingsEditor(storage, lock), settingsEditor(storage, lock)];
    for (let turn = 0; turn < 2400; turn++) {
      const edit = windows[turn % 2]!;
      const cardSize = turn % 3 ? 'large' : 'normal';
      await edit.setPreference('cardSize', () => cardSize);
      if (turn % 40 === 0) await edit.setOwnTerm(own(turn / 40));
      if (turn % 120 === 80) await edit.removeOwnTerm(own(turn / 40).id);
      expect((await readSettings(storage)).preferences.cardSize).toBe(cardSize);
      await vi.advanceTimersByTimeAsync(250);
    }
    const wanted = await readSettings(storage);
    expect(wanted.ownTerms).toHaveLength(40);
    await vi.advanceTimersByTimeAsync(MINUTE);
    expect(limit.refused()).toBe(0);
    expect(storage.held.local).toEqual({ version: 1 });
    expect(await readSettings(storage)).toEqual(wanted);
    expect(storage.held.sync).toMatchObject({ 'pref:cardSize': 'large' });
    // Far fewer than the changes there were, though each of the first ones was written at once.
    expect(limit.writes.length).toBeLessThan(700);
  });

  it('that are refused hold here, and are synced when the limit is over', async () => {
    const storage = memoryStorage();
    // Another device, or another window, has just used it up.
    const limit = limited(storage, MOST_A_MINUTE);
    const edit = settingsEditor(storage, queue());
    expect(await edit.setPreference('density', () => 'page')).toBe(true);
    expect(await edit.setOwnTerm(own(1))).toBe(true);
    expect(limit.refused()).toBeGreaterThan(0);
    expect(await readSettings(storage)).toMatchObject({ preferences: { density: 'page' }, ownTerms: [own(1)] });
    expect(storage.held.sync).toEqual({});
    await vi.advanceTimersByTimeAsync(MINUTE + 5_000);
    expect(storage.held.sync).toMatchObject({ 'pref:density': 'page', [own(1).id]: { name: 'Term 1' } });
    expect(storage.held.local).toEqual({ version: 1 });
  });

  it('that take something away do so here at once, and in what is synced later', async () => {
    const storage = memoryStorage();
    const edit = settingsEditor(storage, queue());
    await edit.setPreference('density', () => 'page');
    await edit.setOwnTerm(own(1));
    limited(storage, MOST_A_MINUTE);
    await edit.setPreference('density', () => 'section');
    await edit.removeOwnTerm(own(1).id);
    expect(await readSettings(storage)).toMatchObject({ preferences: { density: 'section' }, ownTerms: [] });
    expect(storage.held.sync).toMatchObject({ 'pref:density': 'page' });
    await vi.advanceTimersByTimeAsync(MINUTE + 5_000);
    expect(storage.held).toEqual({ local: { version: 1 }, sync: { version: 1 } });
  });

  it('kept here when their window closed are handed over when another window asks, unless nothing is to be synced', async () => {
    const storage = memoryStorage();
    limited(storage, MOST_A_MINUTE);
    await settingsEditor(storage, queue()).setPreference('density', () => 'page');
    storage.fate = () => 'done';
    const later = settingsEditor(storage, queue());
    await later.setSync(false);
    await later.handOver();
    expect(storage.held.sync).toEqual({});
    await later.setSync(true);
    await later.handOver();
    expect(storage.held.sync).toEqual({ version: 1, 'pref:density': 'page' });
  });

  it('of which none waits here, or none that is to go, ask for nothing and keep no other change waiting', async () => {
    const storage = memoryStorage();
    const edit = settingsEditor(storage, () => Promise.reject(new Error('The lock was asked for.')));
    storage.fate = ({ area }) => (area === 'sync' ? 'refused' : 'done');
    expect(await edit.handOver()).toBe(true);
    for (const held of [{ sync: false }, { version: 99 }]) {
      storage.held.local = { ...held, 'pref:density': 'page' };
      expect(await edit.handOver()).toBe(true);
    }
    storage.held.local = { own: { [own(1).id]: false } };
    await expect(edit.handOver()).rejects.toThrow('The lock was asked for.');
  });

  it('are offered to a storage that refuses them for good less and less often', async () => {
    const storage = memoryStorage();
    let tries = 0;
    storage.fate = ({ area, method }) => {
      if (area === 'local' || method === 'get') return 'done';
      tries += 1;
      return 'refused';
    };
    const edit = settingsEditor(storage, queue());
    await edit.setPreference('density', () => 'page');
    await vi.advanceTimersByTimeAsync(24 * 60 * MINUTE);
    expect(tries).toBeGreaterThan(20);
    expect(tries).toBeLessThan(40);
    expect((await readSettings(storage)).preferences.density).toBe('page');
  });
});
