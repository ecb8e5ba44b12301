import { reachOf, rulesFor, switchOf } from './decide.ts';
import { DEFAULT_PREFERENCES } from './defaults.ts';
import { domainOf, lineage } from './site.ts';
import type { Preferences, Settings, SiteRule, SiteSwitch } from './types.ts';

/**
 * The site's rule after switching it on or off: as small as can be, `undefined` when none is needed. A rule that says
 * what would hold anyway is dropped, so switching twice leaves nothing behind. Ends a pause of the site.
 */
export function switchedSite(settings: Settings, site: string, on: boolean): SiteRule | undefined {
  const { on: _, gaveWay: __, ...rest } = unpaused(settings.sites[site] ?? {});
  const without: Settings = { ...settings, sites: { ...settings.sites, [site]: rest } };
  // "With subdomains" says how far the switch reaches: then the switch must be kept for it to mean anything.
  return compactRule(switchOf(site, without).on === on && !rest.subdomains ? rest : { ...rest, on });
}

/**
 * The rules after the switch of a site is made that of all its domain, or of this site alone again; by site, `undefined`
 * where none is needed. The site itself stays on or off. All other switches that gave way to that of all come back with it.
 */
export function reachingRules(settings: Settings, site: string, all: boolean): Record<string, SiteRule | undefined> {
  return all ? widened(settings, site) : narrowed(settings, site);
}

function widened(settings: Settings, site: string): Record<string, SiteRule> {
  const { on } = switchOf(site, settings);
  const domain = domainOf(site);
  const { gaveWay: known, ...ruled } = settings.sites[domain] ?? {};
  // What switches this branch of the domain gives way, or the site would follow that.
  const branch = lineage(site).filter((name) => name.endsWith(domain) && Object.hasOwn(settings.sites, name));
  const cleared = Object.fromEntries(branch.map((name) => [name, switchless(settings.sites[name]!)]));
  // The domain's own switch is the reader's word for all that is under it.
  if (domain === site) return { ...cleared, [domain]: { ...switchless(ruled), on, subdomains: true } };
  // That of a domain that was widened before is none of its own.
  const given = branch
    .filter((name) => !known || name !== domain)
    .flatMap((name) => switchIn(settings.sites[name]!, name));
  const gaveWay = { ...known, ...Object.fromEntries(given) };
  // A pause of the domain alone would be one of all its sites now.
  return { ...cleared, [domain]: { ...unpaused(switchless(ruled)), on, subdomains: true, gaveWay } };
}

function narrowed(settings: Settings, site: string): Record<string, SiteRule | undefined> {
  const { on } = switchOf(site, settings);
  const reach = reachOf(site, settings);
  if (!reach?.all) return {};
  const { domain } = reach;
  const { on: wide, gaveWay = { [domain]: { on: wide! } } } = settings.sites[domain]!;
  // Switched anew since then, a site keeps to that. A file may name others.
  const isOpen = (name: string) =>
    name === domain || (name.endsWith(`.${domain}`) && settings.sites[name]?.on === undefined);
  const back = Object.entries(gaveWay).filter(([name]) => name !== site && isOpen(name));
  const changed: Record<string, SiteRule> = {};
  for (const name of [site, domain, ...back.map(([name]) => name)])
    changed[name] = switchless(settings.sites[name] ?? {});
  const next = { ...settings, sites: { ...settings.sites, ...changed } };
  // Those above first: what is below is only kept where it says something else.
  for (const [name, set] of back.sort(([a], [b]) => a.length - b.length)) {
    if (set.subdomains || switchOf(name, next).on !== set.on) changed[name] = { ...changed[name], ...set };
    next.sites = { ...next.sites, ...changed };
  }
  // Under a rule of a domain further up the site is its own only by a switch of its own.
  const own = reachOf(site, next)?.all ? { ...changed[site], on } : switchedSite(next, site, on);
  return { ...changed, [site]: own };
}

/** The switch in a rule, by the site's name; none where it has none. */
const switchIn = ({ on, subdomains }: SiteRule, name: string): [string, SiteSwitch][] =>
  on === undefined ? [] : [[name, { on, ...(subdomains ? { subdomains } : {}) }]];

function switchless({ on: _, subdomains: __, gaveWay: ___, ...rest }: SiteRule): SiteRule {
  return rest;
}

function unpaused({ pausedUntil: _, pausedUntilRestart: __, ...rest }: SiteRule): SiteRule {
  return rest;
}

/** The rules that paused a site, its own and those of domains above it, without their pauses; by site. */
export function resumedRules(settings: Settings, site: string): Record<string, SiteRule> {
  const paused = rulesFor(site, settings).filter(({ rule }) => rule.pausedUntil || rule.pausedUntilRestart);
  return Object.fromEntries(paused.map(({ name, rule }) => [name, unpaused(rule)]));
}

/** The rule without fields that say nothing; `undefined` when nothing is left. */
export function compactRule(rule: SiteRule): SiteRule | undefined {
  const { on, subdomains, gaveWay, pausedUntil, pausedUntilRestart, notMusicHere } = rule;
  const compact: SiteRule = {
    ...(on === undefined ? {} : { on }),
    ...(subdomains && on !== undefined ? { subdomains, ...(gaveWay ? { gaveWay } : {}) } : {}),
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
