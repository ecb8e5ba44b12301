/** Errors of an extension's own pages in Firefox: BiDi tells of none there (Firefox 153). */
import { ConnectionClosed } from './bidi.ts';
import type { FirefoxChrome } from './firefox-chrome.ts';

const MESSAGE = 'liner-notes:error';

/** Beside each document of the window: passes on what its own process' console has of an extension's page. */
const LISTENER = `
  const listener = { observe(message) {
    if (!(message instanceof Ci.nsIScriptError) || content?.location.protocol !== 'moz-extension:') return;
    if (message.flags & (message.warningFlag | message.infoFlag)) return;
    if (message.innerWindowID === content.windowGlobalChild.innerWindowId) sendAsyncMessage('${MESSAGE}', message.errorMessage);
  } };
  Services.console.registerListener(listener);
  addEventListener('unload', ({ target }) => target === this && Services.console.unregisterListener(listener));`;

/**
 * Tells each error of a page of an extension in a tab, as long as the browser runs.
 * @param tell gets BiDi's name of the tab.
 * @param deaf gets what has failed where none of them can be heard any more, and the browser still runs.
 */
export async function hearOwnPages(
  chrome: FirefoxChrome,
  tell: (context: string, error: string) => void,
  deaf: (error: unknown) => void,
): Promise<void> {
  await chrome.run(`
    const { NavigableManager } = ChromeUtils.importESModule('chrome://remote/content/shared/NavigableManager.sys.mjs');
    const heard = [];
    let give;
    const hand = () => {
      if (!give || heard.length === 0) return;
      give(heard.splice(0));
      give = undefined;
    };
    window.nextErrorsOfOwnPages = () => new Promise((resolve) => {
      give = resolve;
      hand();
    });
    messageManager.addMessageListener('${MESSAGE}', ({ target, data }) => {
      heard.push([NavigableManager.getIdForBrowser(target), data]);
      hand();
    });
    messageManager.loadFrameScript('data:;charset=utf-8,' + encodeURIComponent(${JSON.stringify(LISTENER)}), true);`);
  const goOn = async () => {
    for (;;) {
      const heard = await chrome.run<[string, string][]>('return await window.nextErrorsOfOwnPages();');
      for (const [context, error] of heard) tell(context, error);
    }
  };
  goOn().catch((error) => {
    if (!(error instanceof ConnectionClosed)) deaf(error);
  });
}
