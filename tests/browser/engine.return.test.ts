import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchChromium } from '../../browsers/chromium.ts';
import { BROWSERS, type Driver, launch, type Server, serve, type Tab } from '../../browsers/index.ts';
import { loadsAhead, openAhead } from '../../browsers/prerender.ts';

const RETURNS = Number(process.env.RETURNS ?? 10);
const said = (head: string) =>
  `<!doctype html><html lang="en"><title>Page</title>${head}<body><p>The mastering engineer came late.</p>`;
const PAGES: Record<string, string> = {
  '/plain': said(''),
  '/next': '<!doctype html><html lang="en"><title>Next</title><body><p>Nothing here.</p>',
  '/before': `<!doctype html><html lang="en"><title>Before</title>${loadsAhead('/ahead')}<body><p>Nothing here.</p>`,
  '/ahead': said(`<script>
    const ahead = { was: document.prerendering, marks: 0 };
    Object.defineProperty(window, 'ahead', { value: ahead });
    document.addEventListener('prerenderingchange', () => { ahead.marks = CSS.highlights.size; });
  </script>`),
};
const answer = (path: string) => (PAGES[path] ? { body: PAGES[path] } : undefined);
const STYLES = ['dotted', 'solid'] as const;
const KEYS = { dotted: 'liner-notes-mark', solid: 'liner-notes-solid' };

interface Api {
  storage: { local: { set(items: object): Promise<void> } };
  tabs: {
    query(info: object): Promise<{ id: number; url?: string }[]>;
    discard(tab: number): Promise<unknown>;
    get(tab: number): Promise<{ discarded: boolean }>;
    update(tab: number, change: object): Promise<unknown>;
  };
}
/** On this device only: what is to be synced would be handed over meanwhile. */
const store = (items: object) =>
  (globalThis as unknown as { chrome: Api }).chrome.storage.local.set({ sync: false, ...items });

describe.each(BROWSERS)('when the reader comes back, in %s', (name) => {
  let driver: Driver;
  let server: Server;
  let extension: Tab;
  let tab: Tab;

  beforeAll(async () => {
    server = await serve('tests/fixtures', answer);
    driver = await launch(name);
    extension = await driver.openExtensionPage('popup.html');
    tab = await driver.open('about:blank');
  }, 120_000);
  afterAll(async () => {
    await driver?.close();
    await server?.close();
  });

  it(`the page was kept, and is right by the settings of now, ${RETURNS} times`, async () => {
    await tab.goto(`${server.origin}/plain`);
    await tab.waitFor((key) => CSS.highlights.get(key)?.size === 1, KEYS.dotted);
    await tab.evaluate(() => {
      const back = { times: 0, kept: 0 };
      Object.assign(globalThis, { back });
      addEventListener('pageshow', ({ persisted }) => {
        back.times++;
        back.kept += Number(persisted);
      });
    });
    for (let time = 1; time <= RETURNS; time++) {
      await tab.goto(`${server.origin}/next`);
      await extension.evaluate(store, { 'pref:markStyle': STYLES[time % 2] });
      await tab.back();
      const back = await tab.waitFor((time) => {
        const { back } = globalThis as unknown as { back?: { times: number; kept: number } };
        return location.pathname === '/plain' && (!back || back.times === time) && { ...back };
      }, time);
      expect(back).toEqual({ times: time, kept: time });
      const reasons = await tab.evaluate(
        () =>
          (performance.getEntriesByType('navigation')[0] as unknown as { notRestoredReasons?: object })
            .notRestoredReasons ?? null,
      );
      expect(reasons).toBeNull();
      // Nothing is marked in the style of before.
      await tab.waitFor(
        (key) => CSS.highlights.get(key)?.size === 1 && CSS.highlights.size === 1,
        KEYS[STYLES[time % 2]!],
      );
    }
    await extension.evaluate(store, { 'pref:markStyle': 'dotted' });
    expect(tab.errors).toEqual([]);
  });

  // Firefox does so too, but BiDi then never ends the browser.
  it.runIf(name === 'chromium')('a tab that was discarded is marked when it is opened again', async () => {
    const url = `${server.origin}/plain?discarded`;
    const dropped = await driver.open(url);
    await dropped.waitFor((key) => CSS.highlights.get(key)?.size === 1, KEYS.dotted);
    await extension.bringToFront();
    const id = await extension.evaluate(async (wanted) => {
      const { tabs } = (globalThis as unknown as { chrome: Api }).chrome;
      const { id } = (await tabs.query({})).find((each) => each.url === wanted)!;
      await tabs.discard(id);
      // Chromium gives a discarded tab another id.
      return (await tabs.query({ discarded: true }))[0]?.id;
    }, url);
    expect(id).toBeTypeOf('number');
    await extension.evaluate(async (id) => {
      await (globalThis as unknown as { chrome: Api }).chrome.tabs.update(id!, { active: true });
    }, id);
    await expect
      .poll(
        () =>
          extension.evaluate(async (id) => {
            const { tabs } = (
              globalThis as unknown as { chrome: Api & { tabs: { sendMessage(...all: unknown[]): Promise<unknown> } } }
            ).chrome;
            const reply = await (
              tabs as unknown as { sendMessage(...all: unknown[]): Promise<{ marks: object[] } | undefined> }
            )
              .sendMessage(id, { name: 'page:marks' }, { frameId: 0 })
              .catch(() => undefined);
            return reply?.marks.length;
          }, id),
        { timeout: 10_000 },
      )
      .toBe(1);
  });
});

describe('a page that is loaded ahead, in chromium', () => {
  it('is left alone until it is opened, and marked then', async () => {
    const server = await serve('tests/fixtures', answer);
    const driver = await launchChromium();
    try {
      const page = await openAhead(driver.browser, `${server.origin}/before`, '/ahead');
      await page.waitForFunction(() => CSS.highlights.size === 1);
      const ahead = await page.evaluate(() => ({ ...(globalThis as unknown as { ahead: object }).ahead }));
      expect(ahead).toEqual({ was: true, marks: 0 });
    } finally {
      await driver.close();
      await server.close();
    }
  });
});
