import { reachingRules, resumedRules, switchedSite } from './change.ts';
import { type Editing, editing } from './editing.ts';
import type { Lock } from './lock.ts';
import type { SettingsStorage } from './storage.ts';
import { keysFor, PAUSED_TABS, PREFERENCE_PREFIX, SYNC, settingsFrom } from './stored.ts';
import type { Preferences, SiteRule } from './types.ts';

/**
 * What the reader changes while reading: sites, pauses, single preferences. Each change reads what is stored now, changes
 * the one thing, and writes only that. Answers whether it was stored. Rejects, or answers `false` if the lock does, when
 * the storage fails or does not answer: nothing is written over what could not be read.
 */
export interface SiteEditor {
  /** Switches one site; ends its pause. */
  switchSite(site: string, on: boolean): Promise<boolean>;
  /** Makes a site's switch that of all its domain, or of this site alone again. */
  reachSite(site: string, all: boolean): Promise<boolean>;
  /** Changes one site's rule; a rule without fields is removed. */
  changeSite(site: string, change: (rule: SiteRule) => SiteRule): Promise<boolean>;
  /** Ends every pause that holds for a site, its own and those of the domains above it. */
  resumeSite(site: string): Promise<boolean>;
  setPreference<Name extends keyof Preferences>(
    name: Name,
    change: (value: Preferences[Name]) => Preferences[Name],
  ): Promise<boolean>;
  changePausedTabs(change: (tabs: number[]) => number[]): Promise<boolean>;
  /** Ends what lasts only until the browser restarts (tab ids are worthless then), and sweeps away what ended before. */
  forgetSession(): Promise<boolean>;
  /** Rewrites what another version of the extension stored. Changes nothing that holds. */
  settle(): Promise<boolean>;
  /** Syncs what was kept here because the synced storage was full or too many changes came at once. */
  handOver(): Promise<boolean>;
}

export const siteEditor = (storage: SettingsStorage, lock: Lock): SiteEditor => siteEdits(editing(storage, lock));

export function siteEdits({ areas, change, settle, handOver }: Editing): SiteEditor {
  return {
    switchSite: (site, on) =>
      change(async () => {
        const held = await areas.local(keysFor(site));
        // Whether sites are chosen may be synced: when that cannot be read, the rule says what the default could get wrong.
        const synced = held[SYNC] === false ? {} : await areas.sync().catch(() => null);
        const rule = switchedSite(settingsFrom(held, synced ?? {}).settings, site, on);
        await areas.writeSites({ [site]: synced ? rule : { ...rule, on } });
      }),
    reachSite: (site, all) =>
      change(async () => {
        const { settings } = await areas.read(keysFor(site));
        await areas.writeSites(reachingRules(settings, site, all));
      }),
    changeSite: (site, edit) =>
      change(async () => areas.writeSites({ [site]: edit((await areas.sites([site]))[site] ?? {}) })),
    resumeSite: (site) =>
      change(async () => {
        const { settings } = settingsFrom(await areas.local(keysFor(site)), {});
        await areas.writeSites(resumedRules(settings, site));
      }),
    setPreference: (name, edit) =>
      change(async () => {
        const { settings, shared } = await areas.read([PREFERENCE_PREFIX + name]);
        await areas.writePreference(name, edit(settings.preferences[name]), shared);
      }),
    changePausedTabs: (edit) =>
      change(async () => {
        const before = settingsFrom(await areas.local([PAUSED_TABS]), {}).settings.pausedTabs;
        const tabs = edit(before);
        if (tabs.length) await areas.set({ [PAUSED_TABS]: tabs });
        else if (before.length) await areas.remove([PAUSED_TABS]);
      }),
    forgetSession: () =>
      change(async () => {
        const held = await areas.local(null);
        await areas.remove([PAUSED_TABS]);
        // Read as of long ago: nobody else sees a pause that is over, and its key would stay for good.
        const before = settingsFrom(held, {}, 0).settings.sites;
        const { sites } = settingsFrom(held, {}).settings;
        const over = Object.entries(before).flatMap(([site, { pausedUntil, pausedUntilRestart }]) =>
          pausedUntilRestart || pausedUntil !== sites[site]?.pausedUntil
            ? [[site, { ...sites[site], pausedUntilRestart: false }]]
            : [],
        );
        if (over.length) await areas.writeSites(Object.fromEntries(over));
      }),
    settle,
    handOver,
  };
}
