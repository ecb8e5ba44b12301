/** What every part of the extension does while the browser's storage cannot be read: the profile is corrupt, or hangs. */
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { allErrors } from '../../browsers/all-errors.ts';
import { says, typeInto } from '../../browsers/by-hand.ts';
import { BROWSERS, type BrowserName, type Driver, launch, type Server, serve } from '../../browsers/index.ts';
import { isMarked } from '../../browsers/marks-of.ts';
import { MUSIC } from './music-page.ts';

const FAULTS = {
  throws: '() => { throw new Error("corrupt"); }',
  'refuses to answer': '() => Promise.reject(new Error("corrupt"))',
  'never answers': '() => new Promise(() => {})',
};

/** The scripts that come first where the extension runs; what they spoil stays so for all others there. */
const FIRST = ['background.js', 'gate.js', 'popup-early.js'];

/** The built extension, in which reading either area of the storage fails everywhere; its folder is removed at the end. */
function unreadable(browser: BrowserName, fault: string): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'liner-notes-unread-'));
  cpSync(browser === 'chromium' ? '.output/chrome-mv3' : '.output/firefox-mv3', folder, { recursive: true });
  const spoil = `for (const { storage } of [globalThis.browser, globalThis.chrome].filter((api) => api?.storage))
    for (const area of [storage.local, storage.sync]) Object.defineProperty(area, 'get', { value: ${fault} });\n`;
  for (const name of FIRST) {
    const file = path.join(folder, name);
    writeFileSync(file, spoil + readFileSync(file, 'utf8'));
  }
  return folder;
}

const note = () => document.querySelector('.note')?.textContent ?? '';

describe.each(BROWSERS.flatMap((name) => Object.entries(FAULTS).map(([fault, code]) => ({ name, fault, code }))))(
  'where the storage $fault, in $name',
  ({ name, code }) => {
    let folder: string;
    let driver: Driver;
    let server: Server;
    let errors: () => Promise<string[]>;

    beforeAll(async () => {
      folder = unreadable(name, code);
      server = await serve('tests/fixtures', (path) => (path === '/' ? { body: MUSIC } : undefined));
      driver = await launch(name, { extension: folder });
      errors = await allErrors(driver);
    });
    afterAll(async () => {
      await driver?.close();
      await server?.close();
      rmSync(folder, { recursive: true, force: true });
    });

    it('pages are marked as by default, and the popup says so calmly and still answers', async () => {
      const tab = await driver.open(`${server.origin}/`);
      await tab.waitFor(isMarked);
      const popup = await driver.popup(tab);
      await says(popup, 'marked here');
      await popup.waitFor(() => document.querySelector('.note'));
      expect(await popup.evaluate(note)).toMatch(/could not read your options just now.* nothing is lost/);
      await typeInto(popup, 'input[role=combobox]', 'beatmaker');
      await popup.waitFor(() => document.querySelector('[role=option]')?.textContent?.includes('Beatmaker'));
      expect(await errors()).toEqual([]);
      await popup.close();
      await tab.close();
    });
  },
);
