import type { Bidi, BidiEvent } from './bidi.ts';
import { callSource } from './call-source.ts';
import { FirefoxChrome } from './firefox-chrome.ts';
import { installForGood, installTemporarily, UNSIGNED } from './firefox-install.ts';
import { hearOwnPages } from './firefox-own-pages.ts';
import { startFirefox } from './firefox-process.ts';
import type { AccessibleNode, Driver, LaunchOptions, Modifier, PageFunction, Surface, Tab } from './types.ts';
import { until } from './wait.ts';
import { hasWelcome, WELCOME_MS } from './welcome.ts';

/** WebDriver's code points for keys without a character: https://w3c.github.io/webdriver/#keyboard-actions */
const KEYS: Record<string, string> = {
  Escape: '\uE00C',
  Tab: '\uE004',
  Enter: '\uE007',
  Backspace: '\uE003',
  ArrowLeft: '\uE012',
  ArrowUp: '\uE013',
  ArrowRight: '\uE014',
  ArrowDown: '\uE015',
  Home: '\uE011',
  End: '\uE010',
  PageUp: '\uE00E',
  PageDown: '\uE00F',
  Shift: '\uE008',
  Control: '\uE009',
  Alt: '\uE00A',
};
const key = (name: string): string => KEYS[name] ?? name;

class FirefoxTab implements Tab {
  readonly errors: string[] = [];
  readonly requests: string[] = [];
  readonly context: string;
  readonly #bidi: Bidi;
  readonly #chrome: FirefoxChrome;
  /** The tab's own and those of all frames in it. */
  readonly #contexts: Set<unknown>;
  readonly #hearNoMore: () => void;

  constructor(bidi: Bidi, chrome: FirefoxChrome, context: string) {
    this.#bidi = bidi;
    this.#chrome = chrome;
    this.context = context;
    this.#contexts = new Set([context]);
    this.#hearNoMore = bidi.on((event) => this.#note(event));
  }

  #note({ method, params }: BidiEvent): void {
    if (method === 'browsingContext.contextCreated' && this.#contexts.has(params.parent)) {
      this.#contexts.add(params.context);
    }
    const source = params.source as { context?: string } | undefined;
    if (method === 'log.entryAdded' && params.type === 'javascript' && params.level === 'error') {
      if (!source?.context || this.#contexts.has(source.context)) this.errors.push(String(params.text));
    }
    if (method === 'network.beforeRequestSent' && this.#contexts.has(params.context)) {
      this.requests.push((params.request as { url: string }).url);
    }
  }
  async evaluate<A extends unknown[], R>(fn: PageFunction<A, R>, ...args: A): Promise<R> {
    const json = await this.#bidi.evaluate(this.context, callSource(fn, args));
    return JSON.parse(String(json ?? 'null')) as R;
  }
  waitFor<A extends unknown[], R>(fn: PageFunction<A, R>, ...args: A): Promise<R> {
    return until(() => this.evaluate(fn, ...args), `${fn}`);
  }
  async screenshot(whole = false): Promise<Buffer> {
    const { data } = await this.#bidi.send<{ data: string }>('browsingContext.captureScreenshot', {
      context: this.context,
      origin: whole ? 'document' : 'viewport',
    });
    return Buffer.from(data, 'base64');
  }
  async close(): Promise<void> {
    this.#hearNoMore();
    await this.#bidi.send('browsingContext.close', { context: this.context });
  }
  async goto(url: string): Promise<void> {
    if (!url.startsWith('moz-extension:')) {
      await this.#bidi.send('browsingContext.navigate', { context: this.context, url, wait: 'complete' });
      return;
    }
    // Firefox 153 never reports the load of an extension page: go without waiting and ask the document itself.
    await this.#bidi.send('browsingContext.navigate', { context: this.context, url, wait: 'none' });
    await this.waitFor((to) => location.href.startsWith(to) && document.readyState === 'complete', url);
  }
  async reload(): Promise<void> {
    await this.#bidi.send('browsingContext.reload', { context: this.context, wait: 'complete' });
  }
  async #traverse(delta: number): Promise<void> {
    await this.#bidi.send('browsingContext.traverseHistory', { context: this.context, delta });
  }
  back(): Promise<void> {
    return this.#traverse(-1);
  }
  forward(): Promise<void> {
    return this.#traverse(1);
  }
  async #pointer(actions: unknown[], pointerType = 'mouse', context = this.context): Promise<void> {
    await this.#bidi.send('input.performActions', {
      context,
      actions: [{ type: 'pointer', id: pointerType, parameters: { pointerType }, actions }],
    });
  }
  async move(x: number, y: number, steps = 1): Promise<void> {
    // One action with a duration is interpolated by the browser, as a hand's move is.
    await this.#pointer([
      { type: 'pointerMove', x: Math.round(x), y: Math.round(y), duration: steps > 1 ? steps * 16 : 0 },
    ]);
  }
  async moveInFrame(url: string, x: number, y: number): Promise<void> {
    interface Context {
      context: string;
      url: string;
      children: Context[];
    }
    const { contexts } = await this.#bidi.send<{ contexts: Context[] }>('browsingContext.getTree', {
      root: this.context,
    });
    const frame = contexts[0]?.children.find((one) => one.url === url);
    // A pointer told to move by the outer document stays in it when the frame runs in a process of its own.
    await this.#pointer([{ type: 'pointerMove', x: Math.round(x), y: Math.round(y) }], 'mouse', frame?.context);
  }
  async click(x: number, y: number): Promise<void> {
    await this.#pointer([
      { type: 'pointerMove', x: Math.round(x), y: Math.round(y) },
      { type: 'pointerDown', button: 0 },
      { type: 'pointerUp', button: 0 },
    ]);
  }
  async drag(from: { x: number; y: number }, to: { x: number; y: number }): Promise<void> {
    await this.#pointer([
      { type: 'pointerMove', x: Math.round(from.x), y: Math.round(from.y) },
      { type: 'pointerDown', button: 0 },
      { type: 'pointerMove', x: Math.round(to.x), y: Math.round(to.y), duration: 100 },
      { type: 'pointerUp', button: 0 },
    ]);
  }
  async tap(x: number, y: number, by: 'touch' | 'pen' = 'touch'): Promise<void> {
    if (by === 'pen') await this.#chrome.pen(x, y, true);
    else await this.hold(x, y, 0);
  }
  async hold(x: number, y: number, ms: number): Promise<void> {
    await this.#pointer(
      [
        { type: 'pointerMove', x: Math.round(x), y: Math.round(y) },
        { type: 'pointerDown', button: 0 },
        ...(ms > 0 ? [{ type: 'pause', duration: ms }] : []),
        { type: 'pointerUp', button: 0 },
      ],
      'touch',
    );
  }
  async swipe(from: { x: number; y: number }, to: { x: number; y: number }): Promise<void> {
    await this.#pointer(
      [
        { type: 'pointerMove', x: Math.round(from.x), y: Math.round(from.y) },
        { type: 'pointerDown', button: 0 },
        { type: 'pointerMove', x: Math.round(to.x), y: Math.round(to.y), duration: 100 },
        { type: 'pointerUp', button: 0 },
      ],
      'touch',
    );
  }
  async hoverPen(x: number, y: number): Promise<void> {
    await this.#chrome.pen(x, y, false);
  }
  async #keys(actions: { type: 'keyDown' | 'keyUp'; value: string }[]): Promise<void> {
    await this.#bidi.send('input.performActions', {
      context: this.context,
      actions: [{ type: 'key', id: 'keyboard', actions }],
    });
  }
  async press(name: string, modifiers: Modifier[] = []): Promise<void> {
    await this.#keys([
      ...modifiers.map((value) => ({ type: 'keyDown' as const, value: key(value) })),
      { type: 'keyDown', value: key(name) },
      { type: 'keyUp', value: key(name) },
      ...modifiers.toReversed().map((value) => ({ type: 'keyUp' as const, value: key(value) })),
    ]);
  }
  async type(text: string): Promise<void> {
    await this.#keys(
      [...text].flatMap((value) => [
        { type: 'keyDown' as const, value },
        { type: 'keyUp' as const, value },
      ]),
    );
  }
  async wheel(deltaY: number): Promise<void> {
    await this.#bidi.send('input.performActions', {
      context: this.context,
      actions: [{ type: 'wheel', id: 'wheel', actions: [{ type: 'scroll', x: 400, y: 300, deltaX: 0, deltaY }] }],
    });
  }
  async viewport(width: number, height: number): Promise<void> {
    await this.#bidi.send('browsingContext.setViewport', { context: this.context, viewport: { width, height } });
  }
  async bringToFront(): Promise<void> {
    await this.#bidi.send('browsingContext.activate', { context: this.context });
  }
  async print(): Promise<Buffer> {
    const page = { width: 21, height: 29.7 };
    const { data } = await this.#bidi.send<{ data: string }>('browsingContext.print', { context: this.context, page });
    return Buffer.from(data, 'base64');
  }
  accessibility(): Promise<AccessibleNode[]> {
    return this.#chrome.accessibility(this);
  }
}

const VIEWPORT = { width: 1000, height: 700 };

/** The page that greets after an install would take the focus from the tab under test, whenever it came. */
async function closeWelcome(bidi: Bidi, url: string): Promise<void> {
  const find = async () => {
    const tree = await bidi.send<{ contexts: { context: string; url: string }[] }>('browsingContext.getTree', {});
    return tree.contexts.find((one) => one.url === url)?.context;
  };
  await bidi.send('browsingContext.close', { context: await until(find, 'the welcome page', WELCOME_MS) });
}

/** Installs the extension of a folder, if there is one, and reaches the browser's own side. */
async function equip(
  bidi: Bidi,
  folder: string | null,
  { forGood = false, args = [] }: LaunchOptions,
): Promise<FirefoxChrome> {
  const chrome = await FirefoxChrome.attach(bidi);
  if (folder === null) return chrome;
  const kept = forGood ? await chrome.extensionOfOurs() : null;
  chrome.extension = kept ?? (await (forGood ? installForGood : installTemporarily)(bidi, folder));
  // Where the only window is a private one, it shows nothing of an extension that is not allowed there.
  const isPrivate = args.includes('--private-window');
  if (!kept && !isPrivate && hasWelcome(folder))
    await closeWelcome(bidi, `${await chrome.extensionOrigin()}/welcome.html`);
  return chrome;
}

/** Starts Firefox with the extension as a temporary add-on. */
export async function launchFirefox(
  options: LaunchOptions = {},
): Promise<Driver & { bidi: Bidi; chrome: FirefoxChrome }> {
  const firefox = await startFirefox({ ...options, preferences: options.forGood ? UNSIGNED : {} });
  const { bidi } = firefox;
  const folder = options.extension === undefined ? '.output/firefox-mv3' : options.extension;
  const chrome = await equip(bidi, folder, options).catch(async (error) => {
    await firefox.kill();
    throw error;
  });
  const origin = folder === null ? '' : await chrome.extensionOrigin();
  const events = ['browsingContext.contextCreated', 'log.entryAdded', 'network.beforeRequestSent'];
  await bidi.send('session.subscribe', { events });
  const tabs = new Map<string, FirefoxTab>();
  // Any tab may show a page of ours, now or later: where those are not heard, none is without errors.
  let deafness: string[] = [];
  await hearOwnPages(
    chrome,
    (context, error) => tabs.get(context)?.errors.push(error),
    (error) => {
      deafness = [`errors of the extension's own pages are heard no more: ${error}`];
      for (const { errors } of tabs.values()) errors.push(...deafness);
    },
  );
  const open = async (url: string): Promise<FirefoxTab> => {
    const { context } = await bidi.send<{ context: string }>('browsingContext.create', { type: 'tab' });
    const tab = new FirefoxTab(bidi, chrome, context);
    tabs.set(context, tab);
    tab.errors.push(...deafness);
    if (!options.headed) await tab.viewport(VIEWPORT.width, VIEWPORT.height);
    await tab.goto(url);
    return tab;
  };
  return {
    name: 'firefox',
    version: firefox.version,
    origin,
    bidi,
    chrome,
    open,
    openExtensionPage: (file) => open(`${origin}/${file}`),
    async popup(tab): Promise<Surface> {
      await tab.bringToFront();
      return chrome.openPopup();
    },
    emulate: (emulation) => chrome.emulate(emulation),
    closed: firefox.ended,
    kill: () => firefox.kill(),
    close: () => firefox.close(),
  };
}
