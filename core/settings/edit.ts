import { compactRule, sparsePreferences, switchedSite } from './change.ts';
import { DEFAULT_PREFERENCES } from './defaults.ts';
import { readSettings, type SettingsStorage } from './storage.ts';
import { PAUSED_TABS, PREFERENCE_KEYS, PREFERENCE_PREFIX, SITE_PREFIX, SYNC } from './stored.ts';
import type { Preferences, Settings, SiteRule } from './types.ts';

/**
 * Runs one task after the other, in all windows of the extension (`navigator.locks` under one name), so that of two
 * windows changing the same thing neither loses what the other wrote.
 */
export type Lock = (task: () => Promise<void>) => Promise<void>;

/** All changes to the stored settings. Each reads what is stored now, changes the one thing, and writes only that. */
export interface SettingsEditor {
  /** Switches one site; ends its pause. */
  switchSite(site: string, on: boolean): Promise<void>;
  /** Changes one site's rule; a rule without fields is removed. */
  changeSite(site: string, change: (rule: SiteRule) => SiteRule): Promise<void>;
  setPreference<Name extends keyof Preferences>(
    name: Name,
    change: (value: Preferences[Name]) => Preferences[Name],
  ): Promise<void>;
  changePausedTabs(change: (tabs: number[]) => number[]): Promise<void>;
  /** Ends what lasts only until the browser restarts. Tab ids are worthless then. */
  forgetSession(): Promise<void>;
  /** Whether preferences travel with the browser's account; turning it off keeps them here and clears the synced copy. */
  setSync(on: boolean): Promise<void>;
  /** Puts these settings in place of all others. */
  replaceAll(settings: Settings): Promise<void>;
}

export function settingsEditor(storage: SettingsStorage, lock: Lock): SettingsEditor {
  const { local, sync } = storage;

  async function writeSite(site: string, rule: SiteRule | undefined): Promise<void> {
    const compact = rule && compactRule(rule);
    await (compact ? local.set({ [SITE_PREFIX + site]: compact }) : local.remove([SITE_PREFIX + site]));
  }

  async function writePreference(name: keyof Preferences, value: unknown): Promise<void> {
    const key = PREFERENCE_PREFIX + name;
    const isDefault = JSON.stringify(value) === JSON.stringify(DEFAULT_PREFERENCES[name]);
    const synced = (await local.get([SYNC]))[SYNC] !== false;
    if (synced && (await succeeds(isDefault ? sync.remove([key]) : sync.set({ [key]: value })))) {
      await local.remove([key]);
    } else if (!synced && isDefault) {
      await local.remove([key]);
    } else {
      // Synced storage is full, too quick or missing: this device keeps the choice, and it outweighs the synced one.
      await local.set({ [key]: value });
    }
  }

  return {
    switchSite: (site, on) => lock(async () => writeSite(site, switchedSite(await readSettings(storage), site, on))),
    changeSite: (site, change) =>
      lock(async () => writeSite(site, change((await readSettings(storage)).sites[site] ?? {}))),
    setPreference: (name, change) =>
      lock(async () => writePreference(name, change((await readSettings(storage)).preferences[name]))),
    changePausedTabs: (change) =>
      lock(async () => {
        const tabs = change((await readSettings(storage)).pausedTabs);
        await (tabs.length ? local.set({ [PAUSED_TABS]: tabs }) : local.remove([PAUSED_TABS]));
      }),
    forgetSession: () =>
      lock(async () => {
        await local.remove([PAUSED_TABS]);
        for (const [site, rule] of Object.entries((await readSettings(storage)).sites)) {
          if (rule.pausedUntilRestart) await writeSite(site, { ...rule, pausedUntilRestart: false });
        }
      }),
    setSync: (on) =>
      lock(async () => {
        const { preferences } = await readSettings(storage);
        await (on ? local.remove([SYNC]) : local.set({ [SYNC]: false }));
        if (on) {
          for (const [name, value] of Object.entries(sparsePreferences(preferences))) {
            await writePreference(name as keyof Preferences, value);
          }
        } else {
          await local.set(stored(preferences));
          await succeeds(sync.remove(PREFERENCE_KEYS));
        }
      }),
    replaceAll: (settings) =>
      lock(async () => {
        const old = Object.keys(await local.get(null)).filter((key) => key.startsWith(SITE_PREFIX));
        const sites = Object.entries(settings.sites).flatMap(([site, rule]) => {
          const compact = compactRule(rule);
          return compact ? [[SITE_PREFIX + site, compact] as const] : [];
        });
        const kept = new Set(sites.map(([key]) => key));
        await local.set(Object.fromEntries(sites));
        await local.remove(old.filter((key) => !kept.has(key)));
        for (const [name, value] of Object.entries(settings.preferences)) {
          await writePreference(name as keyof Preferences, value);
        }
      }),
  };
}

const stored = (preferences: Preferences): Record<string, unknown> =>
  Object.fromEntries(
    Object.entries(sparsePreferences(preferences)).map(([name, value]) => [PREFERENCE_PREFIX + name, value]),
  );

async function succeeds(write: Promise<void>): Promise<boolean> {
  try {
    await write;
    return true;
  } catch {
    return false;
  }
}
