import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { BROWSERS, type Driver, launch, type Server, serve, type Tab } from '../../browsers/index.ts';
import { until } from '../../browsers/wait.ts';
import { inEveryFrame } from './engine/every-frame.ts';
import { FRAMES } from './engine/frames.ts';

const marksByName = () => [window.name, CSS.highlights.get('liner-notes-mark')?.size ?? 0] as const;

/**
 * Opens a page until the driver reaches each of its frames: now and then it loses one that changed its process while
 * it loaded, and finds it only on another load. After the last try the test of the lost frame says that it is missing.
 */
async function openWithFrames(driver: Driver, url: string): Promise<Tab> {
  for (let tries = 3; ; tries--) {
    const tab = await driver.open(url);
    const all = async () => {
      const reached = new Set((await inEveryFrame(driver, tab, marksByName)).map(([frame]) => frame));
      return FRAMES.every((frame) => reached.has(frame.name));
    };
    const whole = await until(all, 'every frame to answer', 8000).catch(() => false);
    if (whole || tries === 1) return tab;
    await tab.close();
  }
}

describe.each(BROWSERS)('in frames of every kind, in %s', (name) => {
  let driver: Driver;
  let servers: Server[];
  let tab: Tab;

  beforeAll(async () => {
    let body = '';
    const answer = (path: string) => {
      if (path === '/') return { body };
      const frame = FRAMES.find((one) => path === `/${one.name}`);
      return frame?.page ? { body: frame.page, headers: frame.headers } : undefined;
    };
    servers = await Promise.all([serve('tests/fixtures', answer), serve('tests/fixtures', answer)]);
    const [here, there] = servers.map((server) => server.origin) as [string, string];
    // Another site as well: the same address by its other name.
    const origins = { here, port: there, site: there.replace('127.0.0.1', 'localhost') };
    const frames = FRAMES.map((frame) => frame.html(origins)).join('');
    body = `<!doctype html><html lang="en"><title>Page</title><body>${frames}`;
    driver = await launch(name);
    tab = await openWithFrames(driver, `${here}/`);
  }, 120_000);
  afterAll(async () => {
    await driver?.close();
    await Promise.all((servers ?? []).map((server) => server.close()));
  });

  it.each(FRAMES.map((frame) => frame.name))('marks in %s', async (frame) => {
    const marks = async () => Object.fromEntries(await inEveryFrame(driver, tab, marksByName))[frame];
    await expect.poll(marks, { timeout: 10_000 }).toBe(1);
  });

  it('leaves no error uncaught in any of them', () => {
    expect(tab.errors.filter((error) => !/sandboxed/.test(error))).toEqual([]);
  });
});
