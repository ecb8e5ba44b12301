import browser from 'webextension-polyfill';
import { i18n } from '#i18n';
import { openPage } from './open-page.ts';

const ID = 'what-is-in-music';
/** Longer selections are no term: the search would find nothing. In UTF-16 code units. */
const LONGEST = 80;

/** "What is “…” in music?" on a selection: opens the entry, or the search when there is none. */
export function offerSelectionMenu(): void {
  browser.runtime.onInstalled.addListener(async () => {
    // Created anew, for the title's language may have changed.
    await browser.contextMenus.removeAll();
    browser.contextMenus.create({ id: ID, contexts: ['selection'], title: i18n.t('menu.whatIs', ['%s']) });
  });
  browser.contextMenus.onClicked.addListener(({ menuItemId, selectionText }, tab) => {
    if (menuItemId === ID && selectionText) void openPage('glossary', { q: selectionText.slice(0, LONGEST) }, tab?.id);
  });
}
