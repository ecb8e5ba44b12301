import browser from 'webextension-polyfill';
import { HOSTS } from '../../core/hosts.ts';
import type { SiteEditor } from '../../core/settings/edit-site.ts';
import { openPage } from './open-page.ts';
import { quietly } from './quietly.ts';

/** What happens once: the welcome page at install, never on updates; and the tabs already open get their marks. */
export function greet(edit: SiteEditor): void {
  browser.runtime.onInstalled.addListener(({ reason }) => {
    if (reason === 'update') quietly(edit.settle());
    if (reason === 'install') quietly(openPage('welcome'));
    // Firefox runs content scripts in open tabs by itself. Chromium leaves them without, or with a dead one.
    if (!import.meta.env.FIREFOX && (reason === 'install' || reason === 'update')) quietly(reachOpenTabs());
  });
  // Neither browser does it when the leave to read pages comes later.
  browser.permissions.onAdded.addListener(({ origins }) => {
    if (origins?.length) quietly(reachOpenTabs());
  });
}

async function reachOpenTabs(): Promise<void> {
  // Not the one for files: they are asked for by their addresses, and no leave of ours covers them.
  const script = browser.runtime.getManifest().content_scripts?.find(({ matches }) => matches.includes(HOSTS[0]!));
  if (!script) return;
  const origin = import.meta.env.FIREFOX ? 'USER' : 'AUTHOR';
  const tabs = await browser.tabs.query({ url: HOSTS });
  // All at once: a tab that never answers keeps no other waiting.
  await Promise.all(
    tabs.map(async ({ id }) => {
      if (id === undefined) return;
      const target = { tabId: id, allFrames: true };
      // A tab that was discarded, or that the browser guards, is reached when it loads, or never.
      await browser.scripting.insertCSS({ target, origin, files: script.css ?? [] }).catch(() => {});
      await browser.scripting.executeScript({ target, files: script.js ?? [] }).catch(() => {});
    }),
  );
}
