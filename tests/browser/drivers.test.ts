import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { BROWSERS, type Driver, launch, type Server, serve, type Tab } from '../../browsers/index.ts';

const PAGE = `<!doctype html><html lang="en"><title>Drivers</title><body>
  <h1>Drivers</h1><button onclick="document.title = 'clicked'">Press</button><input aria-label="Name" autofocus>`;

describe.each(BROWSERS)('driving %s', (name) => {
  let driver: Driver;
  let server: Server;
  let tab: Tab;

  beforeAll(async () => {
    server = await serve('tests/fixtures', (path) => (path === '/' ? { body: PAGE } : undefined));
    driver = await launch(name);
    tab = await driver.open(`${server.origin}/`);
  });
  afterAll(async () => {
    await driver?.close();
    await server?.close();
  });

  it('moves, clicks and types as a hand does', async () => {
    const box = await tab.evaluate(() => document.querySelector('button')!.getBoundingClientRect().toJSON());
    await tab.click(box.x + 5, box.y + 5);
    expect(await tab.evaluate(() => document.title)).toBe('clicked');
    await tab.evaluate(() => document.querySelector('input')!.focus());
    await tab.type('abc');
    await tab.press('Backspace');
    expect(await tab.evaluate(() => document.querySelector('input')!.value)).toBe('ab');
  });

  it('reads the accessibility tree', async () => {
    const nodes = await tab.accessibility();
    expect(nodes).toContainEqual(expect.objectContaining({ role: 'button', name: 'Press' }));
    expect(nodes).toContainEqual(expect.objectContaining({ role: 'heading', name: 'Drivers' }));
  });

  it('opens a page of the extension with its API', async () => {
    const page = await driver.openExtensionPage('popup.html');
    const id = await page.evaluate(
      () => (globalThis as unknown as { chrome: { runtime: { id: string } } }).chrome.runtime.id,
    );
    expect(id).toBeTruthy();
    await page.close();
  });

  it('opens the real toolbar popup', async () => {
    const popup = await driver.popup(tab);
    expect(await popup.waitFor(() => document.body.innerText)).toContain('Liner Notes');
    expect((await popup.screenshot()).subarray(1, 4).toString()).toBe('PNG');
    await popup.close();
  });

  it('hears errors and requests of a page', async () => {
    const noisy = await driver.open(`${server.origin}/missing.html`);
    await noisy.evaluate(() => {
      setTimeout(() => {
        throw new Error('a page of its own');
      });
    });
    await expect.poll(() => noisy.errors.join()).toContain('a page of its own');
    expect(noisy.requests.join()).toContain('missing.html');
    await noisy.close();
  });

  it('emulates a dark system', async () => {
    await driver.emulate({ colorScheme: 'dark' });
    const dark = await driver.open(`${server.origin}/`);
    expect(await dark.evaluate(() => matchMedia('(prefers-color-scheme: dark)').matches)).toBe(true);
    await driver.emulate({});
    await dark.close();
  });

  it('kills it, and minds none that is gone already', async () => {
    const other = await launch(name);
    await other.kill();
    await other.closed;
    await expect(other.kill()).resolves.toBeUndefined();
  });
});
