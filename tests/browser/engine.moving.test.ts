import { PNG } from 'pngjs';
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

/** Wipes the boxes out of a picture; returns how many of their pixels were red, of any strength. */
function wipeRed(
  { width, height, data }: PNG,
  boxes: readonly Pick<DOMRect, 'left' | 'top' | 'right' | 'bottom'>[],
): number {
  let red = 0;
  for (const { left, top, right, bottom } of boxes)
    for (let y = Math.max(0, Math.floor(top) - 1); y <= Math.min(height - 1, bottom + 1); y++)
      for (let x = Math.max(0, Math.floor(left) - 1); x <= Math.min(width - 1, right + 1); x++) {
        const at = 4 * (y * width + x);
        if (data[at]! - data[at + 1]! > 60) red++;
        data.fill(0, at, at + 3);
      }
  return red;
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

  it('paints what it says on the screen while a text is written: no word blinks, and nothing else is underlined', async () => {
    const WHOLE = 'mastering engineer';
    const look = async () => {
      const before = await tab.evaluate(() => moving.written());
      const shot = PNG.sync.read(await tab.screenshot());
      // What was written meanwhile may be painted, and not yet.
      const after = await tab.evaluate(() => moving.written());
      const words = before.filter(
        ({ word, boxes }) => word === WHOLE && boxes.every(({ bottom }) => bottom < shot.height),
      );
      const painted = words.map(({ boxes }) => wipeRed(shot, boxes) > 0);
      for (const { boxes } of [...before, ...after]) wipeRed(shot, boxes);
      const outside = wipeRed(shot, [{ left: 0, top: 0, right: shot.width, bottom: shot.height }]);
      return { painted, outside };
    };
    await tab.evaluate(() => moving.write(100));
    await expect.poll(async () => (await look()).painted.filter(Boolean).length).toBeGreaterThan(1);
    const first = await look();
    let last = first;
    for (let moment = 0; moment < 6; moment++) {
      const now = await look();
      expect(now.outside).toBe(0);
      expect(last.painted.filter((was, at) => was && !now.painted[at])).toEqual([]);
      last = now;
    }
    await tab.evaluate(() => moving.stopWriting());
    const { painted, outside } = await look();
    expect(painted.length).toBeGreaterThan(first.painted.length);
    expect(painted).not.toContain(false);
    expect(outside).toBe(0);
    await tab.evaluate(() => moving.wipe());
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
