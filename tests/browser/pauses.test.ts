/** Every pause ends as it was said: by the clock, with its tab, with the session. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { clickOn, says } from '../../browsers/by-hand.ts';
import { launchChromium } from '../../browsers/chromium.ts';
import type { ExtensionGlobal } from '../../browsers/extension-global.ts';
import { launchFirefox } from '../../browsers/firefox.ts';
import { BROWSERS, type Driver, launch, type Server, serve, type Tab } from '../../browsers/index.ts';
import { keepSettings, keepSettingsIn } from '../../browsers/keep-settings.ts';
import { isBare, isMarked } from '../../browsers/marks-of.ts';
import { using } from '../../browsers/using.ts';
import { MUSIC } from './music-page.ts';

const inLocal = () => (globalThis as unknown as ExtensionGlobal).chrome.storage.local.get(null);

let server: Server;
beforeAll(async () => {
  server = await serve('tests/fixtures', (pathname) => (pathname === '/' ? { body: MUSIC } : undefined));
});
afterAll(() => server?.close());

describe.each(BROWSERS)('a pause in %s', (name) => {
  let driver: Driver;
  let tab: Tab;
  let options: Tab;

  beforeAll(async () => {
    driver = await launch(name);
  });
  afterAll(() => driver?.close());
  beforeEach(async () => {
    await keepSettings(driver);
    tab = await driver.open(`${server.origin}/`);
    await tab.waitFor(isMarked);
    options = await driver.openExtensionPage('options.html');
    await options.waitFor(() => document.querySelector('#backup'));
  });

  it('for a time ends by the clock, in the page and in the options', async () => {
    await keepSettingsIn(options, { 'site:127.0.0.1': { pausedUntil: Date.now() + 6_000 } });
    await tab.waitFor(isBare);
    await options.waitFor(() => /Paused until \d/.test(document.querySelector('.sites .hint')?.textContent ?? ''));
    await tab.bringToFront();
    await tab.waitFor(isMarked);
    await options.bringToFront();
    await options.waitFor(() => !document.querySelector('.site-title'));
    await tab.close();
    await options.close();
  });

  it('in a tab ends with it', async () => {
    const popup = await driver.popup(tab);
    await says(popup, 'marked here');
    await clickOn(popup, '.pause summary');
    await clickOn(popup, '.pause-choices button', 'In this tab');
    await says(popup, 'Paused in this tab');
    await popup.close();
    expect(await options.evaluate(inLocal)).toHaveProperty('pausedTabs');
    await tab.close();
    await options.waitFor(async () => {
      const kept = await (globalThis as unknown as ExtensionGlobal).chrome.storage.local.get(null);
      return !('pausedTabs' in kept);
    });
    await options.close();
  });
});

const UNTIL_RESTART = {
  version: 1,
  'site:127.0.0.1': { pausedUntilRestart: true },
  'site:a.example': { on: false, pausedUntil: 1 },
  pausedTabs: [1, 2],
};
const AFTER_RESTART = { version: 1, 'site:a.example': { on: false } };

/** The page is paused as was set before. */
async function saysPaused(driver: Driver): Promise<Tab> {
  await keepSettings(driver, UNTIL_RESTART);
  const tab = await driver.open(`${server.origin}/`);
  const popup = await driver.popup(tab);
  await says(popup, 'Paused on this site until the browser restarts');
  await popup.close();
  return tab;
}

describe('a pause until the restart, in firefox', () => {
  it('ends when the browser starts again, and takes along what was over before', async () => {
    const profile = await mkdtemp(path.join(tmpdir(), 'liner-notes-profile-'));
    let driver = await launchFirefox({ profile, forGood: true });
    try {
      await saysPaused(driver);
      await driver.close();
      driver = await launchFirefox({ profile, forGood: true });
      const tab = await driver.open(`${server.origin}/`);
      await tab.waitFor(isMarked);
      const options = await driver.openExtensionPage('options.html');
      expect(await options.evaluate(inLocal)).toEqual(AFTER_RESTART);
    } finally {
      await driver.close();
      await rm(profile, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
    }
  });
});

// Chromium under test installs the extension anew with each start and then does not tell it of the start: it is made to.
describe('a pause until the restart, in chromium', () => {
  it('ends when the browser says that it has started, and takes along what was over before', async () => {
    await using(await launchChromium(), async (driver) => {
      const tab = await saysPaused(driver);
      const target = await driver.browser.waitForTarget((one) => one.type() === 'service_worker');
      const worker = await target.worker();
      await worker!.evaluate(() => {
        const { onStartup } = (globalThis as unknown as { chrome: { runtime: { onStartup: { dispatch(): void } } } })
          .chrome.runtime;
        onStartup.dispatch();
      });
      await tab.waitFor(isMarked);
      const options = await driver.openExtensionPage('options.html');
      expect(await options.evaluate(inLocal)).toEqual(AFTER_RESTART);
    });
  });
});
