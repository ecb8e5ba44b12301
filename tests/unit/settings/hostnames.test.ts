/** Site rules on two thousand addresses, with the list of public suffixes (tldts) for a model. */
import fc from 'fast-check';
import { getDomain, getHostname, getPublicSuffix } from 'tldts';
import { describe, expect, it } from 'vitest';
import { compactRule, reachingRules, switchedSite } from '../../../core/settings/change.ts';
import { decide, reachOf } from '../../../core/settings/decide.ts';
import { DEFAULT_PREFERENCES, DEFAULT_SETTINGS } from '../../../core/settings/defaults.ts';
import { domainOf, lineage, siteFromText, siteOf } from '../../../core/settings/site.ts';
import type { Settings, SiteRule } from '../../../core/settings/types.ts';

/** What most names end in: one label, or what it is of and the country. */
const USUAL = [
  ...[
    'com',
    'org',
    'net',
    'de',
    'fr',
    'io',
    'jp',
    'uk',
    'dev',
    'museum',
    'co',
    'tv',
    'xn--p1ai',
    'example',
    'localhost',
  ],
  ...[
    'co.uk',
    'org.uk',
    'ac.uk',
    'gov.uk',
    'com.au',
    'edu.au',
    'com.br',
    'net.br',
    'co.jp',
    'ne.jp',
    'co.za',
    'com.mx',
  ],
  ...['gob.mx', 'co.in', 'com.tr', 'co.nz', 'govt.nz', 'com.cn', 'or.kr', 'com.pl', 'gouv.fr', 'org.il'],
  ...['github.io', 'blogspot.com', 'pages.dev', 'netlify.app', 'herokuapp.com', 'wixsite.com', 'readthedocs.io'],
];
/** Of places and schools, of companies that let others be below them and are not known to us, of other scripts. */
const UNUSUAL = [
  ...['tokyo.jp', 'k12.ca.us', 'city.kawasaki.jp', 'pvt.k12.ma.us', 'nsw.edu.au', 'ck', 'рф', '中国', 'موقع', 'test'],
  ...['myshopify.com', 'azurewebsites.net', 'translate.goog'],
];
const label = fc.oneof(
  fc.constantFrom('www', 'm', 'blog', 'music', 'www2', 'xn--bcher-kva', 'bücher', 'аррӏе', 'ſs', '音楽', 'a-b', '1'),
  fc.stringMatching(/^[a-z][a-z0-9-]{0,8}[a-z0-9]$/).filter((text) => text.slice(2, 4) !== '--'),
);
const named = fc
  .tuple(fc.array(label, { minLength: 0, maxLength: 4 }), fc.constantFrom(...USUAL, ...UNUSUAL))
  .map(([labels, suffix]) => [...labels, suffix].join('.'));
const numbered = fc.oneof(
  fc.ipV4(),
  fc.ipV6().map((address) => `[${address}]`),
);
const host = fc.oneof({ arbitrary: named, weight: 9 }, { arbitrary: numbered, weight: 1 });
const written = fc
  .tuple(
    fc.constantFrom('http', 'https', 'HTTPS'),
    host,
    fc.boolean(),
    fc.constantFrom('', '.'),
    fc.option(fc.nat(65535)),
  )
  .map(([scheme, name, loud, dot, port]) => {
    const ending = name.startsWith('[') ? '' : dot;
    return `${scheme}://${loud ? name.toUpperCase() : name}${ending}${port === null ? '' : `:${port}`}/a?b#c`;
  })
  .filter((url) => URL.canParse(url));

const URLS = fc.sample(written, { numRuns: 2_000, seed: 31 });
const SITES = [...new Set(URLS.map((url) => siteOf(url)!))];
const DOMAINS = SITES.filter((site) => lineage(site).length > 1);

const settings = (mode: 'all' | 'chosen', sites: Record<string, SiteRule> = {}): Settings => ({
  ...DEFAULT_SETTINGS,
  preferences: { ...DEFAULT_PREFERENCES, mode },
  sites,
});
const isOn = (from: Settings, site: string) => decide(`https://${site}/`, from, 0).on;
function applied(from: Settings, rules: Record<string, SiteRule | undefined>): Settings {
  const sites = Object.entries({ ...from.sites, ...rules }).flatMap(([site, rule]) => {
    const compact = rule && compactRule(rule);
    return compact ? [[site, compact] as const] : [];
  });
  return { ...from, sites: Object.fromEntries(sites) };
}
const switched = (from: Settings, site: string) =>
  applied(from, { [site]: switchedSite(from, site, !isOn(from, site)) });

describe.each(['all', 'chosen'] as const)('on two thousand addresses, marked on %s', (mode) => {
  it('a site switched twice is as it was', () => {
    for (const site of SITES) {
      const once = switched(settings(mode), site);
      expect(isOn(once, site)).toBe(mode === 'chosen');
      expect(switched(once, site).sites).toEqual({});
    }
  });
  it('a rule never holds for a neighbour, and one of a domain for nothing but the domain and what is under it', () => {
    for (const site of DOMAINS) {
      const once = switched(settings(mode), site);
      const whole = applied(once, reachingRules(once, site, true));
      const { domain } = reachOf(site, whole)!;
      const above = lineage(domain)[1]!;
      const neighbours = [`x${domain}`, `${domain}.example`, `beside-it.${above}`, above];
      for (const other of [...neighbours, `x${site}`, `under.${site}`]) expect(isOn(once, other)).toBe(mode === 'all');
      for (const other of neighbours) expect(isOn(whole, other)).toBe(mode === 'all');
      for (const under of [site, domain, `a.b.${domain}`]) expect(isOn(whole, under)).toBe(mode === 'chosen');
      const back = applied(whole, reachingRules(whole, site, false));
      expect(back).toEqual(once);
    }
  });
});

describe('two thousand addresses', () => {
  it('are enough', () => {
    expect(URLS).toHaveLength(2_000);
    expect(SITES.length).toBeGreaterThan(1_500);
  });
  it('belong to the hostname that the model finds, however they are written', () => {
    for (const url of URLS) {
      const found = getHostname(new URL(url).href)!;
      const site = found.includes(':') ? `[${found}]` : found;
      expect([siteOf(url), siteFromText(site)]).toEqual([site, siteFromText(site) === null ? null : site]);
    }
  });
  it('have the domain that the model finds, where names are made as most are', () => {
    const all = { allowPrivateDomains: true };
    const seen = DOMAINS.filter((site) => getDomain(site, all) && USUAL.includes(getPublicSuffix(site, all)!));
    expect(seen.length).toBeGreaterThan(800);
    const wrong = seen.filter((site) => domainOf(site) !== getDomain(site, all));
    expect(wrong).toEqual([]);
  });
  it('have a domain of two labels or more that they are under, whatever their names', () => {
    for (const site of DOMAINS) {
      expect(lineage(site)).toContain(domainOf(site));
      expect(domainOf(site).split('.').length).toBeGreaterThan(1);
      expect(domainOf(`x.${site}`).split('.').length).toBeLessThanOrEqual(3);
    }
  });
});
