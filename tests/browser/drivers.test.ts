import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { allRequests } from '../../browsers/all-requests.ts';
import { BROWSERS, type Driver, launch, type Server, serve, type Tab } from '../../browsers/index.ts';

const PAGE = `<!doctype html><html lang="en"><title>Drivers</title><body>
  <h1>Drivers</h1><button onclick="document.title = 'clicked'">Press</button><input aria-label="Name" autofocus>`;
/** A frame of another site, and so in a process of its own, that throws, and has one in it that does too. */
const framing = (origin: string) =>
  `<!doctype html><title>Frames</title><iframe src="${origin.replace('127.0.0.1', 'localhost')}/throws"></iframe>`;
const THROWS = `<!doctype html><script>
  addEventListener('load', () => fetch('/asked-by-a-frame'));
  throw new Error('a frame of its own');
</script><iframe srcdoc="<script>Promise.reject(new Error('a frame in a frame'))</script>"></iframe>`;

/** An extension whose popup and background ask for something. */
function askingExtension(origin: string): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'liner-notes-asking-'));
  const files = {
    'manifest.json': JSON.stringify({
      manifest_version: 3,
      name: 'Asking',
      version: '1',
      action: { default_popup: 'popup.html' },
      background: { service_worker: 'background.js', scripts: ['background.js'] },
      content_security_policy: { extension_pages: "script-src 'self'" },
      host_permissions: ['http://*/*'],
      browser_specific_settings: { gecko: { id: 'asking@liner-notes.example' } },
    }),
    'popup.html': '<!doctype html><title>Asking</title><script src="popup.js"></script>',
    'popup.js': `fetch('${origin}/asked-by-popup'); chrome.runtime.sendMessage('ask');`,
    'background.js': `chrome.runtime.onMessage.addListener(() => void fetch('${origin}/asked-by-background'));`,
  };
  for (const [name, text] of Object.entries(files)) writeFileSync(path.join(folder, name), text);
  return folder;
}

describe.each(BROWSERS)('driving %s', (name) => {
  let driver: Driver;
  let server: Server;
  let tab: Tab;

  beforeAll(async () => {
    server = await serve('tests/fixtures', (path) => {
      if (path === '/framing') return { body: framing(server.origin) };
      if (path === '/throws') return { body: THROWS };
      return path === '/' ? { body: PAGE } : undefined;
    });
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

  it('hears errors and requests of frames, those in other processes included', async () => {
    const framed = await driver.open(`${server.origin}/framing`);
    await expect.poll(() => framed.errors.join()).toMatch(/a frame of its own.*a frame in a frame/s);
    await expect.poll(() => framed.requests.join()).toContain('asked-by-a-frame');
    expect(tab.errors).toEqual([]);
    await framed.close();
  });

  it('hears what the popup and the background ask of the network', async () => {
    const folder = askingExtension(server.origin);
    const other = await launch(name, { extension: folder });
    const requests = await allRequests(other);
    const popup = await other.popup(await other.open(`${server.origin}/`));
    for (const asked of ['asked-by-popup', 'asked-by-background']) {
      await expect.poll(async () => (await requests()).join()).toContain(asked);
    }
    await popup.close();
    await other.close();
    rmSync(folder, { recursive: true });
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
