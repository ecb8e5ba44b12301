import browser from 'webextension-polyfill';
import { inTime } from '../../core/in-time.ts';
import { isPageState } from '../../core/messages/accept.ts';
import { framesOf } from '../../core/messages/frames.ts';
import type { Sender } from '../../core/messages/listen.ts';
import type { PageState } from '../../core/messages/types.ts';
import { VERSION_KEY } from '../../core/settings/migrate.ts';
import { readSettings } from '../../core/settings/storage.ts';
import { PREFERENCE_PREFIX, SYNC } from '../../core/settings/stored.ts';
import { ask, PATIENCE, TOP } from './frames.ts';
import { type Icon, iconOf } from './icon-of.ts';
import { quietly } from './quietly.ts';

/** What frames have said of themselves; `null`: nobody of ours is there. */
type Heard = Map<number, PageState | null>;

/**
 * How often each tab has been looked at: what an older look than the newest hears or learns is shown no more. A number a
 * tab, small enough to be kept until the background ends.
 */
const looks = new Map<number, number>();

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

/** Shows what has been heard after a moment, and what is heard later as it comes, unless there has been a newer look. */
async function look(tabId: number): Promise<void> {
  const heard: Heard = new Map();
  const nth = (looks.get(tabId) ?? 0) + 1;
  looks.set(tabId, nth);
  const isNewest = () => looks.get(tabId) === nth;
  let isLate = false;
  const all = askFrames(tabId, (frame, state) => {
    heard.set(frame, state);
    // Of a page that has left nothing is heard but that nobody is there.
    if (isLate && state && isNewest()) quietly(draw(tabId, heard, isNewest));
  });
  await inTime(all, PATIENCE);
  isLate = true;
  await draw(tabId, heard, isNewest);
}

/** Settles once every frame has answered, however late that is. */
async function askFrames(tabId: number, hear: (frame: number, state: PageState | null) => void): Promise<void> {
  async function askFrame(frame: number): Promise<void> {
    const state = await ask(tabId, 'page:state', { soFar: true }, frame);
    hear(frame, isPageState(state) ? state : null);
  }
  const top = askFrame(TOP);
  const frames = await framesOf(browser.scripting, tabId).catch(() => []);
  await Promise.all([top, ...frames.filter((frame) => frame !== TOP).map(askFrame)]);
}

/** @param isNewest asked after each wait: a newer look may have come and shown what it heard. */
async function draw(tabId: number, heard: Heard, isNewest: () => boolean): Promise<void> {
  const counted = await isBadgeWanted();
  const { [TOP]: top, ...frames } = Object.fromEntries(heard);
  // It is busy, and answers or tells when it no longer is.
  if (top === undefined || !isNewest()) return;
  const states = Object.values(frames).filter((state) => state !== null);
  await show(tabId, iconOf(top, states, counted));
  // The browser puts the default back when it navigates: not if that was just before.
  if (!top || !isNewest()) return;
  const address = await inTime(ask(tabId, 'page:address', {}, TOP), PATIENCE);
  if (address === null && isNewest()) await show(tabId, iconOf(null, [], false));
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
