import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { STORAGE_PATIENCE } from '../../../core/settings/storage.ts';
import { type Stored, watchAll } from '../../../core/settings/watch-all.ts';
import { memoryStorage } from './memory-storage.ts';

describe('watchAll', () => {
  beforeEach(() => {
    vi.useFakeTimers({ now: 1_000 });
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  function watch(storage = memoryStorage()) {
    const heard: Stored[] = [];
    const ending = new AbortController();
    watchAll(storage, (stored) => heard.push(stored), ending.signal);
    return { storage, heard, ending };
  }
  const sites = (stored: Stored | undefined) => Object.keys(stored?.settings.sites ?? {}).join();

  it('tells at the start and after each change, until it is ended', async () => {
    const { storage, heard, ending } = watch();
    expect(heard).toEqual([]);
    await vi.waitFor(() => expect(heard).toHaveLength(1));
    await storage.local.set({ 'site:a.example': { on: false } });
    await vi.waitFor(() => expect(sites(heard.at(-1))).toBe('a.example'));
    ending.abort();
    await storage.local.set({ 'site:b.example': { on: false } });
    await vi.advanceTimersByTimeAsync(10);
    expect(sites(heard.at(-1))).toBe('a.example');
  });
  it('never tells an old reading after a newer one', async () => {
    const storage = memoryStorage();
    storage.fate = ({ method }) => (method === 'get' ? 'lost' : 'done');
    const { heard } = watch(storage);
    storage.fate = () => 'done';
    await storage.local.set({ 'site:a.example': { on: false } });
    await vi.advanceTimersByTimeAsync(STORAGE_PATIENCE * 2);
    expect(heard.map(({ trouble }) => trouble)).toEqual([null]);
    expect(sites(heard[0])).toBe('a.example');
  });
  it('reads again what could not be read, and keeps to what it read before meanwhile', async () => {
    const { storage, heard } = watch();
    await storage.local.set({ 'site:a.example': { on: false } });
    await vi.waitFor(() => expect(sites(heard.at(-1))).toBe('a.example'));
    storage.held.local['site:b.example'] = { on: false };
    storage.fate = ({ method }) => (method === 'get' ? 'refused' : 'done');
    await storage.sync.set({});
    await vi.waitFor(() => expect(heard.at(-1)?.trouble).toBe('unread'));
    expect(sites(heard.at(-1))).toBe('a.example');
    storage.fate = () => 'done';
    await vi.advanceTimersByTimeAsync(2_000);
    expect(heard.at(-1)?.trouble).toBeNull();
    expect(sites(heard.at(-1))).toBe('a.example,b.example');
  });
  it('tells when a pause runs out, one after the other', async () => {
    const storage = memoryStorage();
    storage.held.local['site:a.example'] = { pausedUntil: 61_000 };
    storage.held.local['site:b.example'] = { pausedUntil: 31_000 };
    const { heard } = watch(storage);
    await vi.waitFor(() => expect(sites(heard[0])).toBe('a.example,b.example'));
    await vi.advanceTimersByTimeAsync(30_001);
    expect(sites(heard.at(-1))).toBe('a.example');
    await vi.advanceTimersByTimeAsync(30_001);
    expect(sites(heard.at(-1))).toBe('');
  });
  it('tells whether settings are synced, and whether some wait for it', async () => {
    const { storage, heard } = watch();
    const told = () => {
      const { synced, unshared } = heard.at(-1)!;
      return { synced, unshared };
    };
    await vi.waitFor(() => expect(told()).toEqual({ synced: true, unshared: false }));
    await storage.local.set({ 'pref:mode': 'chosen' });
    await vi.waitFor(() => expect(told()).toEqual({ synced: true, unshared: true }));
    await storage.local.set({ sync: false });
    await vi.waitFor(() => expect(told()).toEqual({ synced: false, unshared: false }));
  });
});
