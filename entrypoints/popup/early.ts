/** Asked of the browser before anything is drawn, so that the answers come while the popup is being drawn. */
import browser, { type Tabs } from 'webextension-polyfill';
import { readStored } from '../../core/settings/storage.ts';

/** What `popup-early.ts` has asked already, if it came in time. */
export interface Early {
  tabs: Promise<Tabs.Tab[]>;
  local: Promise<Record<string, unknown>>;
  sync: Promise<Record<string, unknown>>;
}
const { linerNotesEarly: asked } = globalThis as { linerNotesEarly?: Early };

const firstOf = (tabs: Promise<Tabs.Tab[]>) =>
  tabs.then(
    ([tab]) => tab,
    () => undefined,
  );

/** The tab in front; none when the browser does not say. */
export const findTab = () => firstOf(browser.tabs.query({ active: true, currentWindow: true }));
export const readSettingsHere = () => readStored(browser.storage);

export const early = asked
  ? {
      tab: firstOf(asked.tabs),
      stored: readStored({ local: { get: () => asked.local }, sync: { get: () => asked.sync } }),
    }
  : { tab: findTab(), stored: readSettingsHere() };
