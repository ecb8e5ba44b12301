import browser from 'webextension-polyfill';
import { i18n } from '#i18n';
import { pageUrl } from './open-page.ts';
import { quietly } from './quietly.ts';

/**
 * `ln producer vs engineer` in the address bar. The glossary's page makes an entry, a comparison or a search of the words,
 * so that the worker needs no glossary.
 */
export function openFromAddressBar(): void {
  // Firefox for Android has no address-bar keywords.
  if (!browser.omnibox) return;
  browser.omnibox.setDefaultSuggestion({ description: i18n.t('addressBar.suggestion') });
  browser.omnibox.onInputEntered.addListener((text, disposition) => {
    const url = pageUrl('glossary', { q: text });
    const isHere = disposition === 'currentTab';
    const active = disposition !== 'newBackgroundTab';
    quietly(isHere ? browser.tabs.update({ url }) : browser.tabs.create({ url, active }));
  });
}
