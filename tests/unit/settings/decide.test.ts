import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compactRule, reachingRules, switchedSite } from '../../../core/settings/change.ts';
import { decide, notMusicOn, reachOf } from '../../../core/settings/decide.ts';
import { DEFAULT_PREFERENCES, DEFAULT_SETTINGS } from '../../../core/settings/defaults.ts';
import type { Settings, SiteRule } from '../../../core/settings/types.ts';

const NOW = 1_000_000;
const settings = (sites: Record<string, SiteRule>, more: Partial<Settings['preferences']> = {}): Settings => ({
  ...DEFAULT_SETTINGS,
  preferences: { ...DEFAULT_PREFERENCES, ...more },
  sites,
});
const page = 'https://music.example.com/album';

describe('decide', () => {
  it('is on by default', () => {
    expect(decide(page, DEFAULT_SETTINGS, NOW)).toEqual({ on: true, reason: 'default' });
  });
  it('is off on a site that was switched off', () => {
    expect(decide(page, settings({ 'music.example.com': { on: false } }), NOW)).toEqual({
      on: false,
      reason: 'site-off',
      by: 'music.example.com',
    });
  });
  it('leaves subdomains alone unless the rule includes them', () => {
    expect(decide(page, settings({ 'example.com': { on: false } }), NOW).on).toBe(true);
    expect(decide(page, settings({ 'example.com': { on: false, subdomains: true } }), NOW).on).toBe(false);
  });
  it('follows the nearest rule', () => {
    const sites = { 'example.com': { on: false, subdomains: true }, 'music.example.com': { on: true } };
    expect(decide(page, settings(sites), NOW)).toEqual({ on: true, reason: 'site-on', by: 'music.example.com' });
  });
  it.each<[string, SiteRule]>([
    ['site-off', { on: false, subdomains: true }],
    ['paused', { on: true, subdomains: true, pausedUntil: NOW + 1 }],
    ['paused', { on: true, subdomains: true, pausedUntilRestart: true }],
  ])('names the domain above when its rule says so (%s)', (reason, rule) => {
    const sites = { 'example.com': rule, 'music.example.com': { notMusicHere: ['mix'] } };
    expect(decide(page, settings(sites), NOW)).toMatchObject({ reason, by: 'example.com' });
  });
  it('is off on every other site when only chosen sites are on', () => {
    expect(decide(page, settings({}, { mode: 'chosen' }), NOW)).toEqual({ on: false, reason: 'not-chosen' });
    expect(decide(page, settings({ 'music.example.com': { on: true } }, { mode: 'chosen' }), NOW).on).toBe(true);
  });
  it('pauses a site until a time', () => {
    const sites = { 'music.example.com': { pausedUntil: NOW + 1 } };
    expect(decide(page, settings(sites), NOW)).toEqual({
      on: false,
      reason: 'paused',
      until: NOW + 1,
      by: 'music.example.com',
    });
    expect(decide(page, settings(sites), NOW + 1).on).toBe(true);
  });
  it('pauses a site until the browser restarts', () => {
    expect(decide(page, settings({ 'music.example.com': { pausedUntilRestart: true } }), NOW).reason).toBe('paused');
  });
  it('pauses one tab and no other', () => {
    const paused = { ...DEFAULT_SETTINGS, pausedTabs: [7] };
    expect(decide(page, paused, NOW, 7)).toEqual({ on: false, reason: 'paused' });
    expect(decide(page, paused, NOW, 8).on).toBe(true);
  });
  it.each(['chrome://extensions/', 'about:addons', 'data:text/html,hi'])('does not act on %s', (url) => {
    expect(decide(url, DEFAULT_SETTINGS, NOW)).toEqual({ on: false, reason: 'no-site' });
  });
  it('is not led astray by a site named like an object property', () => {
    expect(decide('https://constructor/', DEFAULT_SETTINGS, NOW).on).toBe(true);
  });
});

describe('notMusicOn', () => {
  it('names the terms that mean something else on this site', () => {
    const sites = { 'music.example.com': { notMusicHere: ['track'] }, 'other.example': { notMusicHere: ['mix'] } };
    expect(notMusicOn(page, settings(sites))).toEqual(['track']);
  });
});

const rule = fc.record(
  { on: fc.boolean(), subdomains: fc.boolean(), notMusicHere: fc.array(fc.constant('mix'), { maxLength: 1 }) },
  { requiredKeys: [] },
);
const host = fc.constantFrom('example.com', 'a.example.com', 'b.a.example.com', 'other.example', 'example.org');
const mode = fc.constantFrom('all' as const, 'chosen' as const);
const anySettings = fc.tuple(fc.dictionary(host, rule), mode).map(([sites, mode]) => settings(sites, { mode }));
const isOn = (from: Settings, site: string) => decide(`https://${site}/`, from, NOW).on;

describe('switchedSite', () => {
  const switched = (from: Settings, site: string, on: boolean): Settings => {
    const { [site]: _, ...sites } = from.sites;
    const next = switchedSite(from, site, on);
    return { ...from, sites: next ? { ...sites, [site]: next } : sites };
  };

  it('always has the effect that was asked for', () => {
    fc.assert(
      fc.property(anySettings, host, fc.boolean(), (from, site, on) => {
        expect(isOn(switched(from, site, on), site)).toBe(on);
      }),
    );
  });
  it('leaves other sites alone when the rule does not include subdomains', () => {
    fc.assert(
      fc.property(anySettings, host, host, fc.boolean(), (from, site, other, on) => {
        fc.pre(other !== site && !from.sites[site]?.subdomains);
        expect(isOn(switched(from, site, on), other)).toBe(isOn(from, other));
      }),
    );
  });
  it('leaves nothing behind when a site is switched twice', () => {
    fc.assert(
      fc.property(host, mode, (site, mode) => {
        const from = settings({}, { mode });
        expect(switched(switched(from, site, !isOn(from, site)), site, isOn(from, site)).sites).toEqual({});
      }),
    );
  });
});

describe('the reach of a switch', () => {
  const reaching = (from: Settings, site: string, all: boolean): Settings => {
    const sites = { ...from.sites, ...reachingRules(from, site, all) };
    const kept = Object.entries(sites).flatMap(([name, rule]) => {
      const compact = rule && compactRule(rule);
      return compact ? [[name, compact] as const] : [];
    });
    return { ...from, sites: Object.fromEntries(kept) };
  };

  it('may be the domain that a site is part of', () => {
    expect(reachOf('www.example.com', settings({}))).toEqual({ domain: 'example.com', all: false });
    const off = reaching(
      settings({ 'www.example.com': { on: false, notMusicHere: ['mix'] } }),
      'www.example.com',
      true,
    );
    expect(off.sites).toEqual({
      'www.example.com': { notMusicHere: ['mix'] },
      'example.com': { on: false, subdomains: true, gaveWay: { 'www.example.com': { on: false } } },
    });
    expect(reachOf('shop.example.com', off)).toEqual({ domain: 'example.com', all: true });
    expect(['example.com', 'shop.example.com', 'a.b.example.com'].filter((site) => isOn(off, site))).toEqual([]);
    expect(reaching(off, 'shop.example.com', false).sites).toEqual({
      'www.example.com': { on: false, notMusicHere: ['mix'] },
      'shop.example.com': { on: false },
    });
  });
  it('takes no pause of the domain to the sites under it', () => {
    const sites = { 'example.com': { pausedUntilRestart: true, notMusicHere: ['mix'] } };
    const wide = reaching(settings(sites), 'www.example.com', true);
    expect(isOn(wide, 'www.example.com')).toBe(true);
    expect(wide.sites).toEqual({
      'example.com': { on: true, subdomains: true, gaveWay: {}, notMusicHere: ['mix'] },
    });
  });
  it('narrowed from another site leaves the domain as the reader switched it there', () => {
    const all = reaching(settings({ 'example.com': { on: false } }), 'example.com', true);
    expect(reaching(all, 'www.example.com', false).sites).toEqual({
      'www.example.com': { on: false },
      'example.com': { on: false },
    });
    const again = settings(reaching(settings({}), 'www.example.com', true).sites);
    const off = switchedSite(again, 'example.com', false)!;
    expect(reaching(settings({ 'example.com': off }), 'www.example.com', false).sites).toEqual({
      'www.example.com': { on: false },
      'example.com': { on: false },
    });
  });
  it.each<[string, Record<string, SiteRule>, string, string, Record<string, SiteRule>]>([
    [
      'a switch of all that was there before',
      { 'example.com': { on: false, subdomains: true }, 'www.example.com': { on: true } },
      'www.example.com',
      'shop.example.com',
      {
        'example.com': { on: false, subdomains: true },
        'www.example.com': { on: true },
        'shop.example.com': { on: true },
      },
    ],
    [
      'the switch of a domain between',
      { 'b.example.com': { on: false, subdomains: true }, 'a.b.example.com': { on: true } },
      'a.b.example.com',
      'a.b.example.com',
      { 'b.example.com': { on: false, subdomains: true }, 'a.b.example.com': { on: true } },
    ],
  ])('taken back gives back %s', (_, sites, wider, narrower, then) => {
    expect(reaching(reaching(settings(sites), wider, true), narrower, false).sites).toEqual(then);
  });
  it('taken back gives every other site back what it was, whichever sites it was thrown from', () => {
    const rule = fc.record({ on: fc.boolean(), subdomains: fc.option(fc.constant(true), { nil: undefined }) });
    const below = fc.constantFrom('a.example.com', 'b.example.com', 'x.a.example.com', 'c.example.com');
    const named = fc.oneof(below, fc.constant('example.com'));
    fc.assert(
      fc.property(fc.dictionary(named, rule), mode, below, named, (sites, mode, wider, narrower) => {
        const from = settings(sites, { mode });
        fc.pre(!reachOf(wider, from)!.all);
        const wide = reaching(from, wider, true);
        fc.pre(reachOf(narrower, wide)?.domain === 'example.com' && reachOf(narrower, wide)!.all);
        const next = reaching(wide, narrower, false);
        expect(isOn(next, narrower)).toBe(isOn(wide, narrower));
        const others = ['example.com', 'd.example.com', 'a.example.com', 'x.a.example.com', 'b.example.com'];
        for (const site of others.filter((one) => !one.endsWith(narrower))) {
          expect([site, isOn(next, site)]).toEqual([site, isOn(from, site)]);
        }
      }),
      { numRuns: 2000 },
    );
  });
  it('taken back leaves alone what was switched anew meanwhile', () => {
    const wide = reaching(settings({ 'www.example.com': { on: false } }), 'www.example.com', true);
    const anew = settings({ ...wide.sites, 'www.example.com': { on: true } });
    expect(reaching(anew, 'shop.example.com', false).sites).toEqual({
      'www.example.com': { on: true },
      'shop.example.com': { on: false },
    });
  });
  it('is nothing to choose for an address, a file, or a name of one part', () => {
    for (const site of ['127.0.0.1', '[::1]', 'file:', 'localhost']) expect(reachOf(site, settings({}))).toBeNull();
  });
  it('is changed without switching the site, and reaches all of the domain that no nearer rule switches', () => {
    fc.assert(
      fc.property(anySettings, host, fc.boolean(), (from, site, all) => {
        const next = reaching(from, site, all);
        expect(isOn(next, site)).toBe(isOn(from, site));
        expect(reachOf(site, next)!.all).toBe(all);
        if (all) expect(isOn(next, `zzz.${reachOf(site, next)!.domain}`)).toBe(isOn(from, site));
      }),
    );
  });
  it('leaves nothing behind when it is widened and narrowed again', () => {
    fc.assert(
      fc.property(host, mode, fc.boolean(), (site, mode, on) => {
        const own = switchedSite(settings({}, { mode }), site, on);
        const from = settings(own ? { [site]: own } : {}, { mode });
        expect(reaching(reaching(from, site, true), site, false)).toEqual(from);
      }),
    );
  });
});
