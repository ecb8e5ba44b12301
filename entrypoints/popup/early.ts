/** Asked of the browser before anything is drawn, so that the first thing drawn can hold the answers. */
import browser, { type Tabs } from 'webextension-polyfill';
import { readStored } from '../../core/settings/storage.ts';
import { loadNames } from './site-names.ts';

/** What `popup-early.ts` has asked already, if it came in time. */
export interface Early {
  tabs: Promise<Tabs.Tab[]>;
  local: Promise<Record<string, unknown>>;
  sync: Promise<Record<string, unknown>>;
  /** Of the top frame of the tab in front, if anybody is there. */
  state: Promise<unknown>;
}
const { linerNotesEarly: asked } = globalThis as { linerNotesEarly?: Early };

/** How long the first drawing waits for the answers, in ms: what comes later is drawn when it comes. */
const PATIENCE = 60;

const firstOf = (tabs: Promise<Tabs.Tab[]>) =>
  tabs.then(
    ([tab]) => tab,
    () => undefined,
  );

/** The tab in front; none when the browser does not say. */
export const findTab = () => firstOf(browser.tabs.query({ active: true, currentWindow: true }));
const readSettingsHere = () => readStored(browser.storage);

export const early = asked
  ? {
      tab: firstOf(asked.tabs),
      stored: readStored({ local: { get: () => asked.local }, sync: { get: () => asked.sync } }),
    }
  : { tab: findTab(), stored: readSettingsHere() };

type Answered<Name extends keyof typeof early> = Awaited<(typeof early)[Name]>;

/** What has been answered by the time of the first drawing; what is missing has not. */
export interface Known {
  tab?: { is: Answered<'tab'> };
  stored?: Answered<'stored'>;
  state?: unknown;
}
export const known: Known = {};

/** Settles as soon as there is all that a first drawing needs, or after a moment. What the page says never delays it. */
export function whenKnown(): Promise<void> {
  asked?.state.then(
    (state) => {
      known.state = state;
    },
    () => {},
  );
  const needed = Promise.all([
    early.tab.then((is) => {
      known.tab = { is };
      return loadNames(is?.url);
    }),
    early.stored.then((stored) => {
      known.stored = stored;
    }),
  ]);
  const late = new Promise((resolve) => setTimeout(resolve, PATIENCE));
  return Promise.race([needed, late]).then(() => {});
}
