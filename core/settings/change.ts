import { reachOf, rulesFor, switchOf } from './decide.ts';
import { DEFAULT_PREFERENCES } from './defaults.ts';
import { domainOf, lineage } from './site.ts';
import type { Preferences, Settings, SiteRule } from './types.ts';

/**
 * The site's rule after switching it on or off: as small as can be, `undefined` when none is needed. A rule that says
 * what would hold anyway is dropped, so switching twice leaves nothing behind. Ends a pause of the site.
 */
export function switchedSite(settings: Settings, site: string, on: boolean): SiteRule | undefined {
  const { on: _, before: __, pausedUntil: ___, pausedUntilRestart: ____, ...rest } = settings.sites[site] ?? {};
  const without: Settings = { ...settings, sites: { ...settings.sites, [site]: rest } };
  // "With subdomains" says how far the switch reaches: then the switch must be kept for it to mean anything.
  return compactRule(switchOf(site, without).on === on && !rest.subdomains ? rest : { ...rest, on });
}

/**
 * The rules after the switch of a site is made that of all its domain, or of this site alone again; by site, `undefined`
 * where none is needed. The site itself stays on or off. From another site of the domain the domain's own switch is left as
 * it is, or as it was before the switch of all reached it from such a site.
 */
export function reachingRules(settings: Settings, site: string, all: boolean): Record<string, SiteRule | undefined> {
  const { on } = switchOf(site, settings);
  const switchless = (name: string): SiteRule => {
    const { on: _, subdomains: __, before: ___, ...rest } = settings.sites[name] ?? {};
    return rest;
  };
  if (all) {
    const domain = domainOf(site);
    // What switches this branch of the domain gives way, or the site would follow that.
    const branch = lineage(site).filter((name) => name.endsWith(domain) && Object.hasOwn(settings.sites, name));
    const cleared = Object.fromEntries(branch.map((name) => [name, switchless(name)]));
    // A pause of the domain alone would be one of all its sites now.
    const { pausedUntil: _, pausedUntilRestart: __, ...rest } = switchless(domain);
    if (domain === site) return { ...cleared, [domain]: { ...switchless(domain), on, subdomains: true } };
    const { on: own = null, before = own } = settings.sites[domain] ?? {};
    return { ...cleared, [domain]: { ...rest, on, subdomains: true, before } };
  }
  const reach = reachOf(site, settings);
  if (!reach?.all) return {};
  const { domain } = reach;
  const sites = { ...settings.sites, [site]: switchless(site), [domain]: switchless(domain) };
  const without = { ...settings, sites };
  if (domain !== site) {
    const { on: wide, before: itself = wide } = settings.sites[domain]!;
    if (itself !== null && switchOf(domain, without).on !== itself) sites[domain] = { ...sites[domain], on: itself };
  }
  // Under a rule of a domain further up the site is its own only by a switch of its own.
  const own = reachOf(site, without)?.all ? { ...sites[site], on } : switchedSite(without, site, on);
  return { [domain]: sites[domain], [site]: own };
}

/** The rules that paused a site, its own and those of domains above it, without their pauses; by site. */
export function resumedRules(settings: Settings, site: string): Record<string, SiteRule> {
  const paused = rulesFor(site, settings).filter(({ rule }) => rule.pausedUntil || rule.pausedUntilRestart);
  return Object.fromEntries(
    paused.map(({ name, rule: { pausedUntil: _, pausedUntilRestart: __, ...rest } }) => [name, rest]),
  );
}

/** The rule without fields that say nothing; `undefined` when nothing is left. */
export function compactRule(rule: SiteRule): SiteRule | undefined {
  const { on, subdomains, before, pausedUntil, pausedUntilRestart, notMusicHere } = rule;
  const compact: SiteRule = {
    ...(on === undefined ? {} : { on }),
    ...(subdomains && on !== undefined ? { subdomains, ...(before === undefined ? {} : { before }) } : {}),
    ...(pausedUntil ? { pausedUntil } : {}),
    ...(pausedUntilRestart ? { pausedUntilRestart } : {}),
    ...(notMusicHere?.length ? { notMusicHere } : {}),
  };
  return Object.keys(compact).length ? compact : undefined;
}

/** Only what differs from the defaults. */
export function sparsePreferences(preferences: Preferences): Partial<Preferences> {
  const differs = ([name, value]: [string, unknown]) =>
    JSON.stringify(value) !== JSON.stringify(DEFAULT_PREFERENCES[name as keyof Preferences]);
  return Object.fromEntries(Object.entries(preferences).filter(differs));
}
