/** Why nothing is marked on a page that we may read: each brought about in a real browser, and told by the real popup. */
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { accessOf } from '../../browsers/access.ts';
import { clickOn, says } from '../../browsers/by-hand.ts';
import { launchChromium } from '../../browsers/chromium.ts';
import { askState } from '../../browsers/content-script.ts';
import type { FirefoxChrome } from '../../browsers/firefox-chrome.ts';
import { makeCostly, makeFail } from '../../browsers/ill-page.ts';
import { BROWSERS, type Driver, launch, type Server, type Surface, serve } from '../../browsers/index.ts';
import { keepSettings } from '../../browsers/keep-settings.ts';
import { isBare, isMarked } from '../../browsers/marks-of.ts';
import { openPrivate } from '../../browsers/private-window.ts';
import { DOCUMENTS } from './engine/documents.ts';
import { MUSIC } from './music-page.ts';

const NO_TEXT = 'not a web page with text';
/** Firefox shows a PDF in a page of its own, which no extension may read; Chromium in one of its extensions' frames. */
const PAGES: [string, string, Partial<Record<string, string>> & { any?: string }][] = [
  ['its author wants no marks', '/opt-out', { any: 'The author of this page has asked for no marks here' }],
  ['it is plain text', '/text', { any: NO_TEXT }],
  ['it is XML', '/xml', { any: NO_TEXT }],
  ['it is an image', '/image', { any: NO_TEXT }],
  ['it is a PDF', '/pdf', { chromium: NO_TEXT, firefox: 'The browser lets no extension read this page' }],
];

describe.each(BROWSERS)('the popup in %s', (name) => {
  let driver: Driver;
  let server: Server;
  const store = (local: object, sync?: object) => keepSettings(driver, local, sync);

  beforeAll(async () => {
    server = await serve('tests/fixtures', (path) => {
      if (path === '/') return { body: MUSIC };
      if (path === '/opt-out')
        return { body: MUSIC.replace('<title>', '<meta name="liner-notes" content="off"><title>') };
      return DOCUMENTS[path.slice(1)];
    });
    driver = await launch(name);
  });
  afterAll(async () => {
    await driver?.close();
    await server?.close();
  });
  beforeEach(() => store({}));

  it.each(PAGES)('says of a page that %s', async (_, path, wanted) => {
    const tab = await driver.open(server.origin + path);
    const popup = await driver.popup(tab);
    await says(popup, wanted[name] ?? wanted.any!);
    await popup.close();
    await tab.close();
  });

  it('says when all words of a page are silenced: of kinds that are not wanted, muted, or no music on this site', async () => {
    const tab = await driver.open(`${server.origin}/`);
    await tab.waitFor(isMarked);
    const options = await driver.openExtensionPage('options.html');
    const state = await askState(options, `${server.origin}/`);
    await options.close();
    if (state?.state !== 'marking') throw new Error('nothing is marked');
    const here = state.terms.map(({ id }) => id);
    for (const [local, sync] of [
      [{}, { 'pref:kinds': ['theory'] }],
      [{}, { 'pref:mutedTerms': here }],
      [{ 'site:127.0.0.1': { notMusicHere: here } }, {}],
    ] as const) {
      await store(local, sync);
      await tab.bringToFront();
      await tab.waitFor(isBare);
      const popup = await driver.popup(tab);
      await says(popup, 'of the words found here you want none marked');
      await popup.close();
    }
    await store({});
    await tab.bringToFront();
    await tab.waitFor(isMarked);
    await tab.close();
  });

  it('says that it rests on a page that costs too much, and goes on saying so', async () => {
    const tab = await driver.open(`${server.origin}/`);
    await tab.waitFor(isMarked);
    // A page that truly costs that much: engine.budget.test.ts.
    await makeCostly(driver, tab);
    for (let time = 0; time < 2; time++) {
      const popup = await driver.popup(tab);
      await says(popup, 'Resting. This page changes so much');
      await popup.close();
    }
    await tab.close();
  });

  it('says that marking failed, and that a reload tries again', async () => {
    const tab = await driver.open(`${server.origin}/`);
    await tab.waitFor(isMarked);
    await makeFail(driver, tab);
    const popup = await driver.popup(tab);
    await says(popup, 'Marking failed on this page');
    await popup.close();
    expect(tab.errors).toEqual([]);
    await tab.reload();
    await tab.waitFor(isMarked);
    await tab.close();
  });

  it('says in the options what the browser lets us read: a private window shows no icon to ask', async () => {
    const options = await driver.openExtensionPage('options.html');
    await reaches(options, 'sites', 'Allowed');
    await reaches(options, 'private', 'Not allowed');
    await reaches(options, 'files', name === 'chromium' ? 'Allowed' : 'Not allowed');
    const access = accessOf(driver);
    await access.take();
    await options.bringToFront();
    await reaches(options, 'sites', 'Not allowed');
    expect(await options.evaluate(() => document.querySelector('[data-reach=sites] button')?.textContent)).toBe(
      'Allow',
    );
    // Chromium asks in a window that nobody can press without a screen; Firefox can be told to ask nobody.
    if (name === 'firefox') {
      const { chrome } = driver as Driver & { chrome: FirefoxChrome };
      await chrome.run(`Services.prefs.setBoolPref('extensions.webextOptionalPermissionPrompts', false);`);
      await clickOn(options, '[data-reach=sites] button', 'Allow');
    } else await access.give();
    await options.bringToFront();
    await reaches(options, 'sites', 'Allowed');
    await options.close();
  });
});

/** Waits until the options say so of what may be read. */
const reaches = (options: Surface, which: string, said: string) =>
  options.waitFor(
    (one, text) => document.querySelector(`[data-reach=${one}] .reach-state`)?.textContent === text,
    which,
    said,
  );

describe('a private window in chromium', () => {
  it('is marked once that is allowed, and the options say so', async () => {
    const server = await serve('tests/fixtures', (path) => (path === '/' ? { body: MUSIC } : undefined));
    const driver = await launchChromium({ inPrivate: true });
    try {
      const page = await openPrivate(driver, `${server.origin}/`);
      await page.waitForFunction(isMarked);
      await reaches(await driver.openExtensionPage('options.html'), 'private', 'Allowed');
    } finally {
      await driver.close();
      await server.close();
    }
  });
});
