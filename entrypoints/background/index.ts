import browser from 'webextension-polyfill';
import { defineBackground } from 'wxt/utils/define-background';
import { listen } from '../../core/messages/listen.ts';
import { siteEditor } from '../../core/settings/edit-site.ts';
import { sharedLock } from '../../core/settings/lock.ts';
import { openFromAddressBar } from './address-bar.ts';
import { bringMarks } from './bring-marks.ts';
import { greet } from './first-run.ts';
import { handOverLater } from './hand-over.ts';
import { joinFrames, obeyCommands } from './keyboard-commands.ts';
import { openComparison } from './open-page.ts';
import { quietly } from './quietly.ts';
import { answerReader } from './reader-changes.ts';
import { offerSelectionMenu } from './selection-menu.ts';
import { followIcon, showState } from './toolbar-icon.ts';

/** Nothing that hovering waits for: the worker may be asleep at any time, and every listener wakes it. */
export default defineBackground(() => {
  const edit = siteEditor(browser.storage, sharedLock(navigator.locks));

  listen(browser.runtime, {
    'tab:top-url': (_, { tab }) => ({ url: tab?.url ?? null, tab: tab?.id ?? null }),
    'tab:state': showState,
    'tab:marks': bringMarks,
    'open:comparison': ({ terms }, { tab }) => openComparison(terms, tab?.id),
    ...answerReader(edit),
    ...joinFrames(),
  });

  browser.runtime.onStartup.addListener(() => quietly(edit.forgetSession()));
  browser.tabs.onRemoved.addListener((closed) =>
    quietly(edit.changePausedTabs((tabs) => tabs.filter((tab) => tab !== closed))),
  );
  // A tab may get another id when the browser puts it to rest.
  browser.tabs.onReplaced?.addListener((now, before) =>
    quietly(edit.changePausedTabs((tabs) => tabs.map((tab) => (tab === before ? now : tab)))),
  );
  greet(edit);
  handOverLater(edit);
  offerSelectionMenu();
  openFromAddressBar();
  obeyCommands(edit);
  followIcon();
});
