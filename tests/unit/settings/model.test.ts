/** The settings against a model of them: two windows at once, and a storage that fails. */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { decide } from '../../../core/settings/decide.ts';
import { DEFAULT_SETTINGS } from '../../../core/settings/defaults.ts';
import { type SettingsEditor, settingsEditor } from '../../../core/settings/edit.ts';
import { readSettings } from '../../../core/settings/storage.ts';
import { SyncPace } from '../../../core/settings/sync-pace.ts';
import type { OwnTerm, Settings } from '../../../core/settings/types.ts';
import { memoryStorage } from './memory-storage.ts';
import { queue } from './queue.ts';

/** More runs for a long night: `SETTINGS_RUNS=500 npx vitest run --project unit tests/unit/settings/model.test.ts`. */
const RUNS = Number(process.env.SETTINGS_RUNS ?? 80);

const SITES = ['a.example', 'b.example', 'sub.a.example'];
const own = (letter: string): OwnTerm => ({
  id: `own:${letter.repeat(8)}`,
  name: `Term ${letter}`,
  definition: `What ${letter} is.`,
  forms: [],
  exactCase: false,
});
const FILE: Settings = {
  preferences: { ...DEFAULT_SETTINGS.preferences, density: 'every', mutedTerms: ['hook'] },
  sites: { 'a.example': { on: false } },
  ownTerms: [own('z')],
  pausedTabs: [],
};

type Step =
  | { do: 'switch'; site: string; on: boolean }
  | { do: 'mute'; term: string }
  | { do: 'density'; to: 'section' | 'page' | 'every' }
  | { do: 'add' | 'remove'; letter: string }
  | { do: 'import' | 'hand over' }
  | { do: 'sync'; on: boolean };

const letter = fc.constantFrom('x', 'y', 'z');
const edits: fc.Arbitrary<Step>[] = [
  fc.record({ do: fc.constant('switch'), site: fc.constantFrom(...SITES), on: fc.boolean() }),
  fc.record({ do: fc.constant('mute'), term: fc.constantFrom('mix', 'track', 'beat', 'hook') }),
  fc.record({ do: fc.constant('density'), to: fc.constantFrom('section', 'page', 'every') }),
  fc.record({ do: fc.constantFrom('add', 'remove'), letter }),
  fc.constant<Step>({ do: 'import' }),
  fc.constant<Step>({ do: 'hand over' }),
];
const syncing: fc.Arbitrary<Step> = fc.record({ do: fc.constant('sync'), on: fc.boolean() });

function perform(edit: SettingsEditor, step: Step): Promise<boolean> {
  switch (step.do) {
    case 'switch':
      return edit.switchSite(step.site, step.on);
    case 'mute':
      return edit.setPreference('mutedTerms', (muted) => [...new Set([...muted, step.term])]);
    case 'density':
      return edit.setPreference('density', () => step.to);
    case 'add':
      return edit.setOwnTerm(own(step.letter)).then((done) => done === true);
    case 'remove':
      return edit.removeOwnTerm(own(step.letter).id);
    case 'import':
      return edit.replaceAll(FILE).then((before) => before !== null);
    case 'hand over':
      return edit.handOver();
    case 'sync':
      return edit.setSync(step.on);
  }
}

/** What a reader would say is set. */
interface Model {
  off: string[];
  muted: string[];
  density: string;
  own: string[];
}
interface World {
  here: Model;
  /** What other devices see, while this one keeps to itself; else `null`: the same. */
  there: Pick<Model, 'muted' | 'density' | 'own'> | null;
}
const EMPTY: World = { here: { off: [], muted: [], density: 'section', own: [] }, there: null };
const sorted = (list: Iterable<string>) => [...new Set(list)].sort();

function after({ here, there }: World, step: Step): World {
  switch (step.do) {
    case 'switch': {
      const others = here.off.filter((site) => site !== step.site);
      return { here: { ...here, off: sorted(step.on ? others : [...others, step.site]) }, there };
    }
    case 'mute':
      return { here: { ...here, muted: sorted([...here.muted, step.term]) }, there };
    case 'density':
      return { here: { ...here, density: step.to }, there };
    case 'add':
      return { here: { ...here, own: sorted([...here.own, step.letter]) }, there };
    case 'remove':
      return { here: { ...here, own: here.own.filter((one) => one !== step.letter) }, there };
    case 'import':
      return { here: { off: ['a.example'], muted: ['hook'], density: 'every', own: ['z'] }, there };
    case 'hand over':
      return { here, there };
    case 'sync': {
      if (step.on === (there === null)) return { here, there };
      if (!there) return { here, there: here };
      const { muted, density } = there;
      const joined = {
        ...here,
        muted: muted.length ? muted : here.muted,
        density: density === 'section' ? here.density : density,
        own: sorted([...there.own, ...here.own]),
      };
      return { here: joined, there: null };
    }
  }
}

function asModel(settings: Settings): Model {
  return {
    off: SITES.filter((site) => !decide(`https://${site}/`, settings, 0).on).sort(),
    muted: sorted(settings.preferences.mutedTerms),
    density: settings.preferences.density,
    own: settings.ownTerms.map(({ name }) => name.slice(-1)).sort(),
  };
}

it('loses nothing when two windows edit at once, in whatever order the storage answers', async () => {
  const upTo14 = { maxLength: 14 };
  const steps = fc.oneof(
    fc.tuple(fc.array(fc.oneof(...edits, syncing), upTo14), fc.constant(100)),
    // Only so many writes may go to the synced storage, the rest is kept here: so what other devices see is not known.
    fc.tuple(fc.array(fc.oneof(...edits), upTo14), fc.constantFrom(0, 3)),
  );
  await fc.assert(
    fc.asyncProperty(steps, fc.scheduler(), async ([all, most], scheduler) => {
      const storage = memoryStorage();
      for (const area of [storage.local, storage.sync]) {
        area.get = scheduler.scheduleFunction(area.get);
        area.set = scheduler.scheduleFunction(area.set);
        area.remove = scheduler.scheduleFunction(area.remove);
      }
      const lock = queue();
      const windows = [0, 1].map(() => settingsEditor(storage, lock, new SyncPace(most)));
      await scheduler.waitFor(Promise.all(all.map((step, index) => perform(windows[index % 2]!, step))));
      const settled = asModel(await scheduler.waitFor(readSettings(storage)));
      expect(settled).toEqual(all.reduce(after, EMPTY).here);
    }),
    { numRuns: RUNS },
  );
});

it('has an edit whole or not at all, whatever the storage refuses', async () => {
  const refusal = fc.record({ area: fc.constantFrom('local', 'sync', 'both'), from: fc.nat(3), forGood: fc.boolean() });
  const step = fc.tuple(fc.oneof(...edits), fc.option(refusal, { freq: 2 }));
  let refused = 0;
  await fc.assert(
    fc.asyncProperty(fc.array(step, { maxLength: 12 }), async (all) => {
      const storage = memoryStorage();
      const edit = settingsEditor(storage, queue());
      let world = EMPTY;
      for (const [what, fails] of all) {
        let calls = 0;
        storage.fate = ({ area }) => {
          if (!fails || (fails.area !== 'both' && fails.area !== area)) return 'done';
          calls += 1;
          return calls === fails.from + 1 || (fails.forGood && calls > fails.from) ? 'refused' : 'done';
        };
        const isDone = await perform(edit, what).then(
          () => true,
          () => false,
        );
        storage.fate = () => 'done';
        const now = asModel(await readSettings(storage));
        const next = after(world, what);
        if (isDone) expect(now).toEqual(next.here);
        else expect([world.here, next.here]).toContainEqual(now);
        if (!isDone) refused += 1;
        world = { here: now, there: null };
      }
    }),
    { numRuns: RUNS },
  );
  expect(refused).toBeGreaterThan(10);
});
