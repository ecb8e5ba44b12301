/** What is left of the popup when a part of it cannot be read: the browser was updating, or the disk is failing. */
import { cpSync, readdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { clickOn, says } from '../../browsers/by-hand.ts';
import { BROWSERS, type Driver, launch, type Server, serve } from '../../browsers/index.ts';
import { isBare, isMarked } from '../../browsers/marks-of.ts';
import { MUSIC } from './music-page.ts';

const BUILDS = { chromium: 'chrome-mv3', firefox: 'firefox-mv3' } as const;

describe.each(BROWSERS)('the popup without its glossary in %s', (name) => {
  const folder = path.resolve('.output', `broken-${BUILDS[name]}`);
  let driver: Driver;
  let server: Server;

  beforeAll(async () => {
    rmSync(folder, { recursive: true, force: true });
    cpSync(path.resolve('.output', BUILDS[name]), folder, { recursive: true });
    const late = readdirSync(`${folder}/chunks`).filter((file) => file.startsWith('full-'));
    expect(late).toHaveLength(1);
    for (const file of late) rmSync(`${folder}/chunks/${file}`);
    server = await serve('tests/fixtures', (path) => (path === '/' ? { body: MUSIC } : undefined));
    driver = await launch(name, { extension: folder });
  });
  afterAll(async () => {
    await driver?.close();
    await server?.close();
    rmSync(folder, { recursive: true, force: true });
  });

  it('says so, and still switches the site', async () => {
    const tab = await driver.open(`${server.origin}/`);
    await tab.waitFor(isMarked);
    const popup = await driver.popup(tab);
    await popup.waitFor(() =>
      document.querySelector('[role=alert]')?.textContent?.includes('glossary could not be read'),
    );
    await says(popup, 'marked here');
    await clickOn(popup, '[role=switch]');
    await says(popup, 'Switched off by you');
    await tab.waitFor(isBare);
    await popup.close();
    await tab.close();
  });
});
