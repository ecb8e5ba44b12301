import browser from 'webextension-polyfill';
import type { SettingsEditor } from '../../core/settings/edit.ts';
import { openPage } from './open-page.ts';
import { quietly } from './quietly.ts';

/** What happens once: the welcome page at install, never on updates; and the tabs already open get their marks. */
export function greet(edit: SettingsEditor): void {
  browser.runtime.onInstalled.addListener(({ reason }) => {
    if (reason === 'update') quietly(edit.settle());
    if (reason === 'install') quietly(openPage('welcome'));
    // Firefox runs content scripts in open tabs by itself. Chromium leaves them without, or with a dead one.
    if (!import.meta.env.FIREFOX && (reason === 'install' || reason === 'update')) quietly(reachOpenTabs());
  });
}

async function reachOpenTabs(): Promise<void> {
  const script = browser.runtime.getManifest().content_scripts?.[0];
  if (!script) return;
  const tabs = await browser.tabs.query({ url: ['http://*/*', 'https://*/*'] });
  // All at once: a tab that never answers keeps no other waiting.
  await Promise.all(
    tabs.map(async ({ id }) => {
      if (id === undefined) return;
      const target = { tabId: id, allFrames: true };
      // A tab that was discarded, or that the browser guards, is reached when it loads, or never.
      await browser.scripting.insertCSS({ target, files: script.css ?? [] }).catch(() => {});
      await browser.scripting.executeScript({ target, files: script.js ?? [] }).catch(() => {});
    }),
  );
}
