import browser from 'webextension-polyfill';
import { i18n } from '#i18n';
import { openPage } from './open-page.ts';
import { quietly } from './quietly.ts';

/** `ln producer vs engineer` in the address bar. The page resolves the words, so that the worker needs no glossary. */
export function openFromAddressBar(): void {
  // Firefox for Android has no address-bar keywords.
  if (!browser.omnibox) return;
  browser.omnibox.setDefaultSuggestion({ description: i18n.t('addressBar.suggestion') });
  browser.omnibox.onInputEntered.addListener((text) => quietly(openPage('compare', { q: text })));
}
