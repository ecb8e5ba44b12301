// @vitest-environment happy-dom
import { h, render } from 'preact';
import { act } from 'preact/test-utils';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { useSettings } from '../../../entrypoints/options/use-settings.ts';

const root = document.createElement('div');
const Unshared = () => String(useSettings().live?.unshared);

beforeEach(() => {
  fakeBrowser.reset();
  vi.stubGlobal('navigator', { locks: { request: (_: string, task: () => Promise<void>) => task() } });
});
afterEach(async () => {
  await act(() => render(null, root));
  vi.unstubAllGlobals();
});

it('are handed over when the options open, where a window was closed before all of them were synced', async () => {
  const { local, sync } = fakeBrowser.storage;
  await local.set({ 'pref:density': 'page', 'site:a.example': { on: false } });
  await act(() => render(h(Unshared, null), root));
  await expect.poll(() => sync.get(null)).toEqual({ version: 1, 'pref:density': 'page' });
  await expect.poll(() => local.get(null)).toEqual({ version: 1, 'site:a.example': { on: false } });
  await expect.poll(() => root.textContent).toBe('false');
});

it('are shown though they cannot be handed over', async () => {
  const { local, sync } = fakeBrowser.storage;
  await local.set({ 'pref:density': 'page' });
  vi.spyOn(sync, 'set').mockRejectedValue(new Error('QUOTA_BYTES quota exceeded'));
  await act(() => render(h(Unshared, null), root));
  await vi.waitFor(() => expect(sync.set).toHaveBeenCalledOnce());
  await expect.poll(() => root.textContent).toBe('true');
});
