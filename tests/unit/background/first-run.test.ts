import { beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import type { SiteEditor } from '../../../core/settings/edit-site.ts';
import { greet } from '../../../entrypoints/background/first-run.ts';

const settle = vi.fn(async () => undefined);

/** Two open tabs, of which the first never answers. */
function twoTabs() {
  fakeBrowser.reset();
  vi.spyOn(fakeBrowser.runtime, 'getManifest').mockReturnValue({
    manifest_version: 3,
    name: '',
    version: '1',
    content_scripts: [{ matches: ['http://*/*', 'https://*/*'], js: ['/gate.js'], css: ['/marks.css'] }],
  });
  vi.spyOn(fakeBrowser.tabs, 'query').mockResolvedValue([{ id: 1 }, { id: 2 }] as never);
  vi.spyOn(fakeBrowser.scripting, 'insertCSS').mockImplementation((({ target }: { target: { tabId: number } }) =>
    target.tabId === 1 ? new Promise(() => {}) : Promise.resolve()) as never);
  return vi.spyOn(fakeBrowser.scripting, 'executeScript').mockResolvedValue([] as never);
}
/** The fake has no such event. */
function onAdded() {
  const heard: ((added: object) => void)[] = [];
  vi.spyOn(fakeBrowser.permissions.onAdded, 'addListener').mockImplementation(
    (listener) => void heard.push(listener as never),
  );
  return (added: object) => heard.forEach((listener) => void listener(added));
}

it('reaches the open tabs, whichever of them never answers', async () => {
  vi.stubEnv('FIREFOX', '');
  const run = twoTabs();
  onAdded();
  greet({ settle } as unknown as SiteEditor);
  await fakeBrowser.runtime.onInstalled.trigger({ reason: 'update', previousVersion: '0.0.1' });
  await vi.waitFor(() => expect(run).toHaveBeenCalledOnce());
  expect(run).toHaveBeenCalledWith({ target: { tabId: 2, allFrames: true }, files: ['/gate.js'] });
});

it.each(['', 'true'])(
  'reaches them too when the browser lets us read pages later on (Firefox: %j)',
  async (firefox) => {
    vi.stubEnv('FIREFOX', firefox);
    const run = twoTabs();
    const added = onAdded();
    greet({ settle } as unknown as SiteEditor);
    added({ permissions: ['tabs'], origins: [] });
    added({ origins: ['https://*/*'] });
    await vi.waitFor(() => expect(run).toHaveBeenCalledOnce());
    expect(fakeBrowser.scripting.insertCSS).toHaveBeenCalledWith({
      target: { tabId: 2, allFrames: true },
      origin: firefox ? 'USER' : 'AUTHOR',
      files: ['/marks.css'],
    });
  },
);

describe('the welcome page', () => {
  beforeEach(() => {
    fakeBrowser.reset();
    // The fake knows neither: no tab is open, so nothing is run in any.
    vi.spyOn(fakeBrowser.runtime, 'getManifest').mockReturnValue({ manifest_version: 3, name: '', version: '1' });
    vi.spyOn(fakeBrowser.tabs, 'create');
    onAdded();
    settle.mockClear();
    greet({ settle } as unknown as SiteEditor);
  });

  it('opens once the extension is installed, in a tab of its own', async () => {
    await fakeBrowser.runtime.onInstalled.trigger({ reason: 'install' });
    expect(fakeBrowser.tabs.create).toHaveBeenCalledOnce();
    expect(fakeBrowser.tabs.create).toHaveBeenCalledWith({ url: expect.stringMatching(/\/welcome\.html$/) });
  });

  it.each(['update', 'browser_update', 'chrome_update', 'shared_module_update'] as const)(
    'stays closed on %s',
    async (reason) => {
      await fakeBrowser.runtime.onInstalled.trigger({ reason: reason as 'update', previousVersion: '0.0.1' });
      expect(fakeBrowser.tabs.create).not.toHaveBeenCalled();
      // Only an update of our own may find what another version of ours has stored.
      expect(settle).toHaveBeenCalledTimes(reason === 'update' ? 1 : 0);
    },
  );
});
