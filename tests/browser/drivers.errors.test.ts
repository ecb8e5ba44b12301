/** “No errors” says something only where every error is heard: here each part of an extension fails. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { allErrors } from '../../browsers/all-errors.ts';
import type { FirefoxChrome } from '../../browsers/firefox-chrome.ts';
import { BROWSERS, type Driver, launch, type Server, serve, type Tab } from '../../browsers/index.ts';

/** A script that throws an error, rejects a promise, and rejects one with something that knows no source. */
const failing = (part: string) => `
  setTimeout(() => { throw new Error('${part} throws'); });
  setTimeout(() => void Promise.reject(new Error('${part} rejects')));
  setTimeout(() => void Promise.reject('${part} rejects with a word'));`;
const failures = (part: string) => ['throws', 'rejects', 'rejects with a word'].map((how) => `${part} ${how}`);

const PAGE = `<!doctype html><html lang="en"><title>Page</title><link rel="icon" href="data:,">
  <script>${failing('the page')}</script>`;

/** An extension that fails in each of its parts; in its background when its popup opens. */
function failingExtension(): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'liner-notes-failing-'));
  const files = {
    'manifest.json': JSON.stringify({
      manifest_version: 3,
      name: 'Failing',
      version: '1',
      action: { default_popup: 'popup.html' },
      background: { service_worker: 'background.js', scripts: ['background.js'] },
      content_scripts: [{ matches: ['http://*/*'], js: ['content.js'] }],
      browser_specific_settings: { gecko: { id: 'failing@liner-notes.example' } },
    }),
    'popup.html': '<!doctype html><title>Failing</title><script src="popup.js"></script>',
    'popup.js': `${failing('the popup')} chrome.runtime.sendMessage('fail');`,
    'tab.html': '<!doctype html><title>Failing</title><script src="tab.js"></script>',
    'tab.js': failing('a page of the extension'),
    'background.js': `chrome.runtime.onMessage.addListener(() => {${failing('the background')}});`,
    'content.js': failing('the content script'),
  };
  for (const [name, text] of Object.entries(files)) writeFileSync(path.join(folder, name), text);
  return folder;
}

describe.each(BROWSERS)('where each part of an extension fails, in %s', (name) => {
  let folder: string;
  let driver: Driver;
  let server: Server;
  let tab: Tab;
  let ownPage: Tab;
  let errors: () => Promise<string[]>;

  beforeAll(async () => {
    folder = failingExtension();
    server = await serve('tests/fixtures', () => ({ body: PAGE }));
    driver = await launch(name, { extension: folder });
    errors = await allErrors(driver);
    ownPage = await driver.openExtensionPage('tab.html');
    tab = await driver.open(`${server.origin}/`);
    await driver.popup(tab);
  });
  afterAll(async () => {
    await driver?.close();
    await server?.close();
    rmSync(folder, { recursive: true, force: true });
  });

  const PARTS = ['the page', 'the content script', 'a page of the extension', 'the popup', 'the background'];
  it.each(PARTS.flatMap(failures))('it is heard that %s', async (failure) => {
    await expect.poll(errors).toContainEqual(expect.stringMatching(`${failure} \\(`));
  });

  it.each(['the page', 'the content script'].flatMap(failures))('the tab itself tells that %s', async (failure) => {
    await expect.poll(() => tab.errors).toContainEqual(expect.stringMatching(`${failure}$`));
  });

  it.each(failures('a page of the extension'))('the tab that shows it tells that %s', async (failure) => {
    await expect.poll(() => ownPage.errors).toContainEqual(expect.stringMatching(`${failure}$`));
  });

  // The last one here: nothing of our own pages is heard after it.
  it.runIf(name === 'firefox')(
    'every tab tells that our own pages are heard no more, one opened later too',
    async () => {
      const { chrome } = driver as Driver & { chrome: FirefoxChrome };
      await chrome.run(`window.nextErrorsOfOwnPages = () => Promise.reject(new Error('out of order'));`);
      // What it throws is the last that is heard.
      const last = await driver.openExtensionPage('tab.html');
      const deaf = /own pages are heard no more: Error: .*out of order/;
      for (const one of [tab, ownPage, last])
        await expect.poll(() => one.errors).toContainEqual(expect.stringMatching(deaf));
      const later = await driver.open(`${server.origin}/`);
      expect(later.errors).toContainEqual(expect.stringMatching(deaf));
    },
  );
});

it.each(BROWSERS)('a tab of a browser that has ended tells of no error, in %s', async (name) => {
  const driver = await launch(name, { extension: null });
  const tab = await driver.open('about:blank');
  await driver.close();
  await sleep(200);
  expect(tab.errors).toEqual([]);
});
