import browser from 'webextension-polyfill';
import { defineBackground } from 'wxt/utils/define-background';
import { listen } from '../core/messages/listen.ts';
import { send } from '../core/messages/send.ts';
import { settingsEditor } from '../core/settings/edit.ts';
import { sharedLock } from '../core/settings/lock.ts';

export default defineBackground(() => {
  const edit = settingsEditor(browser.storage, sharedLock(navigator.locks));

  listen(browser.runtime, {
    'tab:top-url': (_, { tab }) => ({ url: tab?.url ?? null, tab: tab?.id ?? null }),
    'tab:state': () => ({ heard: true }),
  });

  browser.commands.onCommand.addListener((command, tab) => {
    if (command !== 'next-term' && command !== 'previous-term' && command !== 'toggle-card') return;
    const id = tab?.id;
    if (id !== undefined) void send((message) => browser.tabs.sendMessage(id, message), 'page:command', { command });
  });

  browser.runtime.onStartup.addListener(() => void edit.forgetSession());
  browser.tabs.onRemoved.addListener(
    (closed) => void edit.changePausedTabs((tabs) => tabs.filter((tab) => tab !== closed)),
  );
});
