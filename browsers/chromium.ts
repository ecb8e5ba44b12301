import path from 'node:path';
import puppeteer, { type Browser, type Page } from 'puppeteer-core';
import { executable } from './executables.ts';
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

class ChromiumSurface implements Surface {
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

class ChromiumTab extends ChromiumSurface implements Tab {
  readonly errors: string[] = [];
  readonly requests: string[] = [];
  /** For what only Chromium can do (CDP, content-script realms). */
  override readonly page: Page;

  constructor(page: Page) {
    super(page);
    this.page = page;
    page.on('pageerror', (error) => this.errors.push(String(error)));
    page.on('request', (request) => this.requests.push(request.url()));
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
  async drag(from: { x: number; y: number }, to: { x: number; y: number }): Promise<void> {
    await this.page.mouse.move(from.x, from.y);
    await this.page.mouse.down();
    await this.page.mouse.move(to.x, to.y, { steps: 8 });
    await this.page.mouse.up();
  }
  tap(x: number, y: number): Promise<void> {
    return this.page.touchscreen.tap(x, y);
  }
  wheel(deltaY: number): Promise<void> {
    return this.page.mouse.wheel({ deltaY });
  }
  viewport(width: number, height: number): Promise<void> {
    return this.page.setViewport({ width, height });
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
      children?: Node[];
    }
    const flat = (node: Node, depth: number): AccessibleNode[] => [
      { role: node.role, name: node.name ?? '', depth },
      ...(node.children ?? []).flatMap((child) => flat(child, depth + 1)),
    ];
    const tree = await this.page.accessibility.snapshot({ interestingOnly: false });
    return tree ? flat(tree as Node, 0).filter((node) => node.role !== 'none' && node.role !== 'InlineTextBox') : [];
  }
}

async function applyEmulation(page: Page, { colorScheme, reducedMotion, forcedColors }: Emulation): Promise<void> {
  const session = await page.createCDPSession();
  await session.send('Emulation.setEmulatedMedia', {
    features: [
      { name: 'prefers-color-scheme', value: colorScheme ?? '' },
      { name: 'prefers-reduced-motion', value: reducedMotion ? 'reduce' : '' },
      { name: 'forced-colors', value: forcedColors ? 'active' : '' },
    ],
  });
}

/** How long the welcome page may take to open, in ms. */
const WELCOME_MS = 3_000;

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
  return new ChromiumSurface(page);
}

/** The page that greets after an install would take the focus from the tab under test. A kept profile may have none. */
async function closeWelcome(browser: Browser, id: string): Promise<void> {
  const url = `chrome-extension://${id}/welcome.html`;
  const target = await browser.waitForTarget((t) => t.url() === url, { timeout: WELCOME_MS }).catch(() => undefined);
  await (await target?.asPage())?.close();
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
    ...(options.profile ? { userDataDir: options.profile } : {}),
  });
  const extensionId = folder === null ? '' : await browser.installExtension(path.resolve(folder));
  if (extensionId) await closeWelcome(browser, extensionId);
  let emulation: Emulation = {};
  const tabs = new Set<ChromiumTab>();
  const newTab = async (url: string): Promise<ChromiumTab> => {
    const page = await browser.newPage();
    const tab = new ChromiumTab(page);
    tabs.add(tab);
    page.once('close', () => tabs.delete(tab));
    await applyEmulation(page, emulation);
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
    close: () => browser.close(),
  };
}

export type { ChromiumTab };
