import browser from 'webextension-polyfill';
import { i18n } from '#i18n';
import type { Sender } from '../../core/messages/listen.ts';
import type { PageState, Request } from '../../core/messages/types.ts';
import { VERSION_KEY } from '../../core/settings/migrate.ts';
import { readSettings } from '../../core/settings/storage.ts';
import { PREFERENCE_PREFIX, SYNC } from '../../core/settings/stored.ts';
import { quietly } from './quietly.ts';

export type IconState = 'on' | 'off' | 'nothing' | 'cannot';

/** A page's own state on the toolbar icon of its tab. The browser puts the default (`cannot`) back when it navigates. */
export async function showState(
  { state }: Request<'tab:state'>,
  { tab, frameId }: Sender,
): Promise<{ heard: boolean }> {
  // Frames have marks of their own, but the icon speaks of the page.
  if (tab?.id === undefined || frameId !== 0) return { heard: false };
  const tabId = tab.id;
  const icon = iconOf(state);
  const count = state.state === 'marking' ? state.terms.length : 0;
  // The tab may be gone by now.
  await Promise.all([
    browser.action.setIcon({ tabId, path: iconPaths(icon) }),
    browser.action.setTitle({ tabId, title: titleOf(icon, count) }),
    showBadge(tabId, count),
  ]).catch(() => {});
  return { heard: true };
}

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

async function showBadge(tabId: number, count: number): Promise<void> {
  const wanted = count > 0 && (await isBadgeWanted());
  await browser.action.setBadgeText({ tabId, text: wanted ? String(count) : '' });
  await browser.action.setBadgeBackgroundColor({ tabId, color: '#a5341b' });
}

function iconOf({ state }: PageState): IconState {
  return state === 'marking' ? 'on' : state === 'off' ? 'off' : 'nothing';
}

function titleOf(icon: IconState, count: number): string {
  if (icon === 'on') return i18n.t('icon.on', count);
  return i18n.t(icon === 'off' ? 'icon.off' : 'icon.nothing');
}

const iconPaths = (state: IconState): Record<number, string> =>
  Object.fromEntries([16, 32, 48].map((size) => [size, `/icons/${state}-${size}.png`]));
