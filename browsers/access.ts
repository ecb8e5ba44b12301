/** What the reader allows the extension in the browser's own pages, given and taken as they do, and the place of its icon. */
import type { Browser } from 'puppeteer-core';
import { ChromiumSurface } from './chromium.ts';
import type { FirefoxChrome } from './firefox-chrome.ts';
import type { Driver, Surface, Tab } from './types.ts';

export interface Access {
  /** Access to all sites. */
  give(): Promise<void>;
  take(): Promise<void>;
  /** Access to files; Firefox gives it to nobody. */
  takeFiles(): Promise<void>;
  giveFiles(): Promise<void>;
  /** The extension is switched off and on again. */
  turnOffAndOn(): Promise<void>;
  /** Puts the icon on the toolbar, where none is after an install. */
  pin(): Promise<void>;
  /** Opens the popup without the leave that a click on the icon gives; Firefox knows no such opening. */
  openUnasked(tab: Tab): Promise<Surface>;
}

interface OwnPage {
  management: { setEnabled(id: string, on: boolean): Promise<void> };
  developerPrivate: {
    updateProfileConfiguration(change: object): Promise<void>;
    updateExtensionConfiguration(change: object): Promise<void>;
  };
}

type Change = { hostAccess: string } | { fileAccess: boolean } | { pinnedToToolbar: boolean };

/** Puts the icon of any extension on Chromium's toolbar: else it is slid in first, for 280 ms, before its popup is shown. */
export const pinInChromium = (driver: Driver, extensionId: string) =>
  configureInChromium(driver, extensionId, { pinnedToToolbar: true });

/** Puts the icon of any extension on Firefox's toolbar: else it is in the panel of extensions. */
export const pinInFirefox = (chrome: FirefoxChrome, extensionId: string) =>
  chrome.run<void>(`
    const { extension } = WebExtensionPolicy.getByID(${JSON.stringify(extensionId)});
    const { widget } = extension.apiManager.global.browserActionFor(extension);
    window.CustomizableUI.addWidgetToArea(widget.id, window.CustomizableUI.AREA_NAVBAR);`);

/** As the reader does on the browser's page of extensions. */
async function configureInChromium(driver: Driver, extensionId: string, change: Change): Promise<void> {
  const page = await driver.open('chrome://extensions/');
  await page.evaluate(
    async (extensionId, change) => {
      const { developerPrivate } = (globalThis as unknown as { chrome: OwnPage }).chrome;
      // Some changes reload the extension, and one that is not from a store stays off then unless this is on.
      await developerPrivate.updateProfileConfiguration({ inDeveloperMode: true });
      await developerPrivate.updateExtensionConfiguration({ extensionId, ...change });
    },
    extensionId,
    change,
  );
  await page.close();
}

export const accessOf = (driver: Driver): Access => (driver.name === 'chromium' ? chromium(driver) : firefox(driver));

function chromium(of: Driver): Access {
  const driver = of as Driver & { browser: Browser; extensionId: string };
  const { browser, extensionId } = driver;
  const configure = (change: Change) => configureInChromium(driver, extensionId, change);
  return {
    async openUnasked(tab) {
      const page = await driver.openExtensionPage('options.html');
      await tab.bringToFront();
      const before = new Set(browser.targets());
      await page.evaluate(() =>
        (globalThis as unknown as { chrome: { action: { openPopup(): Promise<void> } } }).chrome.action.openPopup(),
      );
      const target = await browser.waitForTarget((one) => !before.has(one) && one.url().includes('/popup.html'));
      const popup = await target.asPage();
      // Emulation is each page's own.
      const isDark = await page.evaluate(() => matchMedia('(prefers-color-scheme: dark)').matches);
      await popup.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: isDark ? 'dark' : 'light' }]);
      await page.close();
      return new ChromiumSurface(popup);
    },
    give: () => configure({ hostAccess: 'ON_ALL_SITES' }),
    take: () => configure({ hostAccess: 'ON_CLICK' }),
    takeFiles: () => configure({ fileAccess: false }),
    giveFiles: () => configure({ fileAccess: true }),
    pin: () => pinInChromium(driver, extensionId),
    async turnOffAndOn() {
      const page = await driver.open('chrome://extensions/');
      await page.evaluate(async (id) => {
        const { management } = (globalThis as unknown as { chrome: OwnPage }).chrome;
        await management.setEnabled(id, false);
        await management.setEnabled(id, true);
      }, extensionId);
      await page.close();
    },
  };
}

function firefox(driver: Driver): Access {
  const { chrome } = driver as Driver & { chrome: FirefoxChrome };
  const id = JSON.stringify(chrome.extension);
  const change = (how: 'add' | 'remove') =>
    chrome.run<void>(`
      const { ExtensionPermissions } = ChromeUtils.importESModule('resource://gre/modules/ExtensionPermissions.sys.mjs');
      const { extension } = WebExtensionPolicy.getByID(${id});
      await ExtensionPermissions.${how}(${id}, { permissions: [], origins: ['http://*/*', 'https://*/*'] }, extension);
    `);
  return {
    openUnasked: (tab) => driver.popup(tab),
    give: () => change('add'),
    take: () => change('remove'),
    takeFiles: async () => {},
    giveFiles: async () => {},
    pin: () => pinInFirefox(chrome, chrome.extension),
    turnOffAndOn: () =>
      chrome.run(`
      const { AddonManager } = ChromeUtils.importESModule('resource://gre/modules/AddonManager.sys.mjs');
      const addon = await AddonManager.getAddonByID(${id});
      await addon.disable();
      await addon.enable();`),
  };
}
