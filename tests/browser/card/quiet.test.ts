import type { CDPSession, JSHandle } from 'puppeteer-core';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { ChromiumTab } from '../../../browsers/chromium.ts';
import { askState } from '../../../browsers/content-script.ts';
import type { FirefoxChrome } from '../../../browsers/firefox-chrome.ts';
import { inFrameScript } from '../../../browsers/frame-script.ts';
import { BROWSERS, type Driver, type Tab, until } from '../../../browsers/index.ts';
import { CREDITS, page, type Stage, setStage } from './stage.ts';

/** Types of the events that our content script listens to on the window of a page that has no listeners of its own. */
async function listeners(driver: Driver, tab: Tab): Promise<string[]> {
  if (driver.name === 'firefox') {
    return inFrameScript(
      (driver as Driver & { chrome: FirefoxChrome }).chrome,
      `return Services.els.getListenerInfoFor(content).filter((one) => !one.inSystemEventGroup).map((one) => one.type);`,
    );
  }
  const [realm] = await (tab as ChromiumTab).page.extensionRealms();
  if (!realm) throw new Error('no content script in this page');
  const window = (await realm.evaluateHandle(() => globalThis)) as JSHandle & { client: CDPSession };
  const found = await window.client.send('DOMDebugger.getEventListeners', {
    objectId: window.remoteObject().objectId!,
  });
  return found.listeners.map(({ type }) => type);
}

const READER = ['pointermove', 'pointerdown', 'keydown', 'click', 'scroll'];

describe.each(BROWSERS)('the card where there is nothing for it in %s', (name) => {
  let stage: Stage;

  beforeAll(async () => {
    const pages: Record<string, string> = {
      '/nothing': page('', '<p>A walk in the woods, and nothing else.</p>'),
      '/frame': page(
        "<script>setInterval(() => parent.postMessage([...CSS.highlights.keys()].includes('liner-notes-mark') ? CSS.highlights.get('liner-notes-mark').size : 0, '*'), 50)</script>",
      ),
    };
    stage = await setStage(name, pages);
    const other = stage.server.origin.replace('127.0.0.1', 'localhost');
    pages['/around'] = page(
      '<script>addEventListener("message", ({ data }) => { window.marks = data; })</script>',
      `<p>${CREDITS}</p><iframe src="${other}/frame" width="700" height="300"></iframe>`,
    );
  });
  afterAll(() => stage?.close());
  beforeEach(() => stage.reset());

  it('hears nothing of what the reader does until something is marked, and nothing after', async () => {
    const url = `${stage.server.origin}/nothing`;
    const extension = await stage.driver.openExtensionPage('options.html');
    const tab = await stage.driver.open(url);
    await tab.bringToFront();
    const ours = async () => (await listeners(stage.driver, tab)).filter((type) => READER.includes(type));
    // By then the page has been read.
    await expect.poll(() => askState(extension, url)).toEqual({ state: 'nothing', reason: 'not-musical' });
    // Our script is there: it waits for the page to come back from the cache.
    expect(await listeners(stage.driver, tab)).toContain('pageshow');
    expect(await ours()).toEqual([]);
    await tab.evaluate((text) => {
      const p = document.createElement('p');
      p.textContent = text;
      document.body.append(p);
    }, CREDITS);
    await until(async () => (await ours()).length >= READER.length, 'ears');
    expect(new Set(await ours())).toEqual(new Set(READER));
    await tab.evaluate(() => document.querySelector('p:last-of-type')!.remove());
    await until(async () => (await ours()).length === 0, 'no ears');
    await tab.close();
    await extension.close();
  });

  it('“not music here” counts for frames of other hosts as well: the top page is the site', async () => {
    const options = await stage.driver.openExtensionPage('options.html');
    const store = (rule: object | null) =>
      options.evaluate((wanted) => {
        interface Area {
          set(items: object): Promise<void>;
          remove(key: string): Promise<void>;
        }
        const { local } = (globalThis as unknown as { chrome: { storage: { local: Area } } }).chrome.storage;
        return wanted ? local.set({ 'site:127.0.0.1': wanted }) : local.remove('site:127.0.0.1');
      }, rule);
    const tab = await stage.open('/around');
    const inFrame = (count: number) =>
      tab.waitFor((wanted) => (window as unknown as { marks: number }).marks === wanted, count);
    await inFrame(4);
    await store({ notMusicHere: ['producer'] });
    await inFrame(3);
    await store(null);
    await inFrame(4);
    await tab.close();
    await options.close();
  });
});
