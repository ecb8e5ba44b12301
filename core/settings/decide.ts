import { domainOf, lineage, siteOf } from './site.ts';
import type { Decision, Settings, SiteRule } from './types.ts';

/**
 * Whether the extension acts on a page, and why: the one place where this is decided.
 *
 * @param url of the top page (frames follow it).
 * @param now in ms since the epoch.
 * @param tab id of the page's tab, where known.
 */
export function decide(url: string, settings: Settings, now: number, tab?: number | null): Decision {
  const site = siteOf(url);
  if (site === null) return { on: false, reason: 'no-site' };
  const switched = switchOf(site, settings);
  if (!switched.on) return switched;

  if (tab != null && settings.pausedTabs.includes(tab)) return { on: false, reason: 'paused' };
  const rules = rulesFor(site, settings);
  const session = rules.find(({ rule }) => rule.pausedUntilRestart);
  if (session) return { on: false, reason: 'paused', by: session.name };
  const until = Math.max(0, ...rules.map(({ rule }) => rule.pausedUntil ?? 0));
  const longest = rules.find(({ rule }) => rule.pausedUntil === until);
  return longest && until > now ? { on: false, reason: 'paused', until, by: longest.name } : switched;
}

/** How the site is switched, whether paused or not. */
export function switchOf(site: string, settings: Settings): Exclude<Decision, { reason: 'paused' }> {
  const set = switchRule(site, settings);
  if (set)
    return set.rule.on
      ? { on: true, reason: 'site-on', by: set.name }
      : { on: false, reason: 'site-off', by: set.name };
  const all = settings.preferences.mode === 'all';
  return all ? { on: true, reason: 'default' } : { on: false, reason: 'not-chosen' };
}

/** The nearest rule that switches the site. */
const switchRule = (site: string, settings: Settings) =>
  rulesFor(site, settings).find(({ rule }) => rule.on !== undefined);

/**
 * How far a site's switch reaches. `all`: it is that of the whole `domain`, else `domain` is the one it could be thrown
 * for. `null` where there is none.
 */
export function reachOf(site: string, settings: Settings): { domain: string; all: boolean } | null {
  if (lineage(site).length === 1) return null;
  const set = switchRule(site, settings);
  return set?.rule.subdomains ? { domain: set.name, all: true } : { domain: domainOf(site), all: false };
}

/** Terms that the reader has called "not music" on this page's site. */
export function notMusicOn(url: string, settings: Settings): string[] {
  const site = siteOf(url);
  return site === null ? [] : rulesFor(site, settings).flatMap(({ rule }) => rule.notMusicHere ?? []);
}

/** The rules that hold for a site, nearest first: its own, then those of domains above that include subdomains. */
export function rulesFor(site: string, settings: Settings): { name: string; rule: SiteRule }[] {
  return lineage(site).flatMap((name, index) => {
    const rule = Object.hasOwn(settings.sites, name) ? settings.sites[name] : undefined;
    return rule && (index === 0 || rule.subdomains) ? [{ name, rule }] : [];
  });
}
