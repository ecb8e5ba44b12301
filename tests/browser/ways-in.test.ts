/**
 * The ways in besides the popup: the menu of a selection, the address bar, the key that switches a site, and the tabs
 * that were open when the extension came. What no driver can press is handed to the browser's own code as near to the
 * press as it lets us: said at each.
 */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type ChromiumTab, launchChromium } from '../../browsers/chromium.ts';
import type { ExtensionGlobal } from '../../browsers/extension-global.ts';
import { launchFirefox } from '../../browsers/firefox.ts';
import { inFrameScript } from '../../browsers/frame-script.ts';
import { type Server, serve, type Tab } from '../../browsers/index.ts';
import { isBare, isMarked } from '../../browsers/marks-of.ts';
import { using } from '../../browsers/using.ts';
import { until } from '../../browsers/wait.ts';
import { type OpenedPage, openedPage } from './opened-page.ts';

const MUSIC = `<!doctype html><html lang="en"><title>Making a record</title><body><h1>Who made the album</h1>
  <p>The record producer worked with the <b>mastering engineer</b>, and the audio engineer set up the microphones.
  <p>It was asked (<i>producer vs engineer</i>), and asked again on <u>Tuesday</u>.`;

/** What is selected, and the element that holds it; where its menu leads, and what is to be read there. */
const SELECTIONS: [string, string, { path: string; selector: string }, OpenedPage][] = [
  [
    'mastering engineer',
    'b',
    { path: '/glossary.html', selector: 'h1.entry-name' },
    { address: '/glossary.html?q=mastering+engineer', texts: ['Mastering engineer'] },
  ],
  [
    'producer vs engineer',
    'i',
    { path: '/compare.html', selector: '.column-open' },
    { address: '/compare.html?terms=producer,audio-engineer', texts: ['Producer', 'Audio engineer'] },
  ],
  // No entry: the search says so, for the reader to correct the word.
  [
    'Tuesday',
    'u',
    { path: '/glossary.html', selector: '.search-none' },
    { address: '/glossary.html?q=Tuesday', texts: ['Nothing found for “Tuesday”.'] },
  ],
];

/** What is typed after the keyword, the address that it leads to, and an element there with a text in it. */
const WORDS: [string, string, [string, string]][] = [
  ['producer vs engineer', '/compare.html?terms=producer,audio-engineer', ['.comparison', 'Audio engineer']],
  ['mastring engineer', '/glossary.html?q=mastring', ['h1.entry-name', 'Mastering engineer']],
  ['qqq', '/glossary.html?q=qqq', ['.search-none', 'qqq']],
];

let server: Server;
beforeAll(async () => {
  server = await serve('tests/fixtures', (path) => (path === '/' ? { body: MUSIC } : undefined));
});
afterAll(() => server?.close());

describe('in chromium', () => {
  let driver: Awaited<ReturnType<typeof launchChromium>>;
  beforeAll(async () => {
    driver = await launchChromium();
  });
  afterAll(() => driver?.close());

  /** Chromium draws menu, address bar and keys outside of any page: the event is fired in the worker, as it does. */
  const fire = async (run: (...args: never[]) => unknown, ...args: unknown[]) => {
    const target = await driver.browser.waitForTarget((one) => one.type() === 'service_worker');
    const worker = await target.worker();
    await worker!.evaluate(run as (...args: unknown[]) => unknown, ...args);
  };
  const opened = (beginning: string) =>
    driver.browser.waitForTarget((one) => one.url().startsWith(`${driver.origin}/${beginning}`));
  const tabId = async (tab: Tab) => {
    const page = await driver.openExtensionPage('options.html');
    const id = await page.evaluate(async (url) => {
      const { tabs } = (globalThis as unknown as ExtensionGlobal).chrome;
      return (await tabs.query({})).find((one) => one.url?.startsWith(url))?.id;
    }, server.origin);
    await page.close();
    await tab.bringToFront();
    return id;
  };

  it.each(SELECTIONS)(
    'the menu of the selection “%s” opens what it names, or the search',
    async (words, _, page, leads) => {
      const extension = await driver.openExtensionPage('options.html');
      const tab = await driver.open(`${server.origin}/`);
      const id = await tabId(tab);
      await fire(
        (text: string, tab: number) => {
          const { onClicked } = (
            globalThis as never as { chrome: { contextMenus: { onClicked: { dispatch(...a: unknown[]): void } } } }
          ).chrome.contextMenus;
          onClicked.dispatch({ menuItemId: 'what-is-in-music', selectionText: text }, { id: tab });
        },
        words,
        id,
      );
      expect(await openedPage(extension, page.path, page.selector)).toEqual(leads);
      await tab.close();
      await extension.close();
    },
  );

  const enter = (words: string, disposition: string) =>
    fire(
      (...entered: string[]) => {
        const { onInputEntered } = (
          globalThis as never as { chrome: { omnibox: { onInputEntered: { dispatch(...a: unknown[]): void } } } }
        ).chrome.omnibox;
        onInputEntered.dispatch(...entered);
      },
      words,
      disposition,
    );
  const count = async () => (await driver.browser.pages()).length;

  it.each(WORDS)('the words %j after the keyword in the address bar open %s, in the tab in front', async (...row) => {
    const [words, address, shows] = row;
    const tab = (await driver.open('about:blank')) as ChromiumTab;
    await tab.bringToFront();
    const before = await count();
    await enter(words, 'currentTab');
    await until(async () => tab.page.url().includes(address), address);
    await tab.waitFor((selector, text) => document.querySelector(selector)?.outerHTML.includes(text), ...shows);
    expect(await count()).toBe(before);
    await tab.close();
  });

  it.each([
    ['newForegroundTab', true],
    ['newBackgroundTab', false],
  ])('… or in a new tab where the reader asks for one: %s', async (disposition, isFront) => {
    const tab = await driver.open('about:blank');
    await tab.bringToFront();
    await enter('dj', disposition);
    const page = await (await opened('glossary.html?q=dj')).page();
    const current = () => (globalThis as unknown as ExtensionGlobal).chrome.tabs.getCurrent();
    expect((await page!.evaluate(current)).active).toBe(isFront);
    await page!.close();
    await tab.close();
  });

  it('the key switches the site off and on', async () => {
    const tab = await driver.open(`${server.origin}/`);
    await tab.waitFor(isMarked);
    const press = () =>
      fire((url: string) => {
        const { onCommand } = (
          globalThis as never as { chrome: { commands: { onCommand: { dispatch(...a: unknown[]): void } } } }
        ).chrome.commands;
        onCommand.dispatch('toggle-site', { url });
      }, `${server.origin}/`);
    await press();
    await tab.waitFor(isBare);
    await press();
    await tab.waitFor(isMarked);
    await tab.close();
  });

  it('an open tab is reached when the extension is installed', async () => {
    await using(await launchChromium({ extension: null }), async (other) => {
      const tab = await other.open(`${server.origin}/`);
      await other.browser.installExtension(`${process.cwd()}/.output/chrome-mv3`);
      await tab.waitFor(isMarked);
    });
  });
});

describe('in firefox', () => {
  let driver: Awaited<ReturnType<typeof launchFirefox>>;
  beforeAll(async () => {
    driver = await launchFirefox();
  });
  afterAll(() => driver?.close());

  /** Addresses of all tabs, as the browser's own window has them. */
  const addresses = () =>
    driver.chrome.run<string[]>('return gBrowser.tabs.map((tab) => tab.linkedBrowser.currentURI.spec);');

  it.each(SELECTIONS)(
    'the menu of the selection “%s” opens what it names, or the search',
    async (words, element, page, leads) => {
      const extension = await driver.openExtensionPage('options.html');
      const tab = await driver.open(`${server.origin}/`);
      await tab.evaluate((held) => getSelection()!.selectAllChildren(document.querySelector(held)!), element);
      await tab.bringToFront();
      // The browser's own menu, opened over the selected word and pressed in.
      await driver.chrome.run(`
      const menu = document.getElementById('contentAreaContextMenu');
      window.menuShown = new Promise((resolve) => menu.addEventListener('popupshown', resolve, { once: true }));`);
      await inFrameScript(
        driver.chrome,
        `const { left, top, width, height } = content.document.querySelector(${JSON.stringify(element)}).getBoundingClientRect();
      const [x, y] = [left + width / 2, top + height / 2];
      if (content.synthesizeMouseEvent) content.synthesizeMouseEvent('contextmenu', x, y, { button: 2, clickCount: 1 }, {});
      else content.windowUtils.sendMouseEvent('contextmenu', x, y, 2, 1, 0);`,
      );
      const label = await driver.chrome.run<string>(`
      const menu = document.getElementById('contentAreaContextMenu');
      await Promise.race([window.menuShown, new Promise((resolve) => setTimeout(resolve, 3000))]);
      const item = [...menu.querySelectorAll('menuitem')].find((one) => one.label.includes('in music'));
      const text = item?.label ?? 'no such item in ' + menu.state;
      if (item) menu.activateItem(item);
      return text;
    `);
      expect(label).toBe(`What is “${words}” in music?`);
      expect(await openedPage(extension, page.path, page.selector)).toEqual(leads);
      await tab.close();
      await extension.close();
    },
  );

  /** Typed into the browser's own address bar and entered there. */
  const enter = (words: string) =>
    driver.chrome.run(`
      gURLBar.focus();
      gURLBar.value = ${JSON.stringify(`ln ${words}`)};
      await gURLBar.startQuery ? gURLBar.startQuery({ allowAutofill: false }) : undefined;
      await gURLBar.lastQueryContextPromise;
      gURLBar.handleCommand(new KeyboardEvent('keydown', { key: 'Enter' }));
    `);

  it.each(WORDS)('the words %j after the keyword in the address bar open %s, in the tab in front', async (...row) => {
    const [words, address, shows] = row;
    const tab = await driver.open('about:blank');
    await tab.bringToFront();
    const before = (await addresses()).length;
    await enter(words);
    await until(
      () => driver.chrome.run<boolean>(`return gBrowser.currentURI.spec.includes(${JSON.stringify(address)});`),
      address,
    );
    await tab.waitFor((selector, text) => document.querySelector(selector)?.outerHTML.includes(text), ...shows);
    expect((await addresses()).length).toBe(before);
    await tab.close();
  });

  it('the key switches the site off and on', async () => {
    const tab = await driver.open(`${server.origin}/`);
    await tab.waitFor(isMarked);
    await tab.bringToFront();
    // The <key> that the browser made of the manifest's command, pressed as the browser does.
    const press = () =>
      driver.chrome.run<string>(`
        const key = [...document.querySelectorAll('keyset[id*="liner-notes"] key, keyset[id^="ext-keyset"] key')].find((one) => one.getAttribute('key')?.toUpperCase() === 'L');
        if (!key) throw new Error('no key: ' + [...document.querySelectorAll('keyset')].map((one) => one.id).join());
        key.doCommand();
        return key.getAttribute('modifiers');
      `);
    expect(await press()).toMatch(/alt.*shift|shift.*alt/);
    await tab.waitFor(isBare);
    await press();
    await tab.waitFor(isMarked);
    await tab.close();
  });

  it('an open tab is reached when the extension is installed', async () => {
    await using(await launchFirefox({ extension: null }), async (other) => {
      const tab = await other.open(`${server.origin}/`);
      await other.bidi.send('webExtension.install', {
        extensionData: { type: 'path', path: `${process.cwd()}/.output/firefox-mv3` },
      });
      await tab.waitFor(isMarked);
    });
  });
});
