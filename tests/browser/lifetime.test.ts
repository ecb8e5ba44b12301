import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { accessOf } from '../../browsers/access.ts';
import { launchChromium } from '../../browsers/chromium.ts';
import type { ExtensionGlobal } from '../../browsers/extension-global.ts';
import { launchFirefox } from '../../browsers/firefox.ts';
import { type Driver, type Surface, serve } from '../../browsers/index.ts';
import { isBare, isMarked } from '../../browsers/marks-of.ts';
import { putToSleep } from '../../browsers/sleep.ts';
import { using } from '../../browsers/using.ts';
import { MUSIC } from './music-page.ts';

const says = (surface: Surface, text: string) =>
  surface.waitFor((wanted) => document.querySelector('.status')?.textContent?.includes(wanted), text);
const throwSwitch = (popup: Surface) =>
  popup.evaluate(() => document.querySelector<HTMLElement>('[role=switch]')!.click());

async function withServer(use: (origin: string) => Promise<void>): Promise<void> {
  const server = await serve('tests/fixtures', (pathname) => (pathname === '/' ? { body: MUSIC } : undefined));
  try {
    await use(server.origin);
  } finally {
    await server.close();
  }
}

describe('the switch of a site', () => {
  it('survives a restart of the browser', async () => {
    const profile = await mkdtemp(path.join(tmpdir(), 'liner-notes-profile-'));
    await withServer(async (origin) => {
      await using(await launchChromium({ profile }), async (driver) => {
        const tab = await driver.open(`${origin}/`);
        await tab.waitFor(isMarked);
        await throwSwitch(await openPopup(driver, tab));
        await tab.waitFor(isBare);
      });
      await using(await launchChromium({ profile }), async (driver) => {
        const tab = await driver.open(`${origin}/`);
        const popup = await driver.popup(tab);
        await says(popup, 'Switched off by you');
        expect(await tab.evaluate(isBare)).toBe(true);
        await throwSwitch(popup);
        await tab.waitFor(isMarked);
      });
    });
    await rm(profile, { recursive: true });
  });

  it('works while the worker is asleep', async () => {
    await withServer(async (origin) => {
      await using(await launchChromium(), async (driver) => {
        const tab = await driver.open(`${origin}/`);
        await tab.waitFor(isMarked);
        await putToSleep(driver);
        const popup = await openPopup(driver, tab);
        await throwSwitch(popup);
        await tab.waitFor(isBare);
      });
    });
  });
});

describe('the pause of a tab', () => {
  // Firefox discards tabs too, but BiDi then never ends the browser.
  it('outlives that Chromium discards it, whichever id it has then', async () => {
    await withServer(async (origin) => {
      await using(await launchChromium(), async (driver) => {
        const extension = await driver.openExtensionPage('options.html');
        await (await driver.open(`${origin}/`)).waitFor(isMarked);
        await extension.bringToFront();
        const ids = await extension.evaluate(async (wanted) => {
          const { tabs, storage } = (globalThis as unknown as ExtensionGlobal).chrome;
          const { id } = (await tabs.query({})).find(({ url }) => url === wanted)!;
          await storage.local.set({ pausedTabs: [id] });
          await tabs.discard(id!);
          const now = (await tabs.query({ discarded: true }))[0]?.id;
          await tabs.update(now!, { active: true });
          return { before: id, now: now! };
        }, `${origin}/`);
        const state = await extension.waitFor(
          (id) =>
            (globalThis as unknown as ExtensionGlobal).chrome.tabs
              .sendMessage(id, { name: 'page:state' }, { frameId: 0 })
              .catch(() => undefined) as Promise<unknown>,
          ids.now,
        );
        expect({ ...ids, state }).toEqual({ ...ids, state: { state: 'off', reason: 'paused' } });
      });
    });
  });
});

describe('without leave to read pages, in firefox', () => {
  it('the popup says so and offers to ask for it', async () => {
    await withServer(async (origin) => {
      await using(await launchFirefox(), async (driver) => {
        await accessOf(driver).take();
        const tab = await driver.open(`${origin}/`);
        const popup = await driver.popup(tab);
        // Firefox lets an extension read the page whose icon was clicked, for the moment.
        await says(popup, 'marked here');
        expect(await popup.evaluate(() => document.querySelector('.site')?.textContent)).toContain('only this page');
        expect(await popup.evaluate(() => document.querySelector('.site-state .primary')?.textContent)).toBe('Allow');
      });
    });
  });
});

async function openPopup(driver: Driver, tab: Parameters<Driver['popup']>[0]): Promise<Surface> {
  const popup = await driver.popup(tab);
  await says(popup, 'marked here');
  return popup;
}
