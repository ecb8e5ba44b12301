import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { settingsEditor } from '../../../core/settings/edit.ts';
import { type Held, SCHEMA, type Step, settleVersion, upToDate, versionOf } from '../../../core/settings/migrate.ts';
import { readSettings, readStored } from '../../../core/settings/storage.ts';
import { settingsFrom } from '../../../core/settings/stored.ts';
import { memoryStorage } from './memory-storage.ts';
import { queue } from './queue.ts';

/** Two later versions as they may come: one renames a key, one changes a value's kind under a new name. */
const renamed: Step = ({ 'pref:cardDelay': delay, ...held }) => ({
  ...held,
  ...(delay === undefined ? {} : { 'pref:delay': delay }),
});
const split: Step = ({ 'pref:delay': delay, ...held }) => ({
  ...held,
  ...(delay === undefined ? {} : { 'pref:delayMs': delay === 'slow' ? 800 : 400 }),
});
const STEPS: Step[] = [(held) => held, renamed, split];

const anyHeld = fc.dictionary(
  fc.constantFrom('site:a.example', 'site:b.example', 'pref:cardDelay', 'pref:mode', 'pausedTabs', 'own', 'sync', 'x'),
  fc.anything(),
);
const rule = fc.oneof(fc.record({ on: fc.boolean() }), fc.constant({}), fc.constant(null));
const soundHeld = fc.record(
  {
    'site:a.example': rule,
    'site:b.example': rule,
    'pref:cardDelay': fc.constantFrom('normal', 'slow'),
    'pref:mode': fc.constantFrom('all', 'chosen'),
    pausedTabs: fc.array(fc.nat()),
  },
  { requiredKeys: [] },
);

describe('what an earlier version stored', () => {
  it('is kept, whatever it was', () => {
    fc.assert(
      fc.property(soundHeld, (held) => {
        const settled = settleVersion(held)!;
        expect(versionOf(settled)).toBe(SCHEMA);
        expect(settingsFrom(settled, {})).toEqual(settingsFrom(held, {}));
      }),
      { numRuns: 200 },
    );
  });
  it('goes through every step once, from whichever version it is', () => {
    expect(upToDate({ 'pref:cardDelay': 'slow' }, STEPS)).toEqual({ 'pref:delayMs': 800 });
    expect(upToDate({ 'pref:delay': 'slow', version: 2 }, STEPS)).toEqual({ 'pref:delayMs': 800 });
    expect(upToDate({ 'pref:cardDelay': 'slow', version: 3 }, STEPS)).toEqual({ 'pref:cardDelay': 'slow' });
  });
  it('never makes a step fail, and settles once', () => {
    fc.assert(
      fc.property(anyHeld, fc.anything(), (held, version) => {
        const settled = settleVersion({ ...held, version }, STEPS);
        if (settled) expect(settleVersion(settled, STEPS)).toBeNull();
        settingsFrom({ ...held, version }, { ...held, version });
      }),
      { numRuns: 300 },
    );
  });
  it('is rewritten with the first change, and read the same before and after', async () => {
    const storage = memoryStorage();
    storage.held.local = { 'site:a.example': { on: false }, 'site:b.example': {}, 'site:c.example': null };
    const before = await readSettings(storage);
    const edit = settingsEditor(storage, queue());
    await edit.settle();
    expect(storage.held.local).toEqual({ version: SCHEMA, 'site:a.example': { on: false } });
    expect(await readSettings(storage)).toEqual(before);
  });
});

describe('what a later version stored', () => {
  const later: Held = { version: 9, 'site:a.example': { on: false, until: 'tomorrow' }, 'pref:theme': 'blue' };

  it('gives way to the defaults, with a word on it, and is not touched by reading', async () => {
    const storage = memoryStorage();
    storage.held.local = structuredClone(later);
    const { settings, trouble } = await readStored(storage);
    expect([settings.sites, trouble]).toEqual([{}, 'newer']);
    expect(storage.held.local).toEqual(later);
  });
  it('is laid aside with the first change, and not lost', async () => {
    const storage = memoryStorage();
    storage.held.local = structuredClone(later);
    await settingsEditor(storage, queue()).switchSite('b.example', false);
    expect(storage.held.local).toEqual({ version: SCHEMA, 'site:b.example': { on: false }, 'aside:9': later });
    expect((await readStored(storage)).trouble).toBeNull();
  });
  it('comes back with that version; what was changed meanwhile outweighs it', () => {
    fc.assert(
      fc.property(soundHeld, soundHeld, (first, meanwhile) => {
        const new3 = { ...upToDate(first, STEPS), version: 3 };
        const old = settleVersion(new3, STEPS.slice(0, 1))!;
        expect(old).toEqual({ version: 1, 'aside:3': new3 });
        const again = settleVersion({ ...old, ...meanwhile }, STEPS)!;
        expect(again).toEqual({ ...new3, ...upToDate(meanwhile, STEPS), version: 3 });
      }),
      { numRuns: 200 },
    );
  });
  it('in the synced storage is left to the devices that know it', async () => {
    const storage = memoryStorage();
    storage.held.sync = { version: 9, 'pref:mode': 'mostly' };
    await settingsEditor(storage, queue()).setPreference('mode', () => 'chosen');
    expect(storage.held.sync).toEqual({ version: 9, 'pref:mode': 'mostly' });
    const { settings, trouble } = await readStored(storage);
    expect([settings.preferences.mode, trouble]).toEqual(['chosen', 'newer']);
  });
});
