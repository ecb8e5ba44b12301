/** What the extension's icon in the toolbar shows of a tab: its picture, its tooltip and its badge. */
import type { Browser } from 'puppeteer-core';
import type { FirefoxChrome } from './firefox-chrome.ts';
import type { Driver, Tab } from './types.ts';

export interface ToolbarIcon {
  /** As in `public/icons/`: `on`, `off` … */
  picture: string;
  title: string;
  badge: string;
}

/** The icon as it is while this tab is in front. */
export async function toolbarIcon(driver: Driver, tab: Tab): Promise<ToolbarIcon> {
  await tab.bringToFront();
  return driver.name === 'firefox'
    ? inFirefox((driver as Driver & { chrome: FirefoxChrome }).chrome)
    : inChromium((driver as Driver & { browser: Browser }).browser, driver.origin);
}

/** Read off the button in the browser's own window. */
const inFirefox = (chrome: FirefoxChrome): Promise<ToolbarIcon> =>
  chrome.run(`
    const { extension } = WebExtensionPolicy.getByID(${JSON.stringify(chrome.extension)});
    const button = extension.apiManager.global.browserActionFor(extension).widget.forWindow(window).node.querySelector('.unified-extensions-item-action-button');
    return {
      picture: /--webextension-toolbar-image:[^;]*?icons\\/(\\w+)-/.exec(button.getAttribute('style'))?.[1],
      title: JSON.parse(button.getAttribute('data-l10n-args')).extensionTitle,
      badge: button.getAttribute('badge') ?? '',
    };`);

interface Api {
  tabs: { query(info: object): Promise<{ id: number; url?: string }[]> };
  action: {
    getTitle(about: object): Promise<string>;
    getBadgeText(about: object): Promise<string>;
    setIcon(icon: { tabId: number; path: Record<number, string> }): Promise<void>;
  };
  runtime: { getManifest(): { action: { default_icon: Record<number, string> } } };
}

/** Chromium tells nobody which picture it shows: noted is what it has taken from the worker since the page came. */
async function inChromium(browser: Browser, origin: string): Promise<ToolbarIcon> {
  const target = await browser.waitForTarget((one) => one.type() === 'service_worker' && one.url().startsWith(origin));
  const worker = await target.worker();
  if (!worker) throw new Error('the extension has no worker');
  return worker.evaluate(async () => {
    const world = globalThis as unknown as { chrome: Api; taken?: Map<number, { path: string; url?: string }> };
    const { tabs, action, runtime } = world.chrome;
    const front = async () => (await tabs.query({ active: true, lastFocusedWindow: true }))[0]!;
    if (!world.taken) {
      const taken = new Map<number, { path: string; url?: string }>();
      const set = action.setIcon.bind(action);
      action.setIcon = async (icon) => {
        await set(icon);
        const { url } = (await tabs.query({})).find(({ id }) => id === icon.tabId) ?? {};
        taken.set(icon.tabId, { path: icon.path[16]!, ...(url === undefined ? {} : { url }) });
      };
      world.taken = taken;
    }
    const { id: tabId, url } = await front();
    const taken = world.taken.get(tabId);
    const path = taken && taken.url === url ? taken.path : runtime.getManifest().action.default_icon[16]!;
    return {
      picture: /icons\/(\w+)-/.exec(path)![1]!,
      title: await action.getTitle({ tabId }),
      badge: await action.getBadgeText({ tabId }),
    };
  });
}
