import { callSource } from './call-source.ts';
import { inFrameScript, type Privileged } from './frame-script.ts';
import type { Modifier, PageFunction, Surface } from './types.ts';
import { until } from './wait.ts';

/** The popup's browser element, as an expression for the browser's own privileged window. */
export const FIND_POPUP = `[...document.querySelectorAll('browser.webextension-popup-browser')].find((b) => b.messageManager && b.currentURI?.spec.startsWith('moz-extension:'))`;

/** How long a question may take that is asked once: axe looks at all there is. */
const LONG_ANSWER_MS = 30_000;

/** The popup's browser element is out of BiDi's reach: frame scripts carry the calls, and its keys and clicks. */
export class FirefoxPopup implements Surface {
  readonly #chrome: Privileged;
  constructor(chrome: Privileged) {
    this.#chrome = chrome;
  }

  #inFrame(body: string, ms?: number): Promise<string | undefined> {
    return inFrameScript(this.#chrome, body, { browser: FIND_POPUP, ms });
  }

  evaluate<A extends unknown[], R>(fn: PageFunction<A, R>, ...args: A): Promise<R> {
    return this.#ask(LONG_ANSWER_MS, fn, args);
  }

  async #ask<A extends unknown[], R>(ms: number | undefined, fn: PageFunction<A, R>, args: A): Promise<R> {
    // A sandbox with the popup's own principal: the popup's CSP does not apply to it.
    const json = await this.#inFrame(
      `
      const box = Cu.Sandbox(content, { sandboxPrototype: content, wantXrays: false });
      return await Cu.evalInSandbox(${JSON.stringify(callSource(fn, args))}, box);
    `,
      ms,
    );
    return JSON.parse(String(json ?? 'null')) as R;
  }

  waitFor<A extends unknown[], R>(fn: PageFunction<A, R>, ...args: A): Promise<R> {
    // What is lost is asked again soon.
    return until(() => this.#ask(undefined, fn, args), `${fn} in the popup`);
  }

  async click(x: number, y: number): Promise<void> {
    await this.#inFrame(`
      const mouse = (type, button) => content.synthesizeMouseEvent
        ? content.synthesizeMouseEvent(type, ${x}, ${y}, { button: 0, clickCount: button }, { isDOMEventSynthesized: false })
        : content.windowUtils.sendMouseEvent(type, ${x}, ${y}, 0, button, 0);
      mouse('mousemove', 0);
      mouse('mousedown', 1);
      mouse('mouseup', 1);
    `);
  }

  async press(key: string, modifiers: Modifier[] = []): Promise<void> {
    await this.#keys([key], modifiers);
  }
  async type(text: string): Promise<void> {
    await this.#keys([...text], []);
  }
  /** Through the text input processor: trusted events with all that a key does by default, Tab's going on included. */
  #keys(keys: string[], modifiers: Modifier[]): Promise<unknown> {
    return this.#inFrame(`
      const tip = Cc['@mozilla.org/text-input-processor;1'].createInstance(Ci.nsITextInputProcessor);
      if (!tip.beginInputTransactionForTests(content)) throw new Error('the popup takes no keys');
      const event = (key) => new content.KeyboardEvent('', { key, keyCode: content.KeyboardEvent['DOM_VK_' + (NAMES[key] ?? key.toUpperCase())] ?? 0 });
      const NAMES = { Enter: 'RETURN', ArrowDown: 'DOWN', ArrowUp: 'UP', ArrowLeft: 'LEFT', ArrowRight: 'RIGHT', ' ': 'SPACE', Backspace: 'BACK_SPACE' };
      const modifiers = ${JSON.stringify(modifiers)};
      for (const key of modifiers) tip.keydown(event(key));
      for (const key of ${JSON.stringify(keys)}) {
        tip.keydown(event(key));
        tip.keyup(event(key));
      }
      for (const key of modifiers.reverse()) tip.keyup(event(key));
    `);
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
