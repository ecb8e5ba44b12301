/**
 * Between what the storage holds and what the extension works with. Whatever was stored (by an older or newer version,
 * by a broken disk), reading it gives sound settings: a value that is not of the right kind counts as not set. Small and
 * free of a schema library, since the content script carries it.
 */
import { DEFAULT_PREFERENCES } from './defaults.ts';
import { lineage } from './site.ts';
import type { Preferences, Settings, SiteRule } from './types.ts';

export const SITE_PREFIX = 'site:';
export const PREFERENCE_PREFIX = 'pref:';
export const PAUSED_TABS = 'pausedTabs';
/** In `storage.local`: `false` when the reader wants preferences kept on this device only. */
export const SYNC = 'sync';

const PREFERENCE_NAMES = Object.keys(DEFAULT_PREFERENCES) as (keyof Preferences)[];
export const PREFERENCE_KEYS = PREFERENCE_NAMES.map((name) => PREFERENCE_PREFIX + name);

/** All keys in `storage.local` that bear on a site; the storage is asked for no other while a page loads. */
export function keysFor(site: string | null): string[] {
  const sites = site === null ? [] : lineage(site).map((name) => SITE_PREFIX + name);
  return [...sites, ...PREFERENCE_KEYS, PAUSED_TABS, SYNC];
}

type Stored = Record<string, unknown>;

/** Sound settings from the two storage areas; what `local` holds outweighs `sync`. */
export function settingsFrom(local: Stored, sync: Stored): Settings {
  const synced = local[SYNC] === false ? {} : sync;
  const preferences = Object.fromEntries(
    PREFERENCE_NAMES.map((name) => {
      const key = PREFERENCE_PREFIX + name;
      return [name, [local[key], synced[key]].find(CHECKS[name]) ?? DEFAULT_PREFERENCES[name]];
    }),
  ) as unknown as Preferences;
  const sites = Object.entries(local).flatMap(([key, value]) => {
    const rule = key.startsWith(SITE_PREFIX) ? siteRuleFrom(value) : undefined;
    return rule ? [[key.slice(SITE_PREFIX.length), rule] as const] : [];
  });
  const tabs = local[PAUSED_TABS];
  return {
    preferences,
    sites: Object.fromEntries(sites),
    pausedTabs: Array.isArray(tabs) ? tabs.filter((tab) => Number.isInteger(tab)) : [],
  };
}

/** A sound rule from a stored value; `undefined` when it holds none. */
function siteRuleFrom(value: unknown): SiteRule | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  const { on, subdomains, pausedUntil, pausedUntilRestart, notMusicHere } = value as Record<string, unknown>;
  return {
    ...(typeof on === 'boolean' ? { on } : {}),
    ...(subdomains === true ? { subdomains } : {}),
    ...(Number.isFinite(pausedUntil) ? { pausedUntil: pausedUntil as number } : {}),
    ...(pausedUntilRestart === true ? { pausedUntilRestart } : {}),
    ...(isStrings(notMusicHere) ? { notMusicHere } : {}),
  };
}

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
