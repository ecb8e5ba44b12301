import { useMemo, useState } from 'preact/hooks';
import browser from 'webextension-polyfill';
import type { SiteHere } from '../../components/page-status.ts';
import type { SiteActions } from '../../components/SiteSwitch.tsx';
import { HOSTS } from '../../core/hosts.ts';
import { ownPage } from '../../core/own-page.ts';
import { switchOf } from '../../core/settings/decide.ts';
import { settingsEditor } from '../../core/settings/edit.ts';
import { sharedLock } from '../../core/settings/lock.ts';
import { lineage, siteOf } from '../../core/settings/site.ts';
import type { PageHere } from './use-page.ts';

const HOUR = 60 * 60 * 1000;

/** The site in front of the reader and what can be done with it. */
export function useSite({ url, tab, settings, isKnown, status, ask }: PageHere): {
  site: SiteHere | null | undefined;
  act: SiteActions;
  /** Whether the last change could be stored. */
  stored: boolean;
} {
  const [stored, setStored] = useState(true);
  const edit = useMemo(() => settingsEditor(browser.storage, sharedLock(navigator.locks, setStored)), []);
  const name = url === undefined ? null : siteOf(url);
  const rule = name === null ? undefined : settings?.sites[name];
  // Where the browser lets nobody in there is nothing to switch.
  const isClosed = status.kind === 'unreachable' && (status.reason === 'browser-page' || status.reason === 'file');
  const site =
    name !== null && settings && !isClosed
      ? siteHere(name, switchOf(name, settings).on, rule?.subdomains ?? false)
      : isKnown
        ? null
        : undefined;

  const act: SiteActions = {
    switchSite: (on) => void (name && edit.switchSite(name, on)),
    includeSubdomains: (subdomains) =>
      void (name && site && edit.changeSite(name, (rule) => ({ ...rule, on: site.on, subdomains }))),
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
    reload: () => void (tab !== null && browser.tabs.reload(tab).then(() => window.close())),
    allow: () => void browser.permissions.request({ origins: HOSTS }).then(ask),
    manage: import.meta.env.FIREFOX ? null : () => void browser.tabs.create({ url: ownPage(browser.runtime.id) }),
  };
  return { site, act, stored };
}

/** A switch can reach subdomains where the name is one that could have them. */
function siteHere(name: string, on: boolean, subdomains: boolean): SiteHere {
  return { name, on, subdomains: lineage(name).length > 1 ? subdomains : null };
}
