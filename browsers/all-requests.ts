/** What the whole browser asks of the network, whoever it is that asks: tabs tell of their own documents only. */
import type { Browser } from 'puppeteer-core';
import type { FirefoxChrome } from './firefox-chrome.ts';
import { hearTargets } from './hear-targets.ts';
import type { Driver } from './types.ts';

/**
 * URLs of all requests from now on, of pages, frames, popups and the extension's background, but for what the browser
 * asks for itself. The extension's own files are among them in Chromium only, where its background stays awake meanwhile.
 */
export async function allRequests(driver: Driver): Promise<() => Promise<string[]>> {
  if (driver.name === 'firefox') return inFirefox((driver as Driver & { chrome: FirefoxChrome }).chrome);
  const { browser } = driver as Driver & { browser: Browser };
  const urls: string[] = [];
  const session = await browser.target().createCDPSession();
  await hearTargets(session, ['page', 'iframe', 'service_worker', 'other'], true, (target) => {
    target.on('Network.requestWillBeSent', ({ request }) => urls.push(request.url));
    target.send('Network.enable').catch(() => {});
  });
  return async () => urls;
}

/** BiDi tells of no request that is not a tab's: the browser's own window does. */
async function inFirefox(chrome: FirefoxChrome): Promise<() => Promise<string[]>> {
  await chrome.run(`
    window.allRequests = [];
    Services.obs.addObserver((channel) => {
      channel.QueryInterface(Ci.nsIHttpChannel);
      if (!channel.loadInfo.triggeringPrincipal.isSystemPrincipal) window.allRequests.push(channel.URI.spec);
    }, 'http-on-opening-request');`);
  return () => chrome.run<string[]>('return window.allRequests;');
}
