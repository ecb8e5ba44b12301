import browser from 'webextension-polyfill';
import { defineBackground } from 'wxt/utils/define-background';
import { listen } from '../core/messages/listen.ts';
import { settingsEditor } from '../core/settings/edit.ts';
import { sharedLock } from '../core/settings/lock.ts';

export default defineBackground(() => {
  const edit = settingsEditor(browser.storage, sharedLock(navigator.locks));

  listen(browser.runtime, {
    'tab:top-url': (_, { tab }) => ({ url: tab?.url ?? null, tab: tab?.id ?? null }),
    'tab:state': () => ({ heard: true }),
  });

  browser.runtime.onStartup.addListener(() => void edit.forgetSession());
  browser.tabs.onRemoved.addListener(
    (closed) => void edit.changePausedTabs((tabs) => tabs.filter((tab) => tab !== closed)),
  );
});
