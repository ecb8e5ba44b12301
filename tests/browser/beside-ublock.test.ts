/** The main job with uBlock Origin at work in the same pages. Where it is not to be had, the test says that it was not run. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readCard, restOn } from '../../browsers/card.ts';
import { launchChromium } from '../../browsers/chromium.ts';
import { askMarks } from '../../browsers/content-script.ts';
import { launchFirefox } from '../../browsers/firefox.ts';
import {
  BROWSERS,
  type BrowserName,
  type Driver,
  launch,
  type Server,
  serve,
  type Tab,
  until,
} from '../../browsers/index.ts';
import { ublockFolder } from '../../browsers/ublock.ts';
import { using } from '../../browsers/using.ts';

/** Starts the browser with both, uBlock Origin first, as it would be there before us; null when it takes no such extension. */
async function launchBeside(name: BrowserName, folder: string): Promise<Driver | null> {
  if (name === 'chromium') {
    const driver = await launchChromium();
    try {
      await driver.browser.installExtension(folder);
      return driver;
    } catch (error) {
      await driver.close();
      // Chromium 156 takes no extension of the second manifest version any more.
      if (/manifest/i.test(String(error))) return null;
      throw error;
    }
  }
  const driver = await launchFirefox();
  await driver.bidi.send('webExtension.install', { extensionData: { type: 'path', path: folder } });
  const isActive = () =>
    driver.chrome.run<boolean>(`return WebExtensionPolicy.getByID('uBlock0@raymondhill.net')?.active === true`);
  await until(isActive, 'uBlock Origin to run');
  return driver;
}

describe.each(BROWSERS)('beside uBlock Origin, in %s', (name) => {
  const folder = ublockFolder(name);
  let driver: Driver | null = null;
  let server: Server;
  let tab: Tab;
  let url: string;

  beforeAll(async () => {
    if (!folder) return;
    server = await serve('demo');
    url = `${server.origin}/article.html`;
    driver = await launchBeside(name, folder);
    if (driver) tab = await driver.open(url);
  }, 120_000);
  afterAll(async () => {
    await driver?.close();
    await server?.close();
  });

  it('marks the page as it does alone, shows the card, and leaves the page as it was', async (context) => {
    if (!folder) return context.skip(`webext-ublock-origin-${name} is neither installed nor to be had from apt`);
    if (!driver) return context.skip(`${name} takes no extension like it any more`);
    const page = await driver.openExtensionPage('popup.html');
    const { marks } = await askMarks(page, url);
    const html = await using(await launch(name), async (alone) => {
      const own = await alone.openExtensionPage('popup.html');
      const other = await alone.open(url);
      expect(marks).toEqual((await askMarks(own, url)).marks);
      return other.evaluate(() => document.documentElement.outerHTML);
    });
    expect(marks.length).toBeGreaterThan(10);
    expect(await tab.evaluate(() => document.documentElement.outerHTML)).toBe(html);

    expect((await restOn(tab, 'producer')).join('\n')).toContain('Producer');
    await tab.press('Escape');
    await until(async () => (await readCard(tab)).length === 0, 'the card to close');
    const popup = await driver.popup(tab);
    await popup.waitFor(() => /Producer/.test(document.body.innerText));
    await popup.close();
    expect(tab.errors).toEqual([]);
  });
});
