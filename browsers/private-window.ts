import type { Page } from 'puppeteer-core';
import type { launchChromium } from './chromium.ts';
import type { ExtensionGlobal } from './extension-global.ts';

/**
 * A page in a private window of Chromium, as its reader opens one. The driver's own contexts look like private windows to
 * content scripts, but the extension's API knows none of their tabs.
 */
export async function openPrivate(driver: Awaited<ReturnType<typeof launchChromium>>, url: string): Promise<Page> {
  const known = new Set(driver.browser.targets());
  const opener = await driver.openExtensionPage('options.html');
  await opener.evaluate(
    (address) =>
      (globalThis as unknown as ExtensionGlobal).chrome.windows
        .create({ incognito: true, url: address })
        .then(() => undefined),
    url,
  );
  const target = await driver.browser.waitForTarget((one) => !known.has(one) && one.url() === url);
  await opener.close();
  return target.asPage();
}
