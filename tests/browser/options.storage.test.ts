/** What the options say and keep when the storage is full, broken, silent, or changed too quickly. */
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { clickOn, tabTo, typeInto } from '../../browsers/by-hand.ts';
import type { ExtensionGlobal } from '../../browsers/extension-global.ts';
import { BROWSERS, type Driver, launch, type Surface, type Tab, until } from '../../browsers/index.ts';
import { keepSettingsIn } from '../../browsers/keep-settings.ts';
import { putToSleep } from '../../browsers/sleep.ts';

/** How a broken storage answers a write. */
type Fault = 'refuses' | 'throws' | 'is silent';

const FAILED = 'The browser could not store this change. What was set before still holds.';
const alert = () => document.querySelector('.options > [role=alert]')?.textContent ?? '';
const muted = () => [...document.querySelectorAll('.chips .chip')].map(({ textContent }) => textContent);

const field = (selector: string) => document.querySelector<HTMLInputElement>(selector)?.value;

/** From now on writes to both areas fail in this window. */
function breakStorage(page: Surface, fault: Fault): Promise<unknown> {
  return page.evaluate((how) => {
    const { storage } = (globalThis as unknown as ExtensionGlobal).chrome;
    for (const area of [storage.local, storage.sync]) {
      const fails = () => {
        if (how === 'throws') throw new Error('The storage is gone.');
        if (how === 'refuses') return Promise.reject(new Error('QUOTA_BYTES quota exceeded'));
        return new Promise<void>(() => {});
      };
      Object.assign(area, { set: fails, remove: fails });
    }
  }, fault);
}

describe.each(BROWSERS)('the options in %s', (name) => {
  let driver: Driver;
  let options: Tab;

  beforeAll(async () => {
    driver = await launch(name);
  });
  afterAll(() => driver?.close());
  beforeEach(async () => {
    options = await driver.openExtensionPage('options.html');
    await keepSettingsIn(options);
    await options.waitFor(() => document.querySelector('main'));
    return () => options.close();
  });

  it.each<Fault>(['refuses', 'throws', 'is silent'])(
    'say so when the storage %s, keep the word that was to be muted, and hold no half of it',
    async (fault) => {
      await breakStorage(options, fault);
      await typeInto(options, '.narrow-search input', 'beatmaker');
      await options.waitFor(() => document.querySelector('.result'));
      await options.press('Enter');
      await options.waitFor((text) => document.querySelector('.options > [role=alert]')?.textContent === text, FAILED);
      expect(await options.evaluate(field, '.narrow-search input')).toBe('beatmaker');
      expect(await options.evaluate(muted)).toEqual([]);
      // Another window, whose storage works, sees what there was, and what it changes is seen here.
      const second = await driver.openExtensionPage('options.html');
      await clickOn(second, 'label.choice', 'tinted');
      await second.waitFor(() => document.querySelector('.mark-tint'));
      expect(await second.evaluate(muted)).toEqual([]);
      expect(await second.evaluate(alert)).toBe('');
      await second.close();
      await options.bringToFront();
      await options.waitFor(() => document.querySelector('.mark-tint'));
    },
  );

  it('put each control back that could not be stored, every time, and say so in sight', async () => {
    await breakStorage(options, 'refuses');
    const isOn = (label: string) =>
      options.evaluate(
        (text) =>
          [...document.querySelectorAll('label.choice')]
            .find((one) => one.textContent?.includes(text))!
            .querySelector('input')!.checked,
        label,
      );
    for (const label of ['tinted', 'tinted', 'Roles', 'Sync these options', 'Sync these options']) {
      const before = await isOn(label);
      await clickOn(options, 'label.choice', label);
      // Whatever is asked of the storage after it is answered after it.
      await options.evaluate(() => navigator.locks.request('liner-notes-settings', () => true));
      await until(async () => (await isOn(label)) === before, `${label} to be put back`);
      await options.waitFor(() => {
        const said = document.querySelector('.options > [role=alert]')!;
        const { top, bottom } = said.getBoundingClientRect();
        return said.textContent && top >= 0 && bottom <= innerHeight;
      });
    }
  });

  it('keep a site and a term that could not be stored in their fields', async () => {
    await breakStorage(options, 'refuses');
    await typeInto(options, '.add-site input', 'a.example');
    await options.press('Enter');
    await options.waitFor((text) => document.querySelector('.options > [role=alert]')?.textContent === text, FAILED);
    await typeInto(options, '.own-form input[name=name]', 'zyx');
    await options.press('Tab');
    await options.type('A word.');
    await tabTo(options, '.own-form button', 'Add the term');
    await options.press('Enter');
    // Whatever is asked of the storage after it is answered after it.
    await options.evaluate(() => navigator.locks.request('liner-notes-settings', () => true));
    for (const [where, text] of [
      ['.add-site input', 'a.example'],
      ['[name=name]', 'zyx'],
      ['[name=definition]', 'A word.'],
    ] as const)
      expect(await options.evaluate(field, where)).toBe(text);
  });

  it('write far less often than a hand can click, and lose nothing of it', async () => {
    const done = await options.evaluate(async () => {
      const { storage } = (globalThis as unknown as ExtensionGlobal).chrome;
      const { set } = storage.sync;
      const seen = { writes: 0, refused: 0 };
      storage.sync.set = async (items) => {
        seen.writes += 1;
        await set.call(storage.sync, items).catch((error: unknown) => {
          seen.refused += 1;
          throw error;
        });
      };
      const boxes = [...document.querySelectorAll<HTMLInputElement>('.checks input')];
      for (let turn = 0; turn < 151; turn++) boxes[turn % 5]!.click();
      await navigator.locks.request('liner-notes-settings', () => true);
      return seen;
    });
    expect(done.refused).toBe(0);
    expect(done.writes).toBeLessThan(30);
    expect(await options.evaluate(alert)).toBe('');
    // The first was clicked 31 times, four others thirty times.
    const holdsAll = () =>
      [...document.querySelectorAll<HTMLInputElement>('.checks input')].every(({ checked }, at) => checked === at > 0);
    const second = await driver.openExtensionPage('options.html');
    await second.waitFor(holdsAll);
    await options.waitFor(holdsAll);
    await second.close();
    // What was too quick is kept here, then handed over.
    await options.waitFor(async () => {
      const { storage } = (globalThis as unknown as ExtensionGlobal).chrome;
      return 'pref:kinds' in (await storage.sync.get(null)) && !('pref:kinds' in (await storage.local.get(null)));
    });
  });

  it.each(['the background when it next has work', 'the options when they next open'])(
    'kept here by a window that was closed, are handed over by %s',
    async (by) => {
      // As such a window leaves it: no other has set a timer for it.
      const another = await driver.openExtensionPage('glossary.html');
      await another.evaluate(() =>
        (globalThis as unknown as ExtensionGlobal).chrome.storage.local.set({ 'pref:density': 'page' }),
      );
      if (by.startsWith('the background')) {
        await putToSleep(driver);
        await another.evaluate(() =>
          (globalThis as unknown as ExtensionGlobal).chrome.runtime.sendMessage({ name: 'tab:top-url' }),
        );
      }
      const again = by.startsWith('the options') ? await driver.openExtensionPage('options.html') : null;
      await another.waitFor(async () => {
        const { storage } = (globalThis as unknown as ExtensionGlobal).chrome;
        return 'pref:density' in (await storage.sync.get(null)) && !('pref:density' in (await storage.local.get(null)));
      });
      await again?.close();
      await another.close();
    },
  );

  it.runIf(name === 'chromium')('hold what is changed when the browser takes no more writes for a minute', async () => {
    const refused = await options.evaluate(async () => {
      const { storage } = (globalThis as unknown as ExtensionGlobal).chrome;
      for (let write = 0; write < 200; write++) {
        const error = await storage.sync.set({ other: write }).then(
          () => null,
          (reason: unknown) => String(reason),
        );
        if (error) return error;
      }
      return null;
    });
    expect(refused).toContain('MAX_WRITE_OPERATIONS_PER_MINUTE');
    await clickOn(options, 'label.choice', 'tinted');
    await options.waitFor(() => document.querySelector('.mark-tint'));
    expect(await options.evaluate(alert)).toBe('');
    const second = await driver.openExtensionPage('options.html');
    await second.waitFor(() => document.querySelector('.mark-tint'));
    await second.close();
  });
});
