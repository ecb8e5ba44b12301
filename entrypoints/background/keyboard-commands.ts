import browser from 'webextension-polyfill';
import type { Answers } from '../../core/messages/listen.ts';
import { switchOf } from '../../core/settings/decide.ts';
import type { SiteEditor } from '../../core/settings/edit-site.ts';
import { siteOf } from '../../core/settings/site.ts';
import { readSettings } from '../../core/settings/storage.ts';
import { keysFor } from '../../core/settings/stored.ts';
import { ask, framesInTime, TOP } from './frames.ts';
import { quietly } from './quietly.ts';

/** The browser's keyboard commands: stepping goes to the page in front, the site's switch is thrown here. */
export function obeyCommands(edit: SiteEditor): void {
  // Firefox for Android has no keyboard commands.
  browser.commands?.onCommand.addListener((command, tab) => {
    if (command === 'toggle-site') quietly(toggleSite(edit, tab));
    if (command !== 'next-term' && command !== 'previous-term' && command !== 'toggle-card') return;
    const id = tab?.id;
    if (id !== undefined) void ask(id, 'page:command', { command });
  });
}

/** What the frames of a tab cannot do for each other. */
export function joinFrames(): Pick<Answers, 'tab:command' | 'tab:card'> {
  return {
    // The frame with the keyboard has no terms: the top frame may have some, or else another one.
    async 'tab:command'({ command }, { tab }) {
      if (tab?.id === undefined) return { done: false };
      for (const frameId of await framesInTime(tab.id)) {
        const reply = await ask(tab.id, 'page:command', { command, passed: true }, frameId);
        if (reply?.done) return { done: true };
      }
      return { done: false };
    },
    async 'tab:card'(news, { tab }) {
      if (tab?.id === undefined) return { heard: false };
      return (await ask(tab.id, 'page:card', news)) ?? { heard: false };
    },
  };
}

async function toggleSite(edit: SiteEditor, tab: { id?: number; url?: string } | undefined): Promise<void> {
  // Chromium does not tell the address of a file: the page itself does.
  const url = tab?.url ?? (tab?.id === undefined ? undefined : (await ask(tab.id, 'page:address', {}, TOP))?.url);
  const site = url === undefined ? null : siteOf(url);
  if (site !== null)
    await edit.switchSite(site, !switchOf(site, await readSettings(browser.storage, keysFor(site))).on);
}
