import browser from 'webextension-polyfill';
import { send } from '../../core/messages/send.ts';
import { switchOf } from '../../core/settings/decide.ts';
import type { SettingsEditor } from '../../core/settings/edit.ts';
import { siteOf } from '../../core/settings/site.ts';
import { readSettings } from '../../core/settings/storage.ts';

/** The browser's keyboard commands: stepping goes to the page in front, the site's switch is thrown here. */
export function obeyCommands(edit: SettingsEditor): void {
  // Firefox for Android has no keyboard commands.
  browser.commands?.onCommand.addListener((command, tab) => {
    if (command === 'toggle-site') void toggleSite(edit, tab?.url);
    if (command !== 'next-term' && command !== 'previous-term' && command !== 'toggle-card') return;
    const id = tab?.id;
    if (id !== undefined) void send((message) => browser.tabs.sendMessage(id, message), 'page:command', { command });
  });
}

async function toggleSite(edit: SettingsEditor, url: string | undefined): Promise<void> {
  const site = url === undefined ? null : siteOf(url);
  if (site !== null) await edit.switchSite(site, !switchOf(site, await readSettings(browser.storage)).on);
}
