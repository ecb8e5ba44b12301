import type { Browser } from 'puppeteer-core';
import type { FirefoxChrome } from './firefox-chrome.ts';
import type { Driver } from './types.ts';
import { until } from './wait.ts';

/** Ends the extension's background, as the browser does when there has been nothing for it to do for a while. */
export async function putToSleep(driver: Driver): Promise<void> {
  if (driver.name === 'firefox') {
    const { chrome } = driver as Driver & { chrome: FirefoxChrome };
    await chrome.run(`
      const { extension } = WebExtensionPolicy.getByID(${JSON.stringify(chrome.extension)});
      await extension.terminateBackground({ disableResetIdleForTest: true });`);
    await until(
      () =>
        chrome.run<boolean>(`
        const { extension } = WebExtensionPolicy.getByID(${JSON.stringify(chrome.extension)});
        return extension.backgroundState !== 'running';`),
      'the background to sleep',
    );
    return;
  }
  const { browser } = driver as Driver & { browser: Browser };
  const workers = () =>
    browser.targets().filter((one) => one.type() === 'service_worker' && one.url().startsWith(driver.origin));
  // What it was about to hear wakes it again at once: ended until nothing does.
  await until(async () => {
    const awake = workers();
    for (const target of awake) await (await target.worker())?.close();
    return awake.length === 0;
  }, 'the worker to sleep');
}
