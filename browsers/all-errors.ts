/** What fails in the whole browser, whoever throws: tabs tell of their own documents only. */
import type { Browser } from 'puppeteer-core';
import type { FirefoxChrome } from './firefox-chrome.ts';
import { hearTargets } from './hear-targets.ts';
import type { Driver } from './types.ts';

/**
 * Uncaught errors and rejections of pages, frames, content scripts, popups and the backgrounds of extensions, but for
 * those of the browser's own scripts. What was thrown before is told as well, where the browser still knows of it. In
 * Chromium the background stays awake meanwhile, and what fails there may be told more than once.
 */
export const allErrors = (driver: Driver): Promise<() => Promise<string[]>> =>
  driver.name === 'firefox'
    ? inFirefox((driver as Driver & { chrome: FirefoxChrome }).chrome)
    : inChromium((driver as Driver & { browser: Browser }).browser);

async function inChromium(browser: Browser): Promise<() => Promise<string[]>> {
  const errors: string[] = [];
  const session = await browser.target().createCDPSession();
  await hearTargets(session, ['page', 'iframe', 'service_worker', 'other'], true, (target) => {
    target.on('Runtime.exceptionThrown', ({ exceptionDetails: { exception, text, url = '' } }) => {
      const thrown = (exception?.description ?? String(exception?.value)).replace(/\n {4}at .*/s, '');
      errors.push(`${text} ${thrown} (${url})`);
    });
    target.send('Runtime.enable').catch(() => {});
  });
  return async () => errors;
}

/** BiDi tells of no error that is not a tab's: the browser's own console has those of all processes. */
async function inFirefox(chrome: FirefoxChrome): Promise<() => Promise<string[]>> {
  await chrome.run(`
    window.allErrors = [];
    // Of a promise whose page has been left meanwhile: nothing has failed.
    const left = /^Promise (resolved|rejected) (while context is inactive|after context unloaded)/;
    const observe = (message) => {
      if (!(message instanceof Ci.nsIScriptError) || message.category === 'chrome javascript') return;
      const { flags, warningFlag, infoFlag, errorMessage, sourceName } = message;
      if (flags & (warningFlag | infoFlag) || left.test(errorMessage) || /^(chrome|resource):/.test(sourceName)) return;
      window.allErrors.push(errorMessage + ' (' + sourceName + ')');
    };
    for (const message of Services.console.getMessageArray()) observe(message);
    Services.console.registerListener({ observe });`);
  return () => chrome.run<string[]>('return window.allErrors;');
}
