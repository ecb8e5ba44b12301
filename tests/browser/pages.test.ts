import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { accessOf } from '../../browsers/access.ts';
import { violations } from '../../browsers/axe.ts';
import { clickOn, tabTo, typeInto } from '../../browsers/by-hand.ts';
import type { ExtensionGlobal } from '../../browsers/extension-global.ts';
import { BROWSERS, type Driver, launch, type Server, serve, type Tab } from '../../browsers/index.ts';
import { openPage } from './open-page.ts';

/** Pages, and what is typed into their search. */
const PAGES: [string, string?][] = [
  ['popup.html'],
  ['compare.html'],
  ['compare.html?terms=producer'],
  ['compare.html?terms=producer,audio-engineer,beatmaker'],
  ['compare.html?terms=mixing,mastering,overdub,comping'],
  ['compare.html?terms=dj,songwriter', 'prod'],
  ['glossary.html?kind=gear', 'qqqq'],
  ['glossary.html', 'mastring'],
  ['glossary.html?by=kind'],
  ['glossary.html?by=stage'],
  ['glossary.html#producer'],
  ['glossary.html#nobody'],
  ['options.html'],
  ['welcome.html'],
];
const THEMES = ['light', 'dark'] as const;

describe.each(BROWSERS)('our pages in %s', (name) => {
  let driver: Driver;
  let server: Server;
  const open = async (path: string, colorScheme: (typeof THEMES)[number]): Promise<Tab> => {
    await driver.emulate({ colorScheme, reducedMotion: true });
    return openPage(driver, path);
  };
  beforeAll(async () => {
    server = await serve('demo');
    driver = await launch(name);
  });
  afterAll(async () => {
    await driver?.close();
    await server?.close();
  });

  it.each(PAGES)('leave axe nothing to say in both themes, and fit 360 px: %s, searching %s', async (path, words) => {
    await driver.emulate({ colorScheme: 'light', reducedMotion: true });
    const tab = await driver.openExtensionPage(path);
    await tab.waitFor(() => document.querySelector('main h1'));
    if (words) {
      await clickOn(tab, 'input[type=search]');
      await tab.type(words);
      await tab.waitFor(() => document.querySelector('.result, .search-none'));
    }
    for (const theme of THEMES) {
      // A colour on its way from one theme to the other is neither.
      await driver.emulate({ colorScheme: theme, reducedMotion: true });
      await tab.waitFor((wanted) => matchMedia(`(prefers-color-scheme: ${wanted})`).matches, theme);
      expect({ theme, violations: await violations(tab, theme === 'light' ? 'all' : 'colours') }).toEqual({
        theme,
        violations: [],
      });
    }
    expect(tab.errors).toEqual([]);
    await tab.viewport(360, 640);
    // The popup's own width is set for the toolbar; a phone gives it the whole width by its coarse pointer.
    const room = path === 'popup.html' ? 400 : 360;
    await tab.waitFor((width) => document.documentElement.scrollWidth <= width, room);
    await tab.close();
  });

  it.each(THEMES)('leave axe nothing to say in the popup’s views, %s', async (theme) => {
    await driver.emulate({ colorScheme: theme, reducedMotion: true });
    const tab = await driver.open(`${server.origin}/article.html`);
    const popup = await driver.popup(tab);
    await popup.waitFor(() => document.querySelector('.term-open'));
    expect(await violations(popup)).toEqual([]);
    await clickOn(popup, '.comparison-link');
    await popup.waitFor(() => document.querySelector('.comparison'));
    expect(await violations(popup)).toEqual([]);
    await clickOn(popup, '.column-open');
    await popup.waitFor(() => document.querySelector('.entry'));
    expect(await violations(popup)).toEqual([]);
    await popup.close();
    await tab.close();
  });

  it.each(THEMES)(
    'leave axe nothing to say of the open list of pauses, nor of what could not be stored, %s',
    async (theme) => {
      await driver.emulate({ colorScheme: theme, reducedMotion: true });
      const tab = await driver.open(`${server.origin}/article.html`);
      const popup = await driver.popup(tab);
      await popup.waitFor(() => document.querySelector('.term-open'));
      await clickOn(popup, '.pause summary');
      await popup.waitFor(() => document.querySelector('.pause[open] .pause-choices')?.checkVisibility());
      expect(await violations(popup)).toEqual([]);
      await popup.evaluate(() => {
        const { storage } = (globalThis as unknown as ExtensionGlobal).chrome;
        Object.assign(storage.local, { set: () => Promise.reject(new Error('QUOTA_BYTES quota exceeded')) });
      });
      await clickOn(popup, '.pause-choices button', 'Here for an hour');
      await popup.waitFor(() => document.querySelector('.site [role=alert]'));
      expect(await violations(popup)).toEqual([]);
      await popup.close();
      await tab.close();
    },
  );

  it.each(THEMES)('leave axe nothing to say of the welcome that asks for leave, %s', async (theme) => {
    const access = accessOf(driver);
    await access.take();
    const tab = await open('welcome.html', theme);
    await tab.waitFor(() => document.querySelector('.permission .action'));
    expect(await violations(tab)).toEqual([]);
    await tab.close();
    await access.give();
  });

  it('speak of the pointer where there is one, and of a finger where nothing can hover', async () => {
    for (const [phone, said, unsaid] of [
      [false, 'Rest the pointer on one', 'Tap one'],
      [true, 'Tap one', 'Rest the pointer'],
    ] as const) {
      await driver.emulate({ phone });
      const tab = await driver.openExtensionPage('welcome.html');
      // By which a page hears of a finger in Chromium.
      await tab.viewport(390, 844);
      await tab.waitFor(
        (yes, no) => {
          const text = [...document.querySelectorAll('main p')].map((one) => one.textContent).join(' ');
          return text.includes(yes) && !text.includes(no);
        },
        said,
        unsaid,
      );
      await tab.close();
    }
    await driver.emulate({});
  });

  it.each(THEMES)('leave axe nothing to say in the views of the popup, %s', async (scheme) => {
    const popup = await open('popup.html', scheme);
    for (const [query, view] of [
      ['producer', '.entry-name'],
      ['mixing vs mastering', '.comparison .cell'],
    ] as const) {
      await typeInto(popup, 'input[role=combobox]', query);
      await popup.waitFor(() => document.querySelector('.result'));
      expect(await violations(popup)).toEqual([]);
      await popup.press('Enter');
      await popup.waitFor((wanted) => document.querySelector(wanted), view);
      expect(await violations(popup)).toEqual([]);
    }
    await popup.close();
  });

  it.each(THEMES)('leave axe nothing to say when options hold terms and faults, %s', async (scheme) => {
    const tab = await open('options.html', scheme);
    await typeInto(tab, '.own-form input[name=name]', 'zyx');
    await tab.press('Tab');
    await tab.type('A word.');
    await tabTo(tab, '.own-form button', 'Add the term');
    await tab.press('Enter');
    await tab.waitFor(() => document.querySelector('.own-name'));
    await tab.press('Enter');
    await clickOn(tab, '.own-form button', 'Add the term');
    await tab.waitFor(() => document.querySelector('[name=name][aria-invalid=true]'));
    await typeInto(tab, '.add-site input', 'two..dots');
    await tab.press('Enter');
    await tab.waitFor(() => document.querySelector('#site-error')?.textContent);
    expect(await violations(tab)).toEqual([]);
    await clickOn(tab, '.own-terms .tool');
    await tab.waitFor(() => !document.querySelector('.own-name'));
    await tab.close();
  });
});
