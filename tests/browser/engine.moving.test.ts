import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ChromiumTab } from '../../browsers/chromium.ts';
import type { launchFirefox } from '../../browsers/firefox.ts';
import { inFrameScript } from '../../browsers/frame-script.ts';
import { BROWSERS, type Driver, launch, type Server, serve, type Tab } from '../../browsers/index.ts';
import { bundle } from './engine/bundle.ts';
import type { Moving } from './engine/moving-page.ts';

/** Each is run this many times as long when asked (`LONGER=20`); the gate's run is short and real. */
const LONGER = Number(process.env.LONGER ?? 1);

declare const moving: Moving;

/** Collects all garbage of the tab's process. */
async function collect(driver: Driver, tab: Tab): Promise<void> {
  if (driver.name === 'chromium') {
    const session = await (tab as ChromiumTab).page.createCDPSession();
    await session.send('HeapProfiler.collectGarbage');
    await session.detach();
    return;
  }
  const { chrome } = driver as Awaited<ReturnType<typeof launchFirefox>>;
  await inFrameScript(chrome, 'for (let i = 0; i < 3; i++) { Cu.forceGC(); Cu.forceCC(); }', { ms: 20_000 });
}

describe.each(BROWSERS)('on pages that never rest, in %s', (name) => {
  let driver: Driver;
  let server: Server;
  let tab: Tab;

  beforeAll(async () => {
    const script = await bundle('tests/browser/engine/moving-page.ts');
    server = await serve('tests/fixtures', (path) =>
      path === '/moving.js'
        ? { body: script, type: 'text/javascript' }
        : {
            body: '<!doctype html><html lang="en"><title>Page</title><body><p>The mastering engineer loved the music.</p><script src="/moving.js"></script>',
          },
    );
    driver = await launch(name);
    const extension = await driver.openExtensionPage('popup.html');
    await extension.evaluate(() => {
      type Api = { storage: { sync: { set(items: object): Promise<void> } } };
      return (globalThis as unknown as { chrome: Api }).chrome.storage.sync.set({ 'pref:density': 'every' });
    });
    tab = await driver.open(`${server.origin}/`);
    await tab.evaluate(() => moving.right());
  });
  afterAll(async () => {
    await driver?.close();
    await server?.close();
  });

  it('is back within a second when the page stops taking its marks away, and never fights', async () => {
    const { repairs, back, mine } = await tab.evaluate((times) => moving.war(times), 100 * LONGER);
    expect(back).toBeLessThan(1000);
    expect(mine).toBe(true);
    // A look every 800 ms is the most that is spent on it; a hundred attacks take a second or two.
    expect(repairs).toBeLessThan(6 * LONGER);
  });

  it('never paints the text of another row, and marks each row soon', async () => {
    const { wrong, slowest, marks } = await tab.evaluate((times) => moving.scroll(times), 50 * LONGER);
    expect(wrong).toBe(0);
    expect(marks).toBeGreaterThanOrEqual(4);
    expect(slowest).toBeLessThan(1000);
  });

  it('never paints a wrong text while one is written token by token', async () => {
    const { wrong, tokens, looks } = await tab.evaluate((ms) => moving.stream(ms, 200), 3000 * LONGER);
    expect(wrong).toBe(0);
    expect(tokens).toBeGreaterThan(200);
    expect(looks).toBeGreaterThan(10);
  });

  it('adds nothing to a page that answers every change', async () => {
    const { foreign, echoes, wrong } = await tab.evaluate((ms) => moving.duel(ms), 500 * LONGER);
    expect(foreign).toEqual([]);
    expect(echoes).toBeGreaterThan(100);
    expect(wrong).toBe(0);
  });

  it('holds on to nothing that has left the page', async () => {
    await tab.evaluate((rounds) => moving.churn(rounds), 50 * LONGER);
    await expect
      .poll(
        async () => {
          await collect(driver, tab);
          return tab.evaluate(() => moving.living());
        },
        { timeout: 10_000 },
      )
      .toBe(0);
    expect(tab.errors).toEqual([]);
  });
});
