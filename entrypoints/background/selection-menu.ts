import browser from 'webextension-polyfill';
import { i18n } from '#i18n';
import { openPage } from './open-page.ts';
import { quietly } from './quietly.ts';

const ID = 'what-is-in-music';
/** So much of a selection is looked up, in UTF-16 code units: no term has a longer name. */
const LONGEST = 80;

/** "What is “…” in music?" on a selection: opens the entry, or the search when there is none. */
export function offerSelectionMenu(): void {
  // Firefox for Android has no menus of extensions.
  if (!browser.contextMenus) return;
  // Created anew, for the title's language may have changed.
  browser.runtime.onInstalled.addListener(() => quietly(browser.contextMenus.removeAll().then(create)));
  browser.contextMenus.onClicked.addListener(({ menuItemId, selectionText }, tab) => {
    if (menuItemId === ID && selectionText)
      quietly(openPage('glossary', { q: selectionText.slice(0, LONGEST) }, tab?.id));
  });
}

function create(): void {
  browser.contextMenus.create({ id: ID, contexts: ['selection'], title: i18n.t('menu.whatIs', ['%s']) });
}
