import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { switchedSite } from '../../../core/settings/change.ts';
import { decide, notMusicOn } from '../../../core/settings/decide.ts';
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
    });
  });
  it('leaves subdomains alone unless the rule includes them', () => {
    expect(decide(page, settings({ 'example.com': { on: false } }), NOW).on).toBe(true);
    expect(decide(page, settings({ 'example.com': { on: false, subdomains: true } }), NOW).on).toBe(false);
  });
  it('follows the nearest rule', () => {
    const sites = { 'example.com': { on: false, subdomains: true }, 'music.example.com': { on: true } };
    expect(decide(page, settings(sites), NOW)).toEqual({ on: true, reason: 'site-on' });
  });
  it('is off on every other site when only chosen sites are on', () => {
    expect(decide(page, settings({}, { mode: 'chosen' }), NOW)).toEqual({ on: false, reason: 'not-chosen' });
    expect(decide(page, settings({ 'music.example.com': { on: true } }, { mode: 'chosen' }), NOW).on).toBe(true);
  });
  it('pauses a site until a time', () => {
    const sites = { 'music.example.com': { pausedUntil: NOW + 1 } };
    expect(decide(page, settings(sites), NOW)).toEqual({ on: false, reason: 'paused', until: NOW + 1 });
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

describe('switchedSite', () => {
  const rule = fc.record(
    { on: fc.boolean(), subdomains: fc.boolean(), notMusicHere: fc.array(fc.constant('mix'), { maxLength: 1 }) },
    { requiredKeys: [] },
  );
  const host = fc.constantFrom('example.com', 'a.example.com', 'b.a.example.com', 'other.example', 'example.org');
  const anySettings = fc
    .tuple(fc.dictionary(host, rule), fc.constantFrom('all' as const, 'chosen' as const))
    .map(([sites, mode]) => settings(sites, { mode }));
  const switched = (from: Settings, site: string, on: boolean): Settings => {
    const { [site]: _, ...sites } = from.sites;
    const next = switchedSite(from, site, on);
    return { ...from, sites: next ? { ...sites, [site]: next } : sites };
  };
  const isOn = (from: Settings, site: string) => decide(`https://${site}/`, from, NOW).on;

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
      fc.property(host, fc.constantFrom('all' as const, 'chosen' as const), (site, mode) => {
        const from = settings({}, { mode });
        expect(switched(switched(from, site, !isOn(from, site)), site, isOn(from, site)).sites).toEqual({});
      }),
    );
  });
});
