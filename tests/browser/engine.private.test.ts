import { describe, expect, it } from 'vitest';
import { launchChromium } from '../../browsers/chromium.ts';
import { launchFirefox } from '../../browsers/firefox.ts';
import { serve } from '../../browsers/index.ts';
import { openPrivate } from '../../browsers/private-window.ts';

const KEY = 'liner-notes-mark';
const answer = () => ({
  body: '<!doctype html><html lang="en"><title>Page</title><body><p>The mastering engineer came late.</p>',
});

/** The part of the browser's own page of extensions that its switches use. */
interface DeveloperPrivate {
  updateProfileConfiguration(change: { inDeveloperMode: boolean }): Promise<void>;
  updateExtensionConfiguration(change: { extensionId: string; incognitoAccess: boolean }): Promise<void>;
}

describe('in private windows', () => {
  it('chromium: only when the reader allows it', async () => {
    const server = await serve('tests/fixtures', answer);
    const driver = await launchChromium();
    const openPlain = async () => {
      const page = await openPrivate(driver, `${server.origin}/plain`);
      return { page, marks: () => page.evaluate((key) => CSS.highlights.get(key)?.size ?? 0, KEY) };
    };
    try {
      const before = await openPlain();
      // Any page that is opened later is marked later: once a common one is, the private one had its time.
      const common = await driver.open(`${server.origin}/plain`);
      await common.waitFor((key) => CSS.highlights.get(key)?.size === 1, KEY);
      expect(await before.marks()).toBe(0);

      const switches = await driver.browser.newPage();
      await switches.goto('chrome://extensions');
      await switches.evaluate(async (extensionId) => {
        const { developerPrivate } = (globalThis as unknown as { chrome: { developerPrivate: DeveloperPrivate } })
          .chrome;
        // Else an extension from a folder is switched off as it is loaded again, which the other switch does.
        await developerPrivate.updateProfileConfiguration({ inDeveloperMode: true });
        await developerPrivate.updateExtensionConfiguration({ extensionId, incognitoAccess: true });
      }, driver.extensionId);
      await expect
        .poll(
          async () => {
            const { page, marks } = await openPlain();
            await page.waitForFunction((key) => CSS.highlights.get(key)?.size, { timeout: 2000 }, KEY).catch(() => {});
            return marks();
          },
          { timeout: 20_000 },
        )
        .toBe(1);
    } finally {
      await driver.close();
      await server.close();
    }
  });

  it('firefox: only when the reader allows it', async () => {
    const server = await serve('tests/fixtures', answer);
    // One private window from the start: one that is opened later sometimes takes a minute to come on a busy machine.
    const driver = await launchFirefox({ args: ['--private-window', 'about:blank'] });
    const { chrome } = driver;
    try {
      const tab = await driver.open(`${server.origin}/plain`);
      const marks = () => tab.evaluate((key) => CSS.highlights.get(key)?.size ?? 0, KEY);
      const allowed = await chrome.run(`
        const { PrivateBrowsingUtils } = ChromeUtils.importESModule('resource://gre/modules/PrivateBrowsingUtils.sys.mjs');
        const { privateBrowsingAllowed } = WebExtensionPolicy.getByID(${JSON.stringify(chrome.extension)});
        return { isPrivate: PrivateBrowsingUtils.isWindowPrivate(window), privateBrowsingAllowed };`);
      expect(allowed).toEqual({ isPrivate: true, privateBrowsingAllowed: false });
      // A page without a script of ours is idle as soon as it is loaded.
      await tab.evaluate(() => new Promise((done) => requestIdleCallback(() => requestIdleCallback(done))));
      expect(await marks()).toBe(0);
      await chrome.run(`
        const { ExtensionPermissions } = ChromeUtils.importESModule('resource://gre/modules/ExtensionPermissions.sys.mjs');
        const { AddonManager } = ChromeUtils.importESModule('resource://gre/modules/AddonManager.sys.mjs');
        const id = ${JSON.stringify(chrome.extension)};
        await ExtensionPermissions.add(id, { permissions: ['internal:privateBrowsingAllowed'], origins: [] });
        await (await AddonManager.getAddonByID(id)).reload();`);
      await expect.poll(marks, { timeout: 30_000 }).toBe(1);
    } finally {
      await driver.close();
      await server.close();
    }
  });
});
