/** What the options show of what is stored: read before they are drawn, of another version, unreadable, or very long. */
import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { clickOn, typeInto } from '../../browsers/by-hand.ts';
import type { ExtensionGlobal } from '../../browsers/extension-global.ts';
import { BROWSERS, type Driver, launch, type Tab } from '../../browsers/index.ts';
import { keepSettings, keepSettingsIn } from '../../browsers/keep-settings.ts';

const listed = () => [...document.querySelectorAll('.site-title')].map(({ textContent }) => textContent);
const note = () => document.querySelector('.options > .note')?.textContent ?? '';
const canSave = () =>
  [...document.querySelectorAll<HTMLButtonElement>('#backup button')].some(
    ({ textContent, disabled }) => textContent === 'Save to a file' && !disabled,
  );
const inLocal = () => (globalThis as unknown as ExtensionGlobal).chrome.storage.local.get(null);

describe.each(BROWSERS)('the options in %s', (name) => {
  let driver: Driver;
  const open = async (path = 'options.html'): Promise<Tab> => {
    const options = await driver.openExtensionPage(path);
    await options.waitFor(() => document.querySelector('#backup'));
    return options;
  };

  beforeAll(async () => {
    driver = await launch(name);
  });
  afterAll(() => driver?.close());
  beforeEach(() => keepSettings(driver));

  it('go to the part that the address names', async () => {
    const options = await open('options.html#own');
    await options.waitFor(() => {
      const { top } = document.querySelector('#own')!.getBoundingClientRect();
      return scrollY > 0 && top < innerHeight / 2;
    });
    await options.close();
  });

  it('say so while nothing can be read, save nothing then, and show it all once it can', async () => {
    await keepSettings(driver, { 'site:a.example': { on: false } });
    // A document of the extension that has not asked for anything yet.
    const options = await driver.openExtensionPage('icons/on-16.png');
    await options.evaluate(() => {
      const { storage } = (globalThis as unknown as ExtensionGlobal).chrome;
      const broken = globalThis as unknown as { mend: () => void };
      const { get } = storage.local;
      const fails = { get: () => Promise.reject(new Error('corrupt')) };
      Object.assign(storage.local, fails);
      broken.mend = () => Object.assign(storage.local, { get });
    });
    const page = await readFile(`.output/${name === 'chromium' ? 'chrome' : 'firefox'}-mv3/options.html`, 'utf8');
    const [, src] = page.match(/<script type="module"[^>]* src="([^"]+)"/)!;
    await options.evaluate((at) => {
      document.head.append(Object.assign(document.createElement('script'), { type: 'module', src: at }));
    }, src!);
    await options.waitFor(() => document.querySelector('#backup'));
    expect(await options.evaluate(note)).toMatch(/could not read your options just now/);
    expect(await options.evaluate(canSave)).toBe(false);
    expect(await options.evaluate(listed)).toEqual([]);
    await options.evaluate(() => (globalThis as unknown as { mend: () => void }).mend());
    await options.waitFor(() => document.querySelector('.site-title')?.textContent === 'a.example');
    expect(await options.evaluate(note)).toBe('');
    expect(await options.evaluate(canSave)).toBe(true);
    await options.close();
  });

  it('say that a later version has set them, save nothing then, and lay it aside with the first change', async () => {
    const later = { version: 99, 'site:a.example': { on: false } };
    await keepSettings(driver, later);
    const options = await open();
    expect(await options.evaluate(note)).toMatch(/A later version of Liner Notes has set your options/);
    expect(await options.evaluate(canSave)).toBe(false);
    await typeInto(options, '.add-site input', 'b.example');
    await options.press('Enter');
    await options.waitFor(() => document.querySelector('.site-title')?.textContent === 'b.example');
    expect(await options.evaluate(note)).toBe('');
    expect(await options.evaluate(inLocal)).toEqual({
      version: 1,
      'site:b.example': { on: false },
      'aside:99': later,
    });
    await options.close();
  });

  it('bring what an earlier version stored up to date with the first change', async () => {
    await keepSettings(driver, { 'site:a.example': {}, 'site:b.example': { on: false } }, { 'pref:density': 'page' });
    const options = await open();
    expect(await options.evaluate(listed)).toEqual(['b.example']);
    await clickOn(options, 'label.choice', 'tinted');
    await options.waitFor(() => document.querySelector('.mark-tint'));
    expect(await options.evaluate(inLocal)).toEqual({ version: 1, 'site:b.example': { on: false } });
    expect(
      await options.evaluate(() => (globalThis as unknown as ExtensionGlobal).chrome.storage.sync.get(null)),
    ).toEqual({
      version: 1,
      'pref:density': 'page',
      'pref:markStyle': 'tint',
    });
    await options.close();
  });

  it('draw a hundred of twenty thousand sites, and find the others', async () => {
    const options = await open();
    const many = Object.fromEntries(Array.from({ length: 20_000 }, (_, n) => [`site:s${n}.example`, { on: false }]));
    await keepSettingsIn(options, { version: 1, ...many, 'site:xn--bcher-kva.example': { on: false } });
    await options.waitFor(() => document.querySelectorAll('.site-title').length === 100);
    await options.waitFor(() => document.querySelector('#sites')?.textContent?.includes('… and 19901 more.'));
    await typeInto(options, '.add-site input', 's19999');
    await options.waitFor(() => document.querySelectorAll('.site-title').length === 1);
    await options.press('a', ['Control']);
    await options.type('bü');
    await options.waitFor(() => document.querySelector('.site-title')?.textContent === 'bücher.example');
    // The parts of the name are no words of their own to a screen reader.
    const boxes = (await options.accessibility()).filter(({ role }) => role === 'checkbox');
    expect(boxes.map(({ name }) => name)).toContain('And all sites under bücher.example');
    await clickOn(options, '.sites .check', 'And all sites under bücher.example');
    await options.waitFor(async () => {
      const key = 'site:xn--bcher-kva.example';
      const kept = await (globalThis as unknown as ExtensionGlobal).chrome.storage.local.get(key);
      return (kept[key] as { subdomains?: boolean }).subdomains;
    });
    expect(options.errors).toEqual([]);
    await options.close();
  });
});
