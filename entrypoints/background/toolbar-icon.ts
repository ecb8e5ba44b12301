import browser from 'webextension-polyfill';
import { isPageState } from '../../core/messages/accept.ts';
import { inTime, SILENT } from '../../core/messages/in-time.ts';
import type { Sender } from '../../core/messages/listen.ts';
import { VERSION_KEY } from '../../core/settings/migrate.ts';
import { readSettings } from '../../core/settings/storage.ts';
import { PREFERENCE_PREFIX, SYNC } from '../../core/settings/stored.ts';
import { ask, framesInTime, PATIENCE, TOP } from './frames.ts';
import { type Icon, iconOf } from './icon-of.ts';
import { quietly } from './quietly.ts';

/** Tabs that are being looked at; `true` when there is news since. */
const looking = new Map<number, boolean>();

/**
 * A frame has said that something has changed: its tab's icon shows what is so there now. That is asked anew, for the
 * news may be of a page that has left since.
 */
export function showState(_: unknown, { tab }: Sender): { heard: boolean } {
  if (tab?.id !== undefined) quietly(follow(tab.id));
  return { heard: true };
}

/** One look at a time, and one more for all that was heard meanwhile. */
async function follow(tabId: number): Promise<void> {
  const isUnderWay = looking.has(tabId);
  looking.set(tabId, isUnderWay);
  if (isUnderWay) return;
  try {
    do {
      looking.set(tabId, false);
      await look(tabId);
    } while (looking.get(tabId));
  } finally {
    looking.delete(tabId);
  }
}

async function look(tabId: number): Promise<void> {
  const counted = await isBadgeWanted();
  const [frames, top] = await Promise.all([framesInTime(tabId), stateOf(tabId, TOP)]);
  // It is busy, and tells when it no longer is.
  if (top === SILENT) return;
  const answers = await Promise.all(frames.filter((frame) => frame !== TOP).map((frame) => stateOf(tabId, frame)));
  const states = answers.filter((answer) => answer !== null && answer !== SILENT);
  await show(tabId, iconOf(top, states, counted));
  // The browser puts the default back when it navigates: not if that was just before.
  if (top && (await inTime(ask(tabId, 'page:address', {}, TOP), PATIENCE)) === null)
    await show(tabId, iconOf(null, [], false));
}

async function stateOf(tabId: number, frame: number) {
  const state = await inTime(ask(tabId, 'page:state', { soFar: true }, frame), PATIENCE);
  return state === SILENT || isPageState(state) ? state : null;
}

/** The tab may be gone by now. */
const show = (tabId: number, { picture, title, badge }: Icon): Promise<unknown> =>
  Promise.all([
    browser.action.setIcon({ tabId, path: iconPaths(picture) }),
    browser.action.setTitle({ tabId, title }),
    browser.action.setBadgeText({ tabId, text: badge }),
    browser.action.setBadgeBackgroundColor({ tabId, color: '#a5341b' }),
  ]).catch(() => {});

/** Keeps badges in step with the preference. */
export function followIcon(): void {
  browser.storage.onChanged.addListener((changes) => {
    if (`${PREFERENCE_PREFIX}badge` in changes || SYNC in changes) quietly(clearBadges());
  });
}

/** A badge that is wanted comes with the next state of its tab's page. */
async function clearBadges(): Promise<void> {
  if (await isBadgeWanted()) return;
  for (const { id } of await browser.tabs.query({})) {
    if (id !== undefined) await browser.action.setBadgeText({ tabId: id, text: '' }).catch(() => {});
  }
}

const isBadgeWanted = async (): Promise<boolean> =>
  (await readSettings(browser.storage, [`${PREFERENCE_PREFIX}badge`, SYNC, VERSION_KEY])).preferences.badge;

const iconPaths = (picture: Icon['picture']): Record<number, string> =>
  Object.fromEntries([16, 32, 48].map((size) => [size, `/icons/${picture}-${size}.png`]));
