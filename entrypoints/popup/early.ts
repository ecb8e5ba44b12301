/** Asked of the browser before anything is drawn, so that the answers come while the popup is being drawn. */
import browser from 'webextension-polyfill';
import { readStored } from '../../core/settings/storage.ts';

/** The tab in front; none when the browser does not say. */
export const findTab = () =>
  browser.tabs.query({ active: true, currentWindow: true }).then(
    ([tab]) => tab,
    () => undefined,
  );
export const readSettingsHere = () => readStored(browser.storage);

export const early = { tab: findTab(), stored: readSettingsHere() };
