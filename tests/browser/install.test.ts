/** What an install does once, and no update again: the welcome page, and what is stored stays as it was. */
import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { accessOf } from '../../browsers/access.ts';
import type { launchChromium } from '../../browsers/chromium.ts';
import type { launchFirefox } from '../../browsers/firefox.ts';
import { BROWSERS, type Driver, launch, type Server, serve, until } from '../../browsers/index.ts';
import { isMarked } from '../../browsers/marks-of.ts';
import { using } from '../../browsers/using.ts';
import { MUSIC } from './music-page.ts';

type Chromium = Awaited<ReturnType<typeof launchChromium>>;
type Firefox = Awaited<ReturnType<typeof launchFirefox>>;

/** Puts the folder in the place of what runs, if anything does; the id. */
async function install(driver: Driver, folder: string): Promise<string> {
  if (driver.name === 'chromium') return (driver as Chromium).browser.installExtension(folder);
  const extensionData = { type: 'path', path: folder };
  return (await (driver as Firefox).bidi.send<{ extension: string }>('webExtension.install', { extensionData }))
    .extension;
}

async function welcomes(driver: Driver): Promise<number> {
  const urls =
    driver.name === 'chromium'
      ? (await (driver as Chromium).browser.pages()).map((page) => page.url())
      : await (driver as Firefox).chrome.run<string[]>(
          'return gBrowser.tabs.map((tab) => tab.linkedBrowser.currentURI.spec);',
        );
  return urls.filter((url) => url.includes('/welcome.html')).length;
}

interface Api {
  chrome: {
    runtime: { sendMessage(message: object): Promise<unknown>; getManifest(): { version: string } };
    storage: Record<'local' | 'sync', { get(keys: null): Promise<object>; set(items: object): Promise<void> }>;
  };
}
const KEPT = {
  local: { 'site:music.example.com': { on: false }, pausedTabs: [12345] },
  sync: {
    'pref:mode': 'all',
    'pref:badge': true,
    'own:aaaaaaaa': { name: 'wall of sound', definition: 'Many players.' },
  },
};

describe.each(BROWSERS)('in %s', (name) => {
  let server: Server;
  let folder: string;
  const setVersion = async (version: string) => {
    const file = path.join(folder, 'manifest.json');
    await writeFile(file, JSON.stringify({ ...JSON.parse(await readFile(file, 'utf8')), version }));
  };
  beforeAll(async () => {
    server = await serve('tests/fixtures', (pathname) => (pathname === '/' ? { body: MUSIC } : undefined));
    folder = await mkdtemp(path.join(tmpdir(), 'liner-notes-build-'));
    await cp(`.output/${name === 'chromium' ? 'chrome' : 'firefox'}-mv3`, folder, { recursive: true });
  });
  afterAll(async () => {
    await server?.close();
    if (folder) await rm(folder, { recursive: true, force: true });
  });

  it('an install shows the welcome page, once', async () => {
    await using(await launch(name, { extension: null }), async (driver) => {
      const tab = await driver.open(`${server.origin}/`);
      await install(driver, folder);
      await until(async () => (await welcomes(driver)) > 0, 'the welcome page');
      await tab.waitFor(isMarked);
      expect(await welcomes(driver)).toBe(1);
    });
  });

  it('the welcome page tells how to have the icon in sight, until it is', async () => {
    await using(await launch(name, { extension: folder }), async (driver) => {
      const page = await driver.openExtensionPage('welcome.html');
      await page.waitFor(() => document.querySelector('.pin'));
      await accessOf(driver).pin();
      await page.bringToFront();
      await page.waitFor(() => !document.querySelector('.pin'));
    });
  });

  it('neither an update nor a reload nor a downgrade shows it again, or changes what is stored', async () => {
    await using(await launch(name, { extension: folder }), async (driver) => {
      await until(async () => (await welcomes(driver)) === 0, 'the welcome page to be closed');
      const before = await driver.openExtensionPage('options.html');
      const stored = () =>
        Promise.all(
          (['local', 'sync'] as const).map((area) => (globalThis as unknown as Api).chrome.storage[area].get(null)),
        );
      await before.evaluate(async (kept) => {
        const { storage } = (globalThis as unknown as Api).chrome;
        await storage.local.set(kept.local);
        await storage.sync.set(kept.sync);
      }, KEPT);
      const held = await before.evaluate(stored);
      await before.close();
      for (const version of ['9.0.0', '9.0.0', '0.0.1']) {
        await setVersion(version);
        await install(driver, folder);
        const page = await driver.openExtensionPage('glossary.html');
        expect(await page.evaluate(() => (globalThis as unknown as Api).chrome.runtime.getManifest().version)).toBe(
          version,
        );
        // It answers once it has begun, which is when it hears of the install.
        await page.waitFor(() => (globalThis as unknown as Api).chrome.runtime.sendMessage({ name: 'tab:top-url' }));
        expect(await welcomes(driver)).toBe(0);
        expect(await page.evaluate(stored)).toEqual(held);
        await page.close();
      }
    });
  });

  // No driver can update a browser or a module under our feet: the event is fired in the worker.
  it.runIf(name === 'chromium')('an update of the browser or of a shared module changes nothing', async () => {
    await using((await launch('chromium', { extension: folder })) as Chromium, async (driver) => {
      const page = await driver.openExtensionPage('options.html');
      const everything = () => {
        const { storage } = (globalThis as unknown as Api).chrome;
        return Promise.all([storage.local.get(null), storage.sync.get(null)]);
      };
      await page.evaluate((kept) => (globalThis as unknown as Api).chrome.storage.local.set(kept), KEPT.local);
      const held = await page.evaluate(everything);
      const target = await driver.browser.waitForTarget((one) => one.type() === 'service_worker');
      const worker = await target.worker();
      for (const reason of ['chrome_update', 'shared_module_update']) {
        await worker!.evaluate((why) => {
          const { chrome } = globalThis as never as {
            chrome: { runtime: { onInstalled: { dispatch(details: object): void } } };
          };
          chrome.runtime.onInstalled.dispatch({ reason: why });
        }, reason);
        await page.evaluate(() => (globalThis as unknown as Api).chrome.runtime.sendMessage({ name: 'tab:top-url' }));
        expect(await welcomes(driver)).toBe(0);
        expect(await page.evaluate(everything)).toEqual(held);
      }
    });
  });
});
