import { succeeds } from './areas.ts';
import { type SiteEditor, siteEdits } from './edit-site.ts';
import { editing } from './editing.ts';
import { heldOwnTerms, heldPreferences, heldSites } from './held-settings.ts';
import type { Lock } from './lock.ts';
import { SCHEMA, versionOf } from './migrate.ts';
import { faultOf, OWN_PREFIX, type OwnTermFault, storedOwnTerm } from './own-terms.ts';
import type { SettingsStorage } from './storage.ts';
import { OWN_HERE, PAUSED_TABS, PREFERENCE_PREFIX, SITE_PREFIX, SYNC, settingsFrom } from './stored.ts';
import type { SyncPace } from './sync-pace.ts';
import type { OwnTerm, Settings, SiteRule } from './types.ts';

/** All changes to the stored settings: what the options can do beside what the popup does. */
export interface SettingsEditor extends SiteEditor {
  /** Changes the rules of many sites, all or none. */
  changeSites(sites: readonly string[], change: (rule: SiteRule, site: string) => SiteRule): Promise<boolean>;
  /**
   * Adds a term, or puts it in place of the one with its id. Answers what is wrong with it beside those stored by now,
   * if anything is: then it is not stored.
   */
  setOwnTerm(term: OwnTerm): Promise<boolean | OwnTermFault>;
  /** Takes a term away, and from wherever it was silenced. */
  removeOwnTerm(id: string): Promise<boolean>;
  /**
   * Whether preferences and own terms travel with the browser's account. Off: they are kept here, and other devices keep
   * what is synced. On: what is synced holds, and what only this device has joins it.
   */
  setSync(on: boolean): Promise<boolean>;
  /**
   * Puts these settings in place of all others, pauses too, all or none. Whether they are synced stays as it is. Answers
   * what there was right before; `null` if these were not stored.
   */
  replaceAll(settings: Settings): Promise<Settings | null>;
}

export function settingsEditor(storage: SettingsStorage, lock: Lock, pace?: SyncPace): SettingsEditor {
  const all = editing(storage, lock, pace);
  const { areas, change } = all;

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

  /** Answers what there was before. */
  async function replaceAll(settings: Settings): Promise<Settings> {
    const held = await areas.local(null);
    const isSynced = held[SYNC] !== false;
    // What is synced and cannot be read could come back later: then nothing is replaced.
    const synced = isSynced ? await areas.sync() : null;
    const before = settingsFrom(held, synced ?? {}).settings;
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
    return before;
  }

  /** Takes a term out of every list of those that are not to be marked. */
  async function forgetTerm(id: string): Promise<void> {
    const { settings, shared } = await areas.read(null);
    const without = (ids: readonly string[] = []) => ids.filter((one) => one !== id);
    const rules = Object.entries(settings.sites).flatMap(([site, rule]) =>
      rule.notMusicHere?.includes(id) ? [[site, { ...rule, notMusicHere: without(rule.notMusicHere) }] as const] : [],
    );
    if (rules.length) await areas.writeSites(Object.fromEntries(rules));
    const { mutedTerms } = settings.preferences;
    if (mutedTerms.includes(id)) await areas.writePreference('mutedTerms', without(mutedTerms), shared);
  }

  return {
    ...siteEdits(all),
    changeSites: (sites, edit) =>
      change(async () => {
        const held = await areas.sites(sites);
        await areas.writeSites(Object.fromEntries(sites.map((site) => [site, edit(held[site] ?? {}, site)])));
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
    removeOwnTerm: (id) =>
      change(async () => {
        await areas.writeOwnTerm(id, false);
        // What stays in a list names nothing.
        await succeeds(forgetTerm(id));
      }),
    setSync: (on) =>
      change(async () => {
        const isOn = (await areas.local([SYNC]))[SYNC] !== false;
        if (isOn !== on) await (on ? beginSyncing() : stopSyncing());
      }),
    async replaceAll(settings) {
      let before: Settings | null = null;
      const isDone = await change(async () => {
        before = await replaceAll(settings);
      });
      return isDone ? before : null;
    },
  };
}

const isSetting = (key: string): boolean =>
  key.startsWith(SITE_PREFIX) || key.startsWith(PREFERENCE_PREFIX) || key === OWN_HERE || key === PAUSED_TABS;
