/** What the storage is to hold for given settings: only what differs from the defaults. */
import { compactRule, sparsePreferences } from './change.ts';
import { DEFAULT_PREFERENCES } from './defaults.ts';
import type { Held } from './migrate.ts';
import { storedOwnTerm } from './own-terms.ts';
import { PREFERENCE_PREFIX, SITE_PREFIX } from './stored.ts';
import type { OwnTerm, Preferences, SiteRule } from './types.ts';

export function heldSites(sites: Record<string, SiteRule>): Held {
  return Object.fromEntries(
    Object.entries(sites).flatMap(([site, rule]) => {
      const compact = compactRule(rule);
      return compact ? [[SITE_PREFIX + site, compact]] : [];
    }),
  );
}

/** @param all also those that are as by default. */
export function heldPreferences(preferences: Preferences, all = false): Held {
  const wanted = all ? preferences : sparsePreferences(preferences);
  return Object.fromEntries(Object.entries(wanted).map(([name, value]) => [PREFERENCE_PREFIX + name, value]));
}

export const heldOwnTerms = (terms: readonly OwnTerm[]): Held =>
  Object.fromEntries(terms.map((term) => [term.id, storedOwnTerm(term)]));

export const isDefault = (name: keyof Preferences, value: unknown): boolean =>
  JSON.stringify(value) === JSON.stringify(DEFAULT_PREFERENCES[name]);
