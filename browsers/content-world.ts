import { callSource } from './call-source.ts';
import type { ChromiumTab } from './chromium.ts';
import type { FirefoxChrome } from './firefox-chrome.ts';
import { inFrameScript } from './frame-script.ts';
import type { Driver, PageFunction, Tab } from './types.ts';
import { until } from './wait.ts';

/** Runs a function where our content script runs in the top document of the tab in front: its own world, not the page's. */
export async function inContentWorld<A extends unknown[], R>(
  driver: Driver,
  tab: Tab,
  fn: PageFunction<A, R>,
  ...args: A
): Promise<R> {
  if (driver.name === 'firefox') {
    const { chrome } = driver as Driver & { chrome: FirefoxChrome };
    await tab.bringToFront();
    return inFirefox<R>(chrome, callSource(fn, args));
  }
  const find = async () => (await (tab as ChromiumTab).page.extensionRealms())[0];
  const realm = (await until(find, 'the world of our content script'))!;
  return realm.evaluate(fn as (...args: unknown[]) => unknown, ...args) as Promise<R>;
}

async function inFirefox<R>(chrome: FirefoxChrome, call: string): Promise<R> {
  const json = await inFrameScript<string | null>(
    chrome,
    `const { ExtensionContent } = ChromeUtils.importESModule('resource://gre/modules/ExtensionContent.sys.mjs');
    const world = ExtensionContent.getContextByExtensionId(${JSON.stringify(chrome.extension)}, content);
    return world ? await Cu.evalInSandbox(${JSON.stringify(call)}, world.cloneScope) : null;`,
    { ms: 10_000 },
  );
  if (json === null) throw new Error('no content script in this page');
  return JSON.parse(json) as R;
}
