/**
 * Between what the storage holds and what the extension works with. Whatever was stored (by an older or newer version,
 * by a broken disk), reading it gives sound settings: a value that is not of the right kind counts as not set. Small and
 * free of a schema library, since the content script carries it.
 */
import { DEFAULT_PREFERENCES, DEFAULT_SETTINGS } from './defaults.ts';
import { type Held, upToDate, VERSION_KEY } from './migrate.ts';
import { OWN_PREFIX, ownTermFrom } from './own-terms.ts';
import { lineage } from './site.ts';
import type { OwnTerm, Preferences, Settings, SiteRule, SiteSwitch } from './types.ts';

export const SITE_PREFIX = 'site:';
export const PREFERENCE_PREFIX = 'pref:';
export const PAUSED_TABS = 'pausedTabs';
/** In `storage.local`: `false` when the reader wants preferences and own terms kept on this device only. */
export const SYNC = 'sync';
/** In `storage.local`: own terms by id that are not synced, `false` for one that the synced storage did not let go. */
export const OWN_HERE = 'own';

export const PREFERENCE_NAMES = Object.keys(DEFAULT_PREFERENCES) as (keyof Preferences)[];
export const PREFERENCE_KEYS = PREFERENCE_NAMES.map((name) => PREFERENCE_PREFIX + name);

/** Whether some of what is to be synced is only here as yet. @param local what `storage.local` holds. */
export const isUnshared = (local: Held): boolean =>
  local[SYNC] !== false &&
  [...PREFERENCE_KEYS, OWN_HERE].some((key) => local[key] !== undefined && local[key] !== null);

/** All keys in `storage.local` that bear on a site; the storage is asked for no other while a page loads. */
export function keysFor(site: string | null): string[] {
  const sites = site === null ? [] : lineage(site).map((name) => SITE_PREFIX + name);
  return [...sites, ...PREFERENCE_KEYS, PAUSED_TABS, SYNC, OWN_HERE, VERSION_KEY];
}

/**
 * Sound settings from the two storage areas; what `local` holds outweighs `sync`. `newer`: a later version of the
 * extension stored one of the areas, which is left alone, so the defaults stand in for it.
 *
 * @param now in ms since the epoch: a pause that is over by then is none.
 */
export function settingsFrom(held: Held, synced: Held, now = Date.now()): { settings: Settings; newer: boolean } {
  const local = upToDate(held);
  if (local === null) return { settings: structuredClone(DEFAULT_SETTINGS) as Settings, newer: true };
  const shared = local[SYNC] === false ? {} : upToDate(synced);
  const sync = shared ?? {};
  const preferences = Object.fromEntries(
    PREFERENCE_NAMES.map((name) => {
      const key = PREFERENCE_PREFIX + name;
      return [name, [local[key], sync[key]].find(CHECKS[name]) ?? DEFAULT_PREFERENCES[name]];
    }),
  ) as unknown as Preferences;
  const tabs = local[PAUSED_TABS];
  const settings: Settings = {
    preferences,
    sites: sitesFrom(local, now),
    ownTerms: ownTermsFrom(local, sync),
    pausedTabs: Array.isArray(tabs) ? tabs.filter((tab) => Number.isInteger(tab)) : [],
  };
  return { settings, newer: shared === null };
}

function sitesFrom(local: Held, now: number): Record<string, SiteRule> {
  const sites = Object.entries(local).flatMap(([key, value]) => {
    const rule = key.startsWith(SITE_PREFIX) ? siteRuleFrom(value, now) : undefined;
    return rule ? [[key.slice(SITE_PREFIX.length), rule] as const] : [];
  });
  return Object.fromEntries(sites);
}

/** Own terms by name. */
function ownTermsFrom(local: Held, sync: Held): OwnTerm[] {
  const here = local[OWN_HERE];
  const overlay = typeof here === 'object' && here !== null ? (here as Held) : {};
  const shared = Object.entries(sync).filter(([key]) => key.startsWith(OWN_PREFIX));
  return Object.entries({ ...Object.fromEntries(shared), ...overlay })
    .flatMap(([id, value]) => {
      const term = ownTermFrom(id, value);
      return 'fault' in term ? [] : [term];
    })
    .sort((a, b) => a.name.localeCompare(b.name) || a.id.localeCompare(b.id));
}

/** A sound rule from a stored value; `undefined` when it holds none. */
function siteRuleFrom(value: unknown, now: number): SiteRule | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  const { on, subdomains, gaveWay, pausedUntil, pausedUntilRestart, notMusicHere } = value as Record<string, unknown>;
  const rule: SiteRule = {
    ...(typeof on === 'boolean' ? { on } : {}),
    ...(subdomains === true ? { subdomains } : {}),
    ...(areSwitches(gaveWay) ? { gaveWay } : {}),
    ...(isAfter(pausedUntil, now) ? { pausedUntil } : {}),
    ...(pausedUntilRestart === true ? { pausedUntilRestart } : {}),
    ...(isStrings(notMusicHere) ? { notMusicHere } : {}),
  };
  return Object.keys(rule).length ? rule : undefined;
}

/** Whether a value holds switches, by site. */
export const areSwitches = (value: unknown): value is Record<string, SiteSwitch> =>
  typeof value === 'object' && value !== null && !Array.isArray(value) && Object.values(value).every(isSwitch);
const isSwitch = (value: unknown): value is SiteSwitch => {
  if (typeof value !== 'object' || value === null) return false;
  const { on, subdomains } = value as Record<string, unknown>;
  return typeof on === 'boolean' && (subdomains === undefined || subdomains === true);
};
const isAfter = (time: unknown, now: number): time is number => Number.isFinite(time) && (time as number) > now;
const isStrings = (value: unknown): value is string[] =>
  Array.isArray(value) && value.every((item) => typeof item === 'string');
const oneOf =
  (...allowed: unknown[]) =>
  (value: unknown) =>
    allowed.includes(value);

/** Whether a stored value may stand for the preference. */
export const CHECKS: Record<keyof Preferences, (value: unknown) => boolean> = {
  mode: oneOf('all', 'chosen'),
  kinds: (value) => isStrings(value) && value.every((kind) => oneOf(...DEFAULT_PREFERENCES.kinds)(kind)),
  density: oneOf('every', 'section', 'page'),
  markStyle: oneOf('dotted', 'solid', 'tint', 'hover', 'none'),
  cardSize: oneOf('small', 'normal', 'large', 'larger', 'largest'),
  cardDelay: oneOf('normal', 'slow'),
  mutedTerms: isStrings,
  badge: oneOf(true, false),
};
