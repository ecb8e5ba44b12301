/** Nobody but our own parts is obeyed, answered or heard: not the page, not another extension beside us. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { allErrors } from '../../browsers/all-errors.ts';
import type { launchChromium } from '../../browsers/chromium.ts';
import { askMarks, askState } from '../../browsers/content-script.ts';
import type { launchFirefox } from '../../browsers/firefox.ts';
import { BROWSERS, type Driver, launch, type Server, serve, type Tab, until } from '../../browsers/index.ts';
import { paintedWords } from './engine/painted.ts';
import { type Report, strangerExtension } from './strangers/extension.ts';
import { fireAll } from './strangers/in-page.ts';
import { payloads } from './strangers/payloads.ts';

type Chromium = Awaited<ReturnType<typeof launchChromium>>;
type Firefox = Awaited<ReturnType<typeof launchFirefox>>;

/** Payloads at random beside those that would be obeyed; more when asked (`PAYLOADS=10000`). */
const PAYLOADS = Number(process.env.PAYLOADS ?? 200);
const PAGE = `<!doctype html><html lang="en"><title>Page</title><link rel="icon" href="data:,"><body>
  <p>The mastering engineer and the record producer loved the album.</p>`;

interface Api {
  storage: Record<'local' | 'sync' | 'session', { get(keys: null): Promise<object> }>;
  tabs: { query(info: object): Promise<{ id: number; url?: string }[]> };
  action: { getTitle(details: object): Promise<string>; getBadgeText(details: object): Promise<string> };
}
/** All that is stored, all that is open, and what the icon of a page says. */
async function everything(url: string): Promise<object> {
  const { storage, tabs, action } = (globalThis as unknown as { chrome: Api }).chrome;
  const open = await tabs.query({});
  const tabId = open.find((tab) => tab.url === url)?.id;
  return {
    stored: await Promise.all([storage.local.get(null), storage.sync.get(null), storage.session.get(null)]),
    open: open.map(({ url }) => url).sort(),
    title: await action.getTitle({ tabId }),
    badge: await action.getBadgeText({ tabId }),
  };
}

describe.each(BROWSERS)('strangers, in %s', (name) => {
  let driver: Driver;
  let server: Server;
  let extension: Tab;
  let tab: Tab;
  let url: string;
  let before: object;
  let report: Report | undefined;
  let errors: () => Promise<string[]>;

  /** All of us that a stranger might have changed. */
  const ours = async () => ({
    ...(await extension.evaluate(everything, url)),
    state: await askState(extension, url),
    marks: (await askMarks(extension, url)).marks,
    painted: await tab.evaluate(paintedWords),
    tree: await tab.evaluate(() => document.documentElement.outerHTML),
  });

  beforeAll(async () => {
    server = await serve('tests/fixtures', (path) => {
      if (path.startsWith('/report/')) report = JSON.parse(path.slice('/report/'.length)) as Report;
      return { body: PAGE };
    });
    driver = await launch(name);
    errors = await allErrors(driver);
    extension = await driver.openExtensionPage('popup.html');
    url = `${server.origin}/`;
    tab = await driver.open(url);
    await tab.waitFor(() => CSS.highlights.get('liner-notes-mark')?.size === 3);
    const titled = async () =>
      ((await extension.evaluate(everything, url)) as { title: string }).title.includes('are marked');
    await until(titled, 'the icon to speak of the page');
    before = await ours();
    expect(before).toMatchObject({ state: { state: 'marking' } });
  }, 120_000);
  afterAll(async () => {
    await driver?.close();
    await server?.close();
  });

  it('the page: nothing changes, nobody answers, nothing fails', async () => {
    const id = name === 'chromium' ? (driver as Chromium).extensionId : (driver as Firefox).chrome.extension;
    const seen = await tab.evaluate(fireAll, id, payloads(1, PAYLOADS));
    expect(seen.sent).toBeGreaterThan(5 * PAYLOADS);
    expect(seen).toMatchObject({ heard: seen.sent, replies: [] });
    expect(await ours()).toEqual(before);
    expect(await errors()).toEqual([]);
  });

  it('another extension: nothing changes, nobody answers, nothing fails', async () => {
    const id = name === 'chromium' ? (driver as Chromium).extensionId : (driver as Firefox).chrome.extension;
    const stranger = await strangerExtension(name, id, payloads(2, PAYLOADS), `${server.origin}/report/`);
    try {
      if (name === 'chromium') await (driver as Chromium).browser.installExtension(stranger.folder);
      else {
        const extensionData = { type: 'path', path: stranger.folder };
        await (driver as Firefox).bidi.send('webExtension.install', { extensionData });
      }
      const told = (await until(async () => report, 'the report of the other extension', 50_000))!;
      expect(told.sent).toBeGreaterThan(2 * PAYLOADS);
      expect(told).toMatchObject({ refused: told.sent, answers: [] });
      expect(await ours()).toEqual(before);
      // Its script in the page beside ours.
      await tab.reload();
      await expect.poll(ours, { timeout: 15_000 }).toEqual(before);
      expect(await errors()).toEqual([]);
    } finally {
      await stranger.remove();
    }
  });
});
