import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { BROWSERS, type Driver, launch, type Server, serve, type Tab } from '../../browsers/index.ts';
import { htmlOf, ODD_PAGES } from './engine/odd-pages.ts';
import { harmOf, UNHARMED } from './engine/witness.ts';

/** Runs in a page of the extension: asks the content script of the tab that shows a URL. */
async function marksOf(url: string): Promise<string[] | undefined> {
  type Api = {
    tabs: {
      query(info: object): Promise<{ id: number; url?: string }[]>;
      sendMessage(tab: number, message: object, options: object): Promise<{ marks: { surface: string }[] } | undefined>;
    };
  };
  const { tabs } = (globalThis as unknown as { chrome: Api }).chrome;
  const tab = (await tabs.query({})).find((each) => each.url === url);
  if (!tab) return undefined;
  const reply = await tabs.sendMessage(tab.id, { name: 'page:marks' }, { frameId: 0 }).catch(() => undefined);
  return reply?.marks.map(({ surface }) => surface);
}

/** What a browser says of the page itself, with or without us: its policy at work, a tree too deep for it. */
const OF_THE_PAGE = /Content-Security-Policy|Content Security Policy|tree is too deep/;

const PATIENCE = { timeout: 10_000, interval: 25 };

describe.each(BROWSERS)('on odd and hostile pages, in %s', (name) => {
  let driver: Driver;
  let server: Server;
  let extension: Tab;
  let tab: Tab;

  beforeAll(async () => {
    server = await serve('tests/fixtures', (path) => {
      const page = ODD_PAGES[Number(/^\/(\d+)$/.exec(path)?.[1] ?? -1)];
      return page && { body: htmlOf(page), type: page.type ?? 'text/html; charset=utf-8', headers: page.headers };
    });
    driver = await launch(name);
    extension = await driver.openExtensionPage('popup.html');
    tab = await driver.open('about:blank');
  });
  afterAll(async () => {
    await driver?.close();
    await server?.close();
  });

  it.each(ODD_PAGES.map((page, index) => ({ ...page, index })))(
    'marks what is right and harms nothing: $name',
    async ({ index, marks, numb, rewritten }) => {
      const url = `${server.origin}/${index}`;
      tab.errors.length = 0;
      tab.requests.length = 0;
      await tab.goto(url);
      // Shadow roots that were there before us are found a moment later; what is not to be marked never is.
      await expect.poll(() => extension.evaluate(marksOf, url), PATIENCE).toEqual(marks);
      expect(tab.errors.filter((error) => !OF_THE_PAGE.test(error))).toEqual([]);
      expect(
        tab.requests.filter((asked) => !/^data:/.test(asked) && asked !== url && !asked.endsWith('/favicon.ico')),
      ).toEqual([]);
      if (!rewritten) expect(await harmOf(tab, !numb)).toEqual(UNHARMED);
    },
  );
});
