import browser from 'webextension-polyfill';
import type { SiteHere } from '../../components/page-status.ts';
import type { SiteActions } from '../../components/SiteSwitch.tsx';
import { useEditor } from '../../components/use-editor.ts';
import { detailsPage } from '../../core/details-page.ts';
import { HOSTS } from '../../core/hosts.ts';
import { reachOf, switchOf } from '../../core/settings/decide.ts';
import { siteEditor } from '../../core/settings/edit-site.ts';
import { siteOf } from '../../core/settings/site.ts';
import type { PageHere } from './use-page.ts';

const HOUR = 60 * 60 * 1000;

/** The site in front of the reader and what can be done with it. */
export function useSite({ url, tab, settings, isKnown, status, ask }: PageHere): {
  site: SiteHere | null | undefined;
  act: SiteActions;
  /** Whether the last change could be stored. */
  stored: boolean;
} {
  const { edit, failures } = useEditor(navigator.locks, (lock) => siteEditor(browser.storage, lock));
  const name = url === undefined ? null : siteOf(url);
  // Where the browser lets nobody in there is nothing to switch.
  const isClosed = status.kind === 'unreachable' && (status.reason === 'browser-page' || status.reason === 'file');
  const site =
    name !== null && settings && !isClosed
      ? { name, on: switchOf(name, settings).on, reach: reachOf(name, settings) }
      : isKnown
        ? null
        : undefined;

  const act: SiteActions = {
    switchSite: (on) => void (name && edit.switchSite(name, on)),
    reach: (all) => void (name && edit.reachSite(name, all)),
    pause(scope) {
      if (scope === 'tab') void (tab !== null && edit.changePausedTabs((tabs) => [...new Set([...tabs, tab])]));
      else if (name)
        void edit.changeSite(name, (rule) =>
          scope === 'hour' ? { ...rule, pausedUntil: Date.now() + HOUR } : { ...rule, pausedUntilRestart: true },
        );
    },
    resume() {
      void edit.changePausedTabs((tabs) => tabs.filter((paused) => paused !== tab));
      if (name) void edit.resumeSite(name);
    },
    // A tab that is gone, or a request that the browser turns down: what is shown stays true.
    reload: () => void (tab !== null && browser.tabs.reload(tab).then(() => window.close(), ask)),
    allow: () => void browser.permissions.request({ origins: HOSTS }).then(ask, ask),
    manage: import.meta.env.FIREFOX ? null : () => void browser.tabs.create({ url: detailsPage(browser.runtime.id) }),
  };
  return { site, act, stored: failures === 0 };
}
