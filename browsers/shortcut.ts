import type { Browser } from 'puppeteer-core';
import type { FirefoxChrome } from './firefox-chrome.ts';
import type { Driver, Tab } from './types.ts';

/** The extension's keyboard commands, with the keys that the manifest suggests. */
const SHORTCUTS = {
  'next-term': { key: '>', code: 'Period', keyCode: 190 },
  'previous-term': { key: '<', code: 'Comma', keyCode: 188 },
  'toggle-card': { key: 'D', code: 'KeyD', keyCode: 68 },
  'toggle-site': { key: 'L', code: 'KeyL', keyCode: 76 },
};

export type Shortcut = keyof typeof SHORTCUTS;

interface Background {
  tabs: { query(info: object): Promise<object[]> };
  commands: { onCommand: { dispatch(name: string, tab: object | undefined): void } };
}

/** Chromium gives keys that a driver presses to the page alone: the browser's own event is raised in the background. */
async function raise(browser: Browser, origin: string, name: Shortcut): Promise<void> {
  const target = await browser.waitForTarget((one) => one.type() === 'service_worker' && one.url().startsWith(origin));
  await (await target.worker())?.evaluate(async (command) => {
    const { chrome } = globalThis as unknown as { chrome: Background };
    const [tab] = await chrome.tabs.query({ active: true, lastFocusedWindow: true });
    chrome.commands.onCommand.dispatch(command, tab);
  }, name);
}

/** Firefox: the keys are pressed in the browser's window, where shortcuts are looked for. */
async function pressKeys(chrome: FirefoxChrome, name: Shortcut): Promise<void> {
  await chrome.run(`
    const { selectedBrowser } = gBrowser;
    if (document.activeElement !== selectedBrowser) selectedBrowser.focus();
    const hand = Cc['@mozilla.org/text-input-processor;1'].createInstance(Ci.nsITextInputProcessor);
    hand.beginInputTransactionForTests(window);
    const keys = [{ key: 'Alt', code: 'AltLeft', keyCode: 18 }, { key: 'Shift', code: 'ShiftLeft', keyCode: 16 }, ${JSON.stringify(SHORTCUTS[name])}];
    const events = keys.map((one) => new KeyboardEvent('', one));
    for (const event of events) hand.keydown(event);
    for (const event of events.reverse()) hand.keyup(event);`);
}

/**
 * Uses a keyboard shortcut of the extension in the tab: real keys in Firefox; in Chromium, where no driver can press
 * them, the command event that the browser sends for them. Either way the extension's own background takes it on.
 */
export async function shortcut(driver: Driver, tab: Tab, name: Shortcut): Promise<void> {
  await tab.bringToFront();
  if (driver.name === 'chromium') await raise((driver as Driver & { browser: Browser }).browser, driver.origin, name);
  else await pressKeys((driver as Driver & { chrome: FirefoxChrome }).chrome, name);
}
