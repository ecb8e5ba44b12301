/**
 * Why nothing is marked where the browser has a say: each reason brought about in a real browser, and told by the real
 * popup. The rest: popup.site.test.ts, reasons.pages.test.ts.
 */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type Access, accessOf } from '../../browsers/access.ts';
import { clickOn, says } from '../../browsers/by-hand.ts';
import type { ExtensionGlobal } from '../../browsers/extension-global.ts';
import type { FirefoxChrome } from '../../browsers/firefox-chrome.ts';
import { BROWSERS, type Driver, launch, type Server, serve, until } from '../../browsers/index.ts';
import { keepSettings } from '../../browsers/keep-settings.ts';
import { isBare, isMarked } from '../../browsers/marks-of.ts';
import { MUSIC } from './music-page.ts';

const PAGES: Record<string, { body: string; type?: string }> = {
  '/': { body: MUSIC },
};

describe.each(BROWSERS)('the popup in %s', (name) => {
  let access: Access;
  let driver: Driver;
  let server: Server;
  const localhost = () => server.origin.replace('127.0.0.1', 'localhost');
  const store = (local: object) => keepSettings(driver, local);

  beforeAll(async () => {
    server = await serve('tests/fixtures', (path) => PAGES[path]);
    driver = await launch(name);
    access = accessOf(driver);
  });
  afterAll(async () => {
    await driver?.close();
    await server?.close();
  });
  beforeEach(() => store({}));

  it('tells and ends a pause that was set on the domain above', async () => {
    await store({ 'site:localhost': { on: true, subdomains: true, pausedUntilRestart: true } });
    const tab = await driver.open(`${localhost().replace('localhost', 'studio.localhost')}/`);
    const popup = await driver.popup(tab);
    await says(
      popup,
      'Paused on localhost and all sites under it until the browser restarts. Resuming ends this on all',
    );
    expect(await tab.evaluate(isBare)).toBe(true);
    await clickOn(popup, '.site-state button', 'Resume');
    await says(popup, 'marked here');
    await tab.waitFor(isMarked);
    await popup.close();
    await tab.close();
  });

  it('says what the page holds while a frame of it is stuck and answers nobody', async () => {
    let isStuck = false;
    // A frame of another site, held by a request that is never answered.
    const stuck = createServer((request, response) => {
      if (request.url === '/never') isStuck = true;
      if (request.url === '/') {
        response.setHeader('content-type', 'text/html');
        response.end(
          `<script>setTimeout(() => { const x = new XMLHttpRequest(); x.open('GET', '/never', false); x.send(); })</script>`,
        );
      }
    });
    await new Promise<void>((resolve) => stuck.listen(0, '127.0.0.1', resolve));
    const { port } = stuck.address() as AddressInfo;
    const tab = await driver.open(`${server.origin}/`);
    try {
      await tab.evaluate((url) => {
        document.body.append(Object.assign(document.createElement('iframe'), { src: url }));
      }, `http://localhost:${port}/`);
      await tab.waitFor(isMarked);
      await until(async () => isStuck, 'the frame to be stuck');
      const popup = await driver.popup(tab);
      await says(popup, 'marked here');
      await popup.close();
    } finally {
      stuck.closeAllConnections();
      await new Promise((resolve) => stuck.close(resolve));
      await tab.close();
    }
  });

  it('says where access is missing; once it is given the page is marked as it stands', async () => {
    const tab = await driver.open(`${server.origin}/`);
    await access.take();
    if (name === 'chromium') await tab.goto(`${localhost()}/`);
    const popup = await access.openUnasked(tab);
    // Firefox takes the opening of the popup for leave to read this one page: another site has none.
    if (name === 'firefox') await tab.goto(`${localhost()}/`);
    await says(popup, 'The browser has not allowed Liner Notes to read this page');
    const stands = await tab.evaluate(() => performance.timeOrigin);
    // Chromium asks in a window that nobody can press without a screen; Firefox can be told to ask nobody.
    if (name === 'firefox') {
      const { chrome } = driver as Driver & { chrome: FirefoxChrome };
      await chrome.run(`Services.prefs.setBoolPref('extensions.webextOptionalPermissionPrompts', false);`);
      await clickOn(popup, '.site-state .primary', 'Allow');
      await says(popup, 'marked here');
      await popup.close();
    } else {
      await popup.evaluate(() => {
        const { permissions } = (globalThis as unknown as ExtensionGlobal).chrome;
        permissions.request = (asked) => {
          document.body.dataset.asked = asked.origins?.join();
          return Promise.resolve(false);
        };
      });
      await clickOn(popup, '.site-state .primary', 'Allow');
      expect(await popup.waitFor(() => document.body.dataset.asked)).toBe('http://*/*,https://*/*');
      await says(popup, 'The browser has not allowed Liner Notes to read this page');
      await popup.close();
      await access.give();
    }
    await tab.waitFor(isMarked);
    expect(await tab.evaluate(() => performance.timeOrigin)).toBe(stands);
    const again = await access.openUnasked(tab);
    await says(again, 'marked here');
    await again.close();
    await tab.close();
  });

  // Chromium tells nobody of it, and leaves the open pages with a dead script; Firefox puts a new one in.
  it('says that a reload is due where it was switched off and on, or needs none', async () => {
    const tab = await driver.open(`${server.origin}/`);
    await tab.waitFor(isMarked);
    const stands = await tab.evaluate(() => performance.timeOrigin);
    await access.turnOffAndOn();
    const popup = await driver.popup(tab);
    if (name === 'chromium') {
      await says(popup, 'Reload it once');
      await clickOn(popup, '.site-state button', 'Reload');
      await tab.waitFor((before) => performance.timeOrigin !== before, stands);
    } else {
      await says(popup, 'marked here');
      await popup.close();
    }
    await tab.waitFor(isMarked);
    await tab.close();
  });

  it.runIf(name === 'chromium')(
    'says that the web store lets no extension in, and offers no switch there',
    async () => {
      const tab = await driver.open('about:blank');
      // Nothing is served there in the test: the address is what Chromium guards.
      await tab.goto('https://chromewebstore.google.com/').catch(() => {});
      const popup = await driver.popup(tab);
      await says(popup, 'The browser lets no extension read this page');
      expect(await popup.evaluate(() => document.querySelector('[role=switch]'))).toBeNull();
      await popup.close();
      await tab.close();
    },
  );

  it.runIf(name === 'chromium')('has a switch for files, and says when the browser lets nobody read them', async () => {
    const tab = await driver.open(`file://${process.cwd()}/demo/article.html`);
    await tab.waitFor(isMarked);
    const popup = await driver.popup(tab);
    await says(popup, 'marked here');
    expect(await popup.evaluate(() => document.querySelector('.site-name')?.textContent)).toBe(
      'Files on this computer',
    );
    await clickOn(popup, '[role=switch]');
    await says(popup, 'Switched off by you');
    await tab.waitFor(isBare);
    await clickOn(popup, '[role=switch]');
    await says(popup, 'marked here');
    await tab.waitFor(isMarked);
    await popup.close();
    await access.takeFiles();
    await tab.reload();
    const refused = await driver.popup(tab);
    await says(refused, 'If it is a file on this computer, allow access to file URLs');
    expect(await tab.evaluate(isBare)).toBe(true);
    expect(await refused.evaluate(() => document.querySelector('.site-state .action')?.textContent)).toBe(
      'Open that page',
    );
    await refused.close();
    await tab.close();
  });

  it.runIf(name === 'firefox')(
    'says that a restricted domain, a file and an address of no site are left alone',
    async () => {
      const { chrome } = driver as Driver & { chrome: FirefoxChrome };
      await chrome.run(`Services.prefs.setStringPref('extensions.webextensions.restrictedDomains', 'localhost');`);
      for (const [url, wanted] of [
        [`${localhost()}/`, 'The browser lets no extension read this page'],
        [`file://${process.cwd()}/tests/fixtures/`, 'The browser lets no extension read files on this computer'],
        ['data:text/html,<p>The record producer of the album', 'an address of no site'],
      ] as const) {
        const tab = await driver.open(url);
        const popup = await driver.popup(tab);
        await says(popup, wanted);
        await popup.close();
        await tab.close();
      }
      await chrome.run(`Services.prefs.clearUserPref('extensions.webextensions.restrictedDomains');`);
    },
  );
});
