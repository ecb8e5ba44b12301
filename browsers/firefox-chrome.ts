import type { Bidi } from './bidi.ts';
import { callSource } from './call-source.ts';
import type { AccessibleNode, Emulation, PageFunction, Surface } from './types.ts';
import { until } from './wait.ts';

/** Expressions for the browser's own privileged window (`--remote-allow-system-access`). */
const FIND_POPUP = `[...document.querySelectorAll('browser.webextension-popup-browser')].find((b) => b.messageManager && b.currentURI?.spec.startsWith('moz-extension:'))`;

/** How long the popup may take to answer, in ms. */
const NO_ANSWER_MS = 2_000;

/** What Firefox alone needs its privileged side for: the toolbar popup, the accessibility tree, media emulation. */
export class FirefoxChrome {
  /** Id of the extension under test. */
  extension = '';
  readonly #bidi: Bidi;
  readonly #window: string;

  private constructor(bidi: Bidi, window: string) {
    this.#bidi = bidi;
    this.#window = window;
  }

  static async attach(bidi: Bidi): Promise<FirefoxChrome> {
    const tree = await bidi.send<{ contexts: { context: string }[] }>('browsingContext.getTree', {
      'moz:scope': 'chrome',
    });
    const window = tree.contexts[0]?.context;
    if (!window) throw new Error('Firefox has no window');
    return new FirefoxChrome(bidi, window);
  }

  /** Runs a function body in the privileged window; its JSON-able result comes home. */
  async run<R>(body: string): Promise<R> {
    const json = await this.#bidi.evaluate(
      this.#window,
      `(async () => { ${body} })().then((r) => JSON.stringify(r ?? null))`,
    );
    return JSON.parse(String(json)) as R;
  }

  extensionOrigin(): Promise<string> {
    return this.run(
      `return WebExtensionPolicy.getByID(${JSON.stringify(this.extension)}).getURL('').replace(/\\/$/, '');`,
    );
  }

  emulate({ colorScheme, reducedMotion, forcedColors }: Emulation): Promise<void> {
    return this.run(`
      Services.prefs.setIntPref('layout.css.prefers-color-scheme.content-override', ${colorScheme === 'dark' ? 0 : colorScheme === 'light' ? 1 : 2});
      Services.prefs.setIntPref('ui.prefersReducedMotion', ${reducedMotion ? 1 : 0});
      Services.prefs.setIntPref('browser.display.document_color_use', ${forcedColors ? 2 : 0});
    `);
  }

  /** The accessibility tree of the selected tab, as platform roles mapped to ARIA's. */
  async accessibility(tab: { bringToFront(): Promise<void> }): Promise<AccessibleNode[]> {
    await tab.bringToFront();
    return this.run(`
      const service = Cc['@mozilla.org/accessibilityService;1'].getService(Ci.nsIAccessibilityService);
      const names = { pushbutton: 'button', togglebutton: 'button', entry: 'textbox', 'text leaf': 'StaticText', section: 'generic' };
      const browser = gBrowser.selectedBrowser;
      const root = () => { try { return service.getAccessibleFor(browser)?.firstChild ?? null; } catch { return null; } };
      for (let i = 0; i < 200 && !root()?.childCount; i++) await new Promise((r) => setTimeout(r, 25));
      const out = [];
      const walk = (node, depth) => {
        const role = node.computedARIARole || service.getStringRole(node.role);
        out.push({ role: names[role] ?? role, name: node.name ?? '', depth });
        for (let child = node.firstChild; child; child = child.nextSibling) walk(child, depth + 1);
      };
      if (root()) walk(root(), 0);
      return out;
    `);
  }

  /** Opens the real toolbar popup of the extension over the selected tab. */
  async openPopup(): Promise<Surface> {
    await this.run(`
      const { extension } = WebExtensionPolicy.getByID(${JSON.stringify(this.extension)});
      // One that a failed test has left open would refuse every later one.
      (${FIND_POPUP})?.closest('panel')?.hidePopup();
      await extension.apiManager.global.browserActionFor(extension).openPopup(window);
    `);
    const surface = new FirefoxPopup(this);
    await surface.waitFor(() => document.readyState === 'complete' && location.protocol === 'moz-extension:');
    return surface;
  }
}

/** The popup's browser element is out of BiDi's reach: a frame script carries the calls. */
class FirefoxPopup implements Surface {
  readonly #chrome: FirefoxChrome;
  constructor(chrome: FirefoxChrome) {
    this.#chrome = chrome;
  }

  async evaluate<A extends unknown[], R>(fn: PageFunction<A, R>, ...args: A): Promise<R> {
    // A sandbox with the popup's own principal: the popup's CSP does not apply to it.
    const frameScript = `(async () => {
      let answer;
      try {
        const box = Cu.Sandbox(content, { sandboxPrototype: content, wantXrays: false });
        answer = { json: await Cu.evalInSandbox(${JSON.stringify(callSource(fn, args))}, box) };
      } catch (error) { answer = { error: String(error) }; }
      sendAsyncMessage('liner-notes:answer', answer);
    })()`;
    const answer = await this.#chrome.run<{ json?: string; error?: string }>(`
      const browser = ${FIND_POPUP};
      if (!browser) return { error: 'the popup is not open' };
      return await new Promise((resolve) => {
        const listener = (message) => {
          browser.messageManager.removeMessageListener('liner-notes:answer', listener);
          resolve(message.data);
        };
        browser.messageManager.addMessageListener('liner-notes:answer', listener);
        // The popup is swapped from a preloading frame into its panel: a question asked meanwhile is lost.
        setTimeout(() => resolve({ error: 'the popup did not answer' }), ${NO_ANSWER_MS});
        browser.messageManager.loadFrameScript('data:,' + encodeURIComponent(${JSON.stringify(frameScript)}), false);
      });
    `);
    if (answer.error !== undefined) throw new Error(answer.error);
    return JSON.parse(String(answer.json ?? 'null')) as R;
  }

  waitFor<A extends unknown[], R>(fn: PageFunction<A, R>, ...args: A): Promise<R> {
    return until(() => this.evaluate(fn, ...args), `${fn} in the popup`);
  }

  async screenshot(): Promise<Buffer> {
    const url = await this.#chrome.run<string>(`
      const browser = ${FIND_POPUP};
      const bitmap = await browser.browsingContext.currentWindowGlobal.drawSnapshot(null, window.devicePixelRatio, 'white');
      const canvas = document.createElementNS('http://www.w3.org/1999/xhtml', 'canvas');
      canvas.width = bitmap.width;
      canvas.height = bitmap.height;
      canvas.getContext('2d').drawImage(bitmap, 0, 0);
      return canvas.toDataURL('image/png');
    `);
    return Buffer.from(url.slice(url.indexOf(',') + 1), 'base64');
  }

  async close(): Promise<void> {
    await this.#chrome.run(`
      const browser = ${FIND_POPUP};
      browser?.closest('panel')?.hidePopup();
    `);
  }
}
