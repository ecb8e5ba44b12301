import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { watchDecision } from '../../../core/settings/watch.ts';
import { memoryStorage } from './memory-storage.ts';

const url = 'https://a.example/';
const nobody = () => Promise.reject(new Error('no background'));

describe('watchDecision', () => {
  beforeEach(() => {
    vi.useFakeTimers({ now: 0 });
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  function watch(storage = memoryStorage(), place: Partial<Parameters<typeof watchDecision>[1]> = {}) {
    const heard: string[] = [];
    const ending = new AbortController();
    const watching = watchDecision(
      storage,
      { url, ownUrl: url, ask: nobody, ...place },
      (decision) => heard.push(decision.reason),
      ending.signal,
    );
    return { storage, heard, ending, watching };
  }

  it('tells at the start, and after each change of the site', async () => {
    const { storage, heard } = watch();
    await vi.waitFor(() => expect(heard).toEqual(['default']));
    await storage.local.set({ 'site:a.example': { on: false } });
    await vi.waitFor(() => expect(heard).toEqual(['default', 'site-off']));
    await storage.local.remove(['site:a.example']);
    await vi.waitFor(() => expect(heard).toEqual(['default', 'site-off', 'default']));
  });
  it('tells when a pause has run out', async () => {
    const storage = memoryStorage();
    storage.held.local['site:a.example'] = { pausedUntil: 3_600_000 };
    const { heard } = watch(storage);
    await vi.waitFor(() => expect(heard).toEqual(['paused']));
    await vi.advanceTimersByTimeAsync(3_600_002);
    expect(heard).toEqual(['paused', 'default']);
  });
  it("follows the top page's rule in a frame", async () => {
    const storage = memoryStorage();
    storage.held.local['site:top.example'] = { on: false };
    const ask = async () => ({ url: 'https://top.example/', tab: 1 });
    const { heard } = watch(storage, { url: null, ask });
    await vi.waitFor(() => expect(heard).toEqual(['site-off']));
  });
  it('falls back to the own address of a frame when nobody answers', async () => {
    const storage = memoryStorage();
    storage.held.local['site:a.example'] = { on: false };
    const { heard } = watch(storage, { url: null });
    await vi.waitFor(() => expect(heard).toEqual(['site-off']));
  });
  it('asks for the tab only while some tab is paused', async () => {
    const ask = vi.fn(async () => ({ url, tab: 7 }));
    const { storage, heard } = watch(memoryStorage(), { ask });
    await vi.waitFor(() => expect(heard).toEqual(['default']));
    expect(ask).not.toHaveBeenCalled();
    await storage.local.set({ pausedTabs: [7] });
    await vi.waitFor(() => expect(heard).toEqual(['default', 'paused']));
  });
  it('decides by the defaults when the storage fails', async () => {
    const storage = memoryStorage();
    storage.local.get = () => Promise.reject(new Error('corrupt'));
    const { heard } = watch(storage);
    await vi.waitFor(() => expect(heard).toEqual(['default']));
  });
  it('keeps to what it read last of each area while that cannot be read', async () => {
    const storage = memoryStorage();
    storage.held.local['site:a.example'] = { on: false };
    storage.held.sync['pref:mode'] = 'chosen';
    const { heard, watching } = watch(storage);
    await vi.waitFor(() => expect(heard).toEqual(['site-off']));
    storage.fate = ({ method }) => (method === 'get' ? 'refused' : 'done');
    await watching.refresh();
    storage.fate = ({ area, method }) => (area === 'sync' && method === 'get' ? 'refused' : 'done');
    await storage.local.remove(['site:a.example']);
    await vi.waitFor(() => expect(heard).toEqual(['site-off', 'site-off', 'not-chosen']));
  });
  it('tries a storage that fails anew as soon as the first time, once it was read in between', async () => {
    const storage = memoryStorage();
    const fail = () => {
      storage.fate = () => 'refused';
    };
    fail();
    const { heard, watching } = watch(storage);
    await vi.advanceTimersByTimeAsync(2000 + 4000 + 8000);
    expect(heard).toHaveLength(4);
    storage.fate = () => 'done';
    await watching.refresh();
    fail();
    await watching.refresh();
    await vi.advanceTimersByTimeAsync(2000);
    expect(heard).toHaveLength(7);
  });
  it('reads again only for changes that bear on the page', async () => {
    const { storage, heard } = watch();
    await vi.waitFor(() => expect(heard).toEqual(['default']));
    const get = vi.spyOn(storage.local, 'get');
    await storage.local.set({ 'site:b.example': { on: false } });
    await vi.advanceTimersByTimeAsync(10);
    expect(get).not.toHaveBeenCalled();
    await storage.sync.set({ 'pref:mode': 'chosen' });
    await vi.waitFor(() => expect(heard).toEqual(['default', 'not-chosen']));
  });
  it('falls silent when it is ended', async () => {
    const { storage, heard, ending } = watch();
    await vi.waitFor(() => expect(heard).toEqual(['default']));
    ending.abort();
    await storage.local.set({ 'site:a.example': { on: false } });
    await vi.advanceTimersByTimeAsync(10);
    expect(heard).toEqual(['default']);
  });
});
