import { once } from 'node:events';
import path from 'node:path';
import puppeteer, { type Browser, type Page } from 'puppeteer-core';
import { executable } from './executables.ts';
import { hearTargets } from './hear-targets.ts';
import type {
  AccessibleNode,
  Driver,
  Emulation,
  LaunchOptions,
  Modifier,
  PageFunction,
  Surface,
  Tab,
} from './types.ts';
import { until } from './wait.ts';
import { hasWelcome, WELCOME_MS } from './welcome.ts';

/** Without the background-networking switches a closed network makes Chromium log refused connections by the dozen. */
const SWITCHES = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--hide-scrollbars',
  '--force-color-profile=srgb',
];

/** What the browser's print dialogue proposes. */
const PAPER_MARGIN = { top: '1cm', bottom: '1cm', left: '1cm', right: '1cm' };

export class ChromiumSurface implements Surface {
  protected readonly page: Page;
  constructor(page: Page) {
    this.page = page;
  }
  evaluate<A extends unknown[], R>(fn: PageFunction<A, R>, ...args: A): Promise<R> {
    return this.page.evaluate(fn as (...args: unknown[]) => unknown, ...args) as Promise<R>;
  }
  waitFor<A extends unknown[], R>(fn: PageFunction<A, R>, ...args: A): Promise<R> {
    return until(() => this.evaluate(fn, ...args), `${fn} in ${this.page.url()}`);
  }
  async screenshot(whole = false): Promise<Buffer> {
    return Buffer.from(await this.page.screenshot({ fullPage: whole }));
  }
  click(x: number, y: number): Promise<void> {
    return this.page.mouse.click(x, y);
  }
  async press(key: string, modifiers: Modifier[] = []): Promise<void> {
    for (const modifier of modifiers) await this.page.keyboard.down(modifier);
    await this.page.keyboard.press(key as never);
    for (const modifier of modifiers.toReversed()) await this.page.keyboard.up(modifier);
  }
  type(text: string): Promise<void> {
    return this.page.keyboard.type(text);
  }
  async close(): Promise<void> {
    if (!this.page.isClosed()) await this.page.close();
  }
}

class ChromiumPopup extends ChromiumSurface {
  /** Without the room that the window keeps for a scrollbar even where scrollbars are hidden, which no reader sees. */
  override async screenshot(): Promise<Buffer> {
    const clip = await this.evaluate(() => {
      const { x, width } = document.body.getBoundingClientRect();
      return { x, y: 0, width, height: innerHeight };
    });
    return Buffer.from(await this.page.screenshot({ clip }));
  }
}

class ChromiumTab extends ChromiumSurface implements Tab {
  readonly errors: string[] = [];
  readonly requests: string[] = [];
  phone = false;
  /** For what only Chromium can do (CDP, content-script realms). */
  override readonly page: Page;

  constructor(page: Page) {
    super(page);
    this.page = page;
    page.on('pageerror', (error) => this.errors.push(String(error)));
    page.on('request', (request) => this.requests.push(request.url()));
  }
  /** The page itself is told of no error in a frame that has a process of its own. */
  async hearFrames(): Promise<void> {
    await hearTargets(await this.page.createCDPSession(), ['iframe'], false, (frame) => {
      frame.on('Runtime.exceptionThrown', ({ exceptionDetails: { exception, text } }) => {
        this.errors.push((exception?.description ?? text).replace(/\n {4}at .*/s, ''));
      });
      // What was thrown before is told now.
      frame.send('Runtime.enable').catch(() => {});
    });
  }
  async goto(url: string): Promise<void> {
    await this.page.goto(url);
  }
  async reload(): Promise<void> {
    await this.page.reload();
  }
  async back(): Promise<void> {
    await this.page.goBack();
  }
  async forward(): Promise<void> {
    await this.page.goForward();
  }
  move(x: number, y: number, steps = 1): Promise<void> {
    return this.page.mouse.move(x, y, { steps });
  }
  async moveInFrame(url: string, x: number, y: number): Promise<void> {
    const frame = this.page.frames().find((one) => one.url() === url);
    const box = await (await frame?.frameElement())?.boundingBox();
    if (!box) throw new Error(`no frame shows ${url}`);
    await this.page.mouse.move(box.x + x, box.y + y);
  }
  async drag(from: { x: number; y: number }, to: { x: number; y: number }): Promise<void> {
    await this.page.mouse.move(from.x, from.y);
    await this.page.mouse.down();
    await this.page.mouse.move(to.x, to.y, { steps: 8 });
    await this.page.mouse.up();
  }
  async tap(x: number, y: number, by: 'touch' | 'pen' = 'touch'): Promise<void> {
    if (by === 'touch') {
      await this.page.touchscreen.tap(x, y);
      return;
    }
    await this.#pen('mouseMoved', x, y, 0);
    await this.#pen('mousePressed', x, y, 1);
    await this.#pen('mouseReleased', x, y, 1);
  }
  async hold(x: number, y: number, ms: number): Promise<void> {
    await this.page.touchscreen.touchStart(x, y);
    await new Promise((resolve) => setTimeout(resolve, ms));
    await this.page.touchscreen.touchEnd();
  }
  async swipe(from: { x: number; y: number }, to: { x: number; y: number }): Promise<void> {
    await this.page.touchscreen.touchStart(from.x, from.y);
    for (let step = 1; step <= 4; step++) {
      await this.page.touchscreen.touchMove(
        from.x + ((to.x - from.x) * step) / 4,
        from.y + ((to.y - from.y) * step) / 4,
      );
    }
    await this.page.touchscreen.touchEnd();
  }
  hoverPen(x: number, y: number): Promise<void> {
    return this.#pen('mouseMoved', x, y, 0);
  }
  async #pen(
    type: 'mouseMoved' | 'mousePressed' | 'mouseReleased',
    x: number,
    y: number,
    clicks: number,
  ): Promise<void> {
    const session = await this.page.createCDPSession();
    const button = clicks ? ('left' as const) : ('none' as const);
    await session.send('Input.dispatchMouseEvent', { type, x, y, button, clickCount: clicks, pointerType: 'pen' });
    await session.detach();
  }
  wheel(deltaY: number): Promise<void> {
    return this.page.mouse.wheel({ deltaY });
  }
  viewport(width: number, height: number): Promise<void> {
    return this.page.setViewport({ width, height, isMobile: this.phone, hasTouch: this.phone });
  }
  bringToFront(): Promise<void> {
    return this.page.bringToFront();
  }
  async print(): Promise<Buffer> {
    return Buffer.from(await this.page.pdf({ format: 'a4', margin: PAPER_MARGIN }));
  }
  async accessibility(): Promise<AccessibleNode[]> {
    interface Node {
      role: string;
      name?: string;
      description?: string;
      focused?: boolean;
      expanded?: boolean;
      disabled?: boolean;
      modal?: boolean;
      children?: Node[];
    }
    const statesOf = ({ focused, expanded, disabled, modal }: Node): string[] =>
      Object.entries({ focused, expanded, collapsed: expanded === false, disabled, modal }).flatMap(([state, on]) =>
        on ? [state] : [],
      );
    const flat = (node: Node, depth: number): AccessibleNode[] => [
      { role: node.role, name: node.name ?? '', description: node.description ?? '', states: statesOf(node), depth },
      ...(node.children ?? []).flatMap((child) => flat(child, node.role === 'none' ? depth : depth + 1)),
    ];
    const tree = await this.page.accessibility.snapshot({ interestingOnly: false });
    return tree ? flat(tree as Node, 0).filter((node) => node.role !== 'none' && node.role !== 'InlineTextBox') : [];
  }
}

async function applyEmulation(page: Page, emulation: Emulation): Promise<void> {
  const { colorScheme, reducedMotion, reducedTransparency, moreContrast, forcedColors } = emulation;
  const session = await page.createCDPSession();
  await session.send('Emulation.setEmulatedMedia', {
    features: [
      { name: 'prefers-color-scheme', value: colorScheme ?? '' },
      { name: 'prefers-reduced-motion', value: reducedMotion ? 'reduce' : '' },
      { name: 'prefers-reduced-transparency', value: reducedTransparency ? 'reduce' : '' },
      { name: 'prefers-contrast', value: moreContrast ? 'more' : '' },
      { name: 'forced-colors', value: forcedColors ? 'active' : '' },
    ],
  });
}

async function openPopup(browser: Browser, id: string, tab: ChromiumTab, emulation: Emulation): Promise<Surface> {
  const extension = (await browser.extensions()).get(id);
  if (!extension) throw new Error(`extension ${id} is not installed`);
  await tab.page.bringToFront();
  // A tab may show popup.html too: the popup is the target that was not there before.
  const before = new Set(browser.targets());
  await tab.page.triggerExtensionAction(extension);
  const target = await browser.waitForTarget(
    (t) => !before.has(t) && t.url().startsWith(`chrome-extension://${id}/popup.html`),
  );
  const page = await target.asPage();
  await applyEmulation(page, emulation);
  await page.waitForFunction(() => document.readyState === 'complete');
  return new ChromiumPopup(page);
}

/** The page that greets after an install would take the focus from the tab under test, whenever it came. */
async function closeWelcome(browser: Browser, id: string): Promise<void> {
  const url = `chrome-extension://${id}/welcome.html`;
  const target = await browser.waitForTarget((t) => t.url() === url, { timeout: WELCOME_MS });
  await (await target.asPage()).close();
}

/** Installs an unpacked extension and answers its id. */
async function install(browser: Browser, folder: string, enabledInIncognito: boolean): Promise<string> {
  const id = await browser.installExtension(path.resolve(folder), { enabledInIncognito });
  if (hasWelcome(folder)) await closeWelcome(browser, id);
  return id;
}

/** Starts Chromium with the extension. */
export async function launchChromium(
  options: LaunchOptions = {},
): Promise<Driver & { browser: Browser; extensionId: string }> {
  const folder = options.extension === undefined ? '.output/chrome-mv3' : options.extension;
  const browser = await puppeteer.launch({
    browser: 'chrome',
    executablePath: executable('chromium'),
    headless: !options.headed,
    pipe: true,
    enableExtensions: true,
    defaultViewport: options.headed ? null : { width: 1000, height: 700 },
    args: [...SWITCHES, ...(options.args ?? [])],
    env: { ...process.env, ...options.env },
    ...(options.profile ? { userDataDir: options.profile } : {}),
  });
  const extensionId =
    folder === null
      ? ''
      : await install(browser, folder, options.inPrivate ?? false).catch(async (error) => {
          await browser.close();
          throw error;
        });
  let emulation: Emulation = {};
  const tabs = new Set<ChromiumTab>();
  const newTab = async (url: string): Promise<ChromiumTab> => {
    const page = await browser.newPage();
    const tab = new ChromiumTab(page);
    tabs.add(tab);
    tab.phone = emulation.phone ?? false;
    page.once('close', () => tabs.delete(tab));
    await applyEmulation(page, emulation);
    await tab.hearFrames();
    await tab.goto(url);
    return tab;
  };
  return {
    name: 'chromium',
    version: await browser.version(),
    origin: `chrome-extension://${extensionId}`,
    browser,
    extensionId,
    open: newTab,
    openExtensionPage: (file) => newTab(`chrome-extension://${extensionId}/${file}`),
    popup: (tab) => openPopup(browser, extensionId, tab as ChromiumTab, emulation),
    async emulate(next) {
      emulation = next;
      for (const tab of tabs) await applyEmulation(tab.page, emulation);
    },
    closed: new Promise((resolve) => browser.once('disconnected', () => resolve())),
    async kill() {
      const child = browser.process();
      // One that a signal has ended has no exit code.
      if (!child?.pid || child.exitCode !== null || child.signalCode !== null) return;
      const ended = once(child, 'exit');
      // Its helpers too: they are of its process group.
      process.kill(-child.pid, 'SIGKILL');
      await ended;
    },
    close: () => browser.close(),
  };
}

export type { ChromiumTab };
