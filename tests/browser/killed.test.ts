/**
 * The browser is killed while the options write. What they had told the reader is there when it starts again; of what was
 * under way each part is there or is not; and nothing is torn, lost from before, or comes back.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ExtensionGlobal } from '../../browsers/extension-global.ts';
import { BROWSERS, type Driver, launch, type Tab } from '../../browsers/index.ts';
import { keepSettingsIn } from '../../browsers/keep-settings.ts';
import { settingsFrom } from '../../core/settings/stored.ts';

/** How often each browser is killed; more when asked (`KILLS=30`). */
const KILLS = Number(process.env.KILLS ?? 3);
/** The latest moment, in ms after the first change was kept: before that there would be nothing to lose. */
const LATEST = 1_500;

const STYLES = ['dotted', 'solid', 'tint', 'hover', 'none'];
const siteOf = (change: string) => `${change}.example`;
/** Which style a change chooses; the first of them is what holds without any. */
const choiceOf = (change: number) => (change + 1) % STYLES.length;
const styleOf = (change: number) => STYLES[choiceOf(change)];

/**
 * A site switched off, an own term added and another style of marks chosen, all on the page itself and at once. Settles
 * when the page says that they are kept.
 */
const makeChange = (options: Tab, change: string, choice: number) =>
  options.evaluate(
    async (word, style) => {
      const put = (selector: string, text: string) => {
        const field = document.querySelector<HTMLInputElement>(selector)!;
        field.value = text;
        field.dispatchEvent(new Event('input', { bubbles: true }));
      };
      const turn = () => new Promise((resolve) => setTimeout(resolve));
      put('.add-site input', `${word}.example`);
      put('[name=name]', word);
      await turn();
      put('[name=definition]', `What ${word} means.`);
      await turn();
      for (const form of document.querySelectorAll<HTMLFormElement>('.add-site, .own-form')) form.requestSubmit();
      document.querySelectorAll<HTMLInputElement>('.choices input[type=radio]')[style]!.click();
      const value = (selector: string) => document.querySelector<HTMLInputElement>(selector)!.value;
      while (value('.add-site input') || value('[name=name]')) await turn();
      // Whatever is asked of the storage after it is answered after it.
      await navigator.locks.request('liner-notes-settings', () => true);
    },
    change,
    choice,
  );

/** Changes, one after the other, until the browser is gone; how many were kept by then, at least one. */
async function changeUntilKilled(driver: Driver, options: Tab, round: number): Promise<{ kept: number; ms: number }> {
  let kept = 0;
  let isAlive = true;
  const change = async () => {
    await makeChange(options, `r${round}c${kept}`, choiceOf(kept));
    if (isAlive) kept += 1;
  };
  await change();
  const changing = (async () => {
    while (isAlive) await change();
  })().catch((error: unknown) => {
    // A browser that is gone answers nothing.
    if (isAlive) throw error;
  });
  const ms = Math.random() * LATEST;
  await Promise.race([changing, new Promise((resolve) => setTimeout(resolve, ms))]);
  isAlive = false;
  await driver.kill();
  return { kept, ms };
}

const storedIn = (options: Tab) =>
  options.evaluate(async () => {
    const { storage } = (globalThis as unknown as ExtensionGlobal).chrome;
    return { local: await storage.local.get(null), sync: await storage.sync.get(null) };
  });

// A write that is lost once is lost: no second try, here or in the gate (docs/decisions/0004).
describe.each(BROWSERS)('settings, when %s is killed', { retry: 0 }, (name) => {
  let profile: string;
  let driver: Driver;
  let options: Tab;
  const start = async () => {
    driver = await launch(name, { profile });
    options = await driver.openExtensionPage('options.html');
    await options.waitFor(() => document.querySelector('.add-site'));
  };

  beforeAll(async () => {
    profile = mkdtempSync(path.join(tmpdir(), 'liner-notes-profile-'));
    await start();
  });
  afterAll(async () => {
    await driver?.close();
    rmSync(profile, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
  });

  it.each(Array.from({ length: KILLS }, (_, round) => round))(
    'are what the reader was told, and whole (%i)',
    async (round) => {
      // What was there in the round before is gone for good.
      await keepSettingsIn(options);
      await options.waitFor(() => !document.querySelector('.sites li, .own-terms li'));
      const { kept, ms } = await changeUntilKilled(driver, options, round);
      await start();
      const { local, sync } = await storedIn(options);
      const { settings } = settingsFrom(local, sync);
      const when = `killed after ${ms.toFixed()} ms and ${kept} changes`;

      // One change may be under way.
      const sites = Object.keys(settings.sites).toSorted();
      const terms = settings.ownTerms.map((term) => term.name).toSorted();
      const first = Array.from({ length: kept }, (_, change) => `r${round}c${change}`);
      const withNext = [...first, `r${round}c${kept}`];
      const either = (make: (change: string) => string) => [first, withNext].map((some) => some.map(make).toSorted());
      expect(either(siteOf), when).toContainEqual(sites);
      expect(
        either((change) => change),
        when,
      ).toContainEqual(terms);
      expect([styleOf(kept - 1), styleOf(kept)], when).toContain(settings.preferences.markStyle);

      // Whole, each of them, and nothing beside.
      expect(Object.values(settings.sites), when).toEqual(sites.map(() => ({ on: false })));
      expect(
        settings.ownTerms.map(({ id: _, ...term }) => term),
        when,
      ).toEqual(
        settings.ownTerms.map((term) => ({
          name: term.name,
          definition: `What ${term.name} means.`,
          forms: [],
          exactCase: false,
        })),
      );
      const keys = Object.keys({ ...local, ...sync }).filter((key) => !/^(?:site|own):/.test(key));
      expect(['version', 'own', 'pref:markStyle'], when).toEqual(expect.arrayContaining(keys));

      // And the page shows it without a word of failure.
      await options.waitFor((rows) => document.querySelectorAll('.own-terms li').length === rows, terms.length);
      const said = await options.evaluate(() =>
        [...document.querySelectorAll('.options > [role=alert], .options > .note')].map((one) => one.textContent),
      );
      expect(said.join(''), when).toBe('');
    },
  );
});
