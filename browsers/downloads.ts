import type { Browser } from 'puppeteer-core';
import type { FirefoxChrome } from './firefox-chrome.ts';
import type { Driver } from './types.ts';

/** From now on the browser puts what is saved into this folder, and asks nobody. */
export async function saveInto(driver: Driver, folder: string): Promise<void> {
  if (driver.name === 'chromium') {
    const { browser } = driver as Driver & { browser: Browser };
    const session = await browser.target().createCDPSession();
    await session.send('Browser.setDownloadBehavior', { behavior: 'allow', downloadPath: folder });
    return;
  }
  const { chrome } = driver as Driver & { chrome: FirefoxChrome };
  await chrome.run(`
    Services.prefs.setIntPref('browser.download.folderList', 2);
    Services.prefs.setStringPref('browser.download.dir', ${JSON.stringify(folder)});
    Services.prefs.setBoolPref('browser.download.useDownloadDir', true);
    Services.prefs.setBoolPref('browser.download.alwaysOpenPanel', false);
  `);
}
