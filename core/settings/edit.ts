import { Areas, succeeds } from './areas.ts';
import { reachingRules, resumedRules, switchedSite } from './change.ts';
import { heldOwnTerms, heldPreferences, heldSites } from './held-settings.ts';
import { SCHEMA, versionOf } from './migrate.ts';
import { faultOf, OWN_PREFIX, type OwnTermFault, storedOwnTerm } from './own-terms.ts';
import type { SettingsStorage } from './storage.ts';
import { keysFor, OWN_HERE, PAUSED_TABS, PREFERENCE_PREFIX, SITE_PREFIX, SYNC, settingsFrom } from './stored.ts';
import { SyncPace } from './sync-pace.ts';
import type { OwnTerm, Preferences, Settings, SiteRule } from './types.ts';

/**
 * Runs one task after the other, in all windows of the extension (`navigator.locks` under one name), so that of two
 * windows changing the same thing neither loses what the other wrote. Answers whether the task was done, or rejects.
 * `unasked`: nobody has asked for the task, so nobody need be told how it ended.
 */
export type Lock = (task: () => Promise<void>, unasked?: 'unasked') => Promise<boolean>;

/**
 * All changes to the stored settings. Each reads what is stored now, changes the one thing, and writes only that.
 * Answers whether it was stored. Rejects, or answers `false` if the lock does, when the storage fails or does not answer:
 * nothing is written over what could not be read.
 */
export interface SettingsEditor {
  /** Switches one site; ends its pause. */
  switchSite(site: string, on: boolean): Promise<boolean>;
  /** Makes a site's switch that of all its domain, or of this site alone again. */
  reachSite(site: string, all: boolean): Promise<boolean>;
  /** Changes one site's rule; a rule without fields is removed. */
  changeSite(site: string, change: (rule: SiteRule) => SiteRule): Promise<boolean>;
  /** Changes the rules of many sites, all or none. */
  changeSites(sites: readonly string[], change: (rule: SiteRule, site: string) => SiteRule): Promise<boolean>;
  /** Ends every pause that holds for a site, its own and those of the domains above it. */
  resumeSite(site: string): Promise<boolean>;
  setPreference<Name extends keyof Preferences>(
    name: Name,
    change: (value: Preferences[Name]) => Preferences[Name],
  ): Promise<boolean>;
  /**
   * Adds a term, or puts it in place of the one with its id. Answers what is wrong with it beside those stored by now,
   * if anything is: then it is not stored.
   */
  setOwnTerm(term: OwnTerm): Promise<boolean | OwnTermFault>;
  removeOwnTerm(id: string): Promise<boolean>;
  changePausedTabs(change: (tabs: number[]) => number[]): Promise<boolean>;
  /** Ends what lasts only until the browser restarts (tab ids are worthless then), and sweeps away what ended before. */
  forgetSession(): Promise<boolean>;
  /**
   * Whether preferences and own terms travel with the browser's account. Off: they are kept here, and other devices keep
   * what is synced. On: what is synced holds, and what only this device has joins it.
   */
  setSync(on: boolean): Promise<boolean>;
  /** Puts these settings in place of all others, pauses too, all or none. Whether they are synced stays as it is. */
  replaceAll(settings: Settings): Promise<boolean>;
  /** Rewrites what another version of the extension stored. Changes nothing that holds. */
  settle(): Promise<boolean>;
  /** Syncs what was kept here because the synced storage was full or too many changes came at once. */
  handOver(): Promise<boolean>;
}

/** When what was kept here is handed over to the synced storage, in ms; after a refusal twice as late each time. */
const HAND_OVER = 5_000;
const REFUSED = 60_000;
const LONGEST = 3_600_000;

export function settingsEditor(storage: SettingsStorage, lock: Lock, pace = new SyncPace()): SettingsEditor {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let refused = REFUSED;
  const areas = new Areas(storage, pace, (why) => {
    if (timer !== undefined) return;
    const wait = why === 'refused' ? refused : HAND_OVER;
    if (why === 'refused') refused = Math.min(refused * 2, LONGEST);
    timer = setTimeout(() => {
      timer = undefined;
      // What cannot go holds here, and is tried again.
      handOver().catch(() => {});
    }, wait);
  });
  const handOver = () =>
    lock(async () => {
      await areas.settle();
      await areas.handOver();
    }, 'unasked');
  const change = (task: () => Promise<void>) =>
    lock(async () => {
      await areas.settle();
      await task();
    });

  async function stopSyncing(): Promise<void> {
    const { settings } = settingsFrom(await areas.local(null), await areas.sync());
    const own = heldOwnTerms(settings.ownTerms);
    await areas.set({ ...heldPreferences(settings.preferences), [OWN_HERE]: own, [SYNC]: false });
  }

  async function beginSyncing(): Promise<void> {
    const here = settingsFrom(await areas.local(null), {}).settings;
    const synced = await areas.sync();
    const there = settingsFrom({}, synced).settings.ownTerms;
    const isNew = ({ id, name }: OwnTerm) => !there.some((one) => one.id === id || one.name === name);
    const { preferences } = settingsFrom({}, { ...heldPreferences(here.preferences), ...synced }).settings;
    const ownTerms = [...there, ...here.ownTerms.filter(isNew)];
    const isOurs = versionOf(synced) <= SCHEMA;
    // Holds from this one write on, whether or not it can be shared at once.
    const joined = isOurs ? { ...heldPreferences(preferences, true), [OWN_HERE]: heldOwnTerms(ownTerms) } : {};
    await areas.set({ ...joined, [SYNC]: null });
    await succeeds(areas.remove([SYNC]));
    if (isOurs) await areas.shareAll({ ...here, preferences, ownTerms });
  }

  async function replaceAll(settings: Settings): Promise<void> {
    const held = await areas.local(null);
    const isSynced = held[SYNC] !== false;
    // What is synced and cannot be read could come back later: then nothing is replaced.
    const synced = isSynced ? await areas.sync() : null;
    const goneOwn = Object.keys(synced ?? {}).filter((key) => key.startsWith(OWN_PREFIX));
    const own = { ...Object.fromEntries(goneOwn.map((id) => [id, false])), ...heldOwnTerms(settings.ownTerms) };
    // All that the reader can set is written here, where it outweighs whatever is synced: it holds from this one write.
    await areas.replace(held, {
      ...Object.fromEntries(Object.entries(held).filter(([key]) => !isSetting(key))),
      ...heldSites(settings.sites),
      ...(settings.pausedTabs.length ? { [PAUSED_TABS]: settings.pausedTabs } : {}),
      ...heldPreferences(settings.preferences, isSynced),
      ...(Object.keys(own).length ? { [OWN_HERE]: own } : {}),
    });
    if (synced && versionOf(synced) <= SCHEMA) await succeeds(areas.shareAll(settings));
  }

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
    changeSites: (sites, edit) =>
      change(async () => {
        const held = await areas.sites(sites);
        await areas.writeSites(Object.fromEntries(sites.map((site) => [site, edit(held[site] ?? {}, site)])));
      }),
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
    async setOwnTerm(term) {
      let fault: OwnTermFault | undefined;
      const isDone = await change(async () => {
        const { settings } = await areas.read([OWN_HERE]);
        fault = faultOf(term, settings.ownTerms);
        if (!fault) await areas.writeOwnTerm(term.id, storedOwnTerm(term));
      });
      return fault ?? isDone;
    },
    removeOwnTerm: (id) => change(() => areas.writeOwnTerm(id, false)),
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
    setSync: (on) =>
      change(async () => {
        const isOn = (await areas.local([SYNC]))[SYNC] !== false;
        if (isOn !== on) await (on ? beginSyncing() : stopSyncing());
      }),
    replaceAll: (settings) => change(() => replaceAll(settings)),
    settle: () => lock(() => areas.settle()),
    handOver,
  };
}

const isSetting = (key: string): boolean =>
  key.startsWith(SITE_PREFIX) || key.startsWith(PREFERENCE_PREFIX) || key === OWN_HERE || key === PAUSED_TABS;
