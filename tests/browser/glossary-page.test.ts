import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { violations } from '../../browsers/axe.ts';
import { clickOn, tabTo, typeInto } from '../../browsers/by-hand.ts';
import { restOn } from '../../browsers/card.ts';
import type { FirefoxChrome } from '../../browsers/firefox-chrome.ts';
import { inCard, pressInCard } from '../../browsers/in-card.ts';
import { BROWSERS, type Driver, launch, type Tab } from '../../browsers/index.ts';
import { keepSettings } from '../../browsers/keep-settings.ts';
import { until } from '../../browsers/wait.ts';
import { openPage } from './open-page.ts';

const named = (tab: Tab, name: string) =>
  tab.waitFor((wanted) => document.querySelector('h1.entry-name')?.textContent === wanted, name);

describe.each(BROWSERS)('the glossary and the welcome page in %s', (name) => {
  let driver: Driver;
  const open = (path: string) => openPage(driver, path);
  beforeAll(async () => {
    driver = await launch(name);
  });
  afterAll(() => driver?.close());

  it('opens an entry by #term, ?term and the words of a selection; says so when there is none', async () => {
    for (const path of ['glossary.html#producer', 'glossary.html?term=producer', 'glossary.html?q=Producers']) {
      const tab = await open(path);
      await named(tab, 'Producer');
      expect(await tab.evaluate(() => document.title)).toBe('Producer · Liner Notes');
      await tab.close();
    }
    const missing = await open('glossary.html#nobody');
    await missing.waitFor(() => document.querySelector('.callout')?.textContent?.includes('no such entry'));
    await missing.close();
    const search = await open('glossary.html?q=qqqqqq');
    expect(await search.evaluate(() => document.querySelector('input')!.value)).toBe('qqqqqq');
    await search.close();
  });

  it.each([
    ['producer vs beat maker', 'producer,beatmaker'],
    ['dynamic vs condenser', 'dynamic-microphone,condenser-microphone'],
    ['live vs studio engineer', 'live-sound-engineer,recording-engineer'],
  ])('turns words that name several terms into a comparison: %s', async (words, terms) => {
    const tab = await open('glossary.html');
    // Not by the driver, which waits for the very address that it opens.
    await tab.evaluate((query) => void setTimeout(() => location.assign(`?q=${encodeURIComponent(query)}`)), words);
    await tab.waitFor((wanted) => location.pathname + location.search === `/compare.html?terms=${wanted}`, terms);
    await tab.waitFor(() => document.querySelector('.comparison'));
    await tab.close();
  });

  it('shows what the reader has put in: by its name, in the search, and what it is not', async () => {
    const id = 'own:aaaaaaaa';
    await keepSettings(driver, {}, { [id]: { name: 'wall of sound', definition: '<b>Many</b> players.' } });
    const tab = await open('glossary.html?q=Wall%20of%20Sound');
    await named(tab, 'wall of sound');
    expect(await tab.evaluate(() => document.querySelector('.entry-definition')?.textContent)).toBe(
      '<b>Many</b> players.',
    );
    expect(await violations(tab)).toEqual([]);
    await clickOn(tab, 'input[type=search]');
    await tab.type('wall of');
    await tab.waitFor(() => document.querySelector('.result')?.textContent?.includes('wall of sound'));
    await clickOn(tab, '.result');
    await tab.waitFor((hash) => location.hash === `#${hash}`, id);
    await named(tab, 'wall of sound');
    await tab.close();
    await keepSettings(driver);
  });

  it('is browsed by mouse: A to Z, by kind, by stage, one kind only; every term leads to its entry, Back returns', async () => {
    const tab = await open('glossary.html');
    const links = () => document.querySelectorAll('.term-link').length;
    const all = await tab.evaluate(links);
    expect(all).toBeGreaterThan(250);
    await clickOn(tab, '.kinds .chip', 'Roles');
    await tab.waitFor(() => location.search === '?kind=role');
    expect(await tab.evaluate(links)).toBeLessThan(all / 2);
    await clickOn(tab, '.orders a', 'By kind');
    await tab.waitFor(() => document.querySelectorAll('.term-section').length === 6);
    expect(await tab.evaluate(links)).toBe(all);
    await clickOn(tab, '.orders a', 'By stage');
    await tab.waitFor(() => location.search.startsWith('?by=stage') && document.querySelector('.stage-chart'));
    await clickOn(tab, '.places a', 'Mix');
    await tab.waitFor(() => location.hash === '#at-mix' && document.querySelector('.stage-chart'));
    const top = () => document.querySelector('#at-mix')!.getBoundingClientRect().top;
    expect(await tab.evaluate(top)).toBeLessThan(100);
    expect(await tab.evaluate(top)).toBeGreaterThanOrEqual(0);
    await clickOn(tab, '#at-mix .term-link');
    await tab.waitFor(() => document.querySelector('h1.entry-name'));
    await tab.back();
    await tab.waitFor(() => document.querySelector('.stage-chart'));
    await tab.close();
  });

  it.each([
    ['glossary.html', 'M'],
    ['glossary.html?by=kind', 'Gear'],
    ['glossary.html?by=stage', 'Master'],
  ])('leaves the heading that is jumped to in sight below the bar on a narrow page: %s, %s', async (path, place) => {
    const tab = await open(path);
    await tab.viewport(360, 640);
    await tab.waitFor(() => innerWidth === 360);
    await clickOn(tab, '.places a', place);
    const seen = await tab.waitFor((wanted) => {
      const section = document.querySelector(`[id="${decodeURIComponent(location.hash.slice(1))}"]`);
      const bar = document.querySelector('.places')!.getBoundingClientRect();
      const heading = section?.querySelector('h2');
      const { top = 0, bottom = 0 } = heading?.getBoundingClientRect() ?? {};
      return (
        bar.top < 1 &&
        bottom < innerHeight && { clear: top >= bar.bottom, name: heading!.textContent!.startsWith(wanted) }
      );
    }, place);
    expect(seen).toEqual({ clear: true, name: true });
    await tab.close();
  });

  it('shows who works when: every row says in words what its bars show, and opens its entry', async () => {
    const tab = await open('glossary.html?by=stage');
    const rows = () => [...document.querySelectorAll('.stage-chart a')].map((row) => row.getAttribute('aria-label'));
    const few = await tab.evaluate(rows);
    expect(few).toContain('Producer: Write, Record, Mix');
    expect(few.length).toBeLessThan(20);
    if (name === 'chromium') {
      // Firefox's driver gets no more than the frame of this page's tree.
      const tree = await tab.accessibility();
      const row = tree.find((node) => node.name === 'Producer: Write, Record, Mix');
      expect(row?.role).toBe('link');
    }
    await clickOn(tab, '.who-when .action');
    await tab.waitFor(() => document.querySelectorAll('.stage-chart a').length > 80);
    for (const width of [1000, 360]) {
      await tab.viewport(width, 800);
      await tab.waitFor((wanted) => innerWidth === wanted, width);
      const cut = await tab.waitFor(() => {
        const { width } = document.querySelector<SVGSVGElement>('.stage-chart')!.viewBox.baseVal;
        // It is drawn anew for the width.
        if (width > 700 !== innerWidth > 700) return null;
        const names = [...document.querySelectorAll<SVGTextElement>('.stage-term')];
        return names.flatMap((name) => {
          const box = name.getBBox();
          return box.x < 0 || box.x + box.width > width ? [name.textContent] : [];
        });
      });
      expect(cut).toEqual([]);
    }
    await tabTo(tab, '.stage-chart a', 'Mix engineer');
    await tab.press('Enter');
    await named(tab, 'Mix engineer');
    await tab.close();
  });

  it('leaves a click with a modifier to the browser, on an order and on a row of who works when', async () => {
    const tab = await open('glossary.html?by=stage');
    const followed = await tab.waitFor(() => {
      const links = [...document.querySelectorAll('.orders a, .stage-chart a')];
      return (
        links.length > 10 &&
        links.flatMap((link) =>
          (['ctrlKey', 'metaKey', 'shiftKey', 'altKey'] as const).filter((modifier) => {
            let isOurs = false;
            const hear = (event: Event) => {
              isOurs = event.defaultPrevented;
              // The browser need open nothing for this.
              event.preventDefault();
            };
            addEventListener('click', hear, { once: true });
            link.dispatchEvent(new MouseEvent('click', { bubbles: true, cancelable: true, [modifier]: true }));
            return isOurs;
          }),
        )
      );
    });
    expect(followed).toEqual([]);
    expect(await tab.evaluate(() => location.search)).toBe('?by=stage');
    const current = () =>
      [...document.querySelectorAll('.orders [aria-current=page]')].map(({ textContent }) => textContent);
    expect(await tab.evaluate(current)).toEqual(['By stage']);
    await tab.close();
  });

  it('is searched by keyboard, and leads on to a comparison', async () => {
    const tab = await open('glossary.html');
    await tab.waitFor(() => document.activeElement?.matches('input[type=search]'));
    await tab.type('masterring enginer');
    await tab.waitFor(() => document.querySelector('.result'));
    await tab.press('Enter');
    await named(tab, 'Mastering engineer');
    await tab.waitFor(() => document.activeElement?.matches('h1.entry-name'));
    await tabTo(tab, '.comparison-link');
    await tab.press('Enter');
    await tab.waitFor(() => location.pathname === '/compare.html' && document.querySelector('.comparison'));
    await tab.close();
  });

  it('keeps the results out of the way of a reader who goes elsewhere, and leaves Enter to who still composes a word', async () => {
    const tab = await open('glossary.html');
    await tab.waitFor(() => document.activeElement?.matches('input[type=search]'));
    await tab.type('mastring');
    const results = (there: boolean) =>
      tab.waitFor((wanted) => (document.querySelector('.result') !== null) === wanted, there);
    await results(true);
    await tab.press('Tab');
    await results(false);
    await tab.press('Tab', ['Shift']);
    await results(true);
    await clickOn(tab, '.lead');
    await results(false);
    await clickOn(tab, 'input[type=search]');
    await results(true);
    await tab.evaluate(() => {
      const enter = { key: 'Enter', isComposing: true, bubbles: true };
      document.activeElement!.dispatchEvent(new KeyboardEvent('keydown', enter));
    });
    await results(true);
    expect(await tab.evaluate(() => location.hash)).toBe('');
    await clickOn(tab, '.result', 'Mastering');
    await tab.waitFor(() => document.activeElement?.matches('h1.entry-name'));
    await tab.close();
  });

  it('finds and shows the reader’s own terms, and lists none of them among the glossary’s', async () => {
    await keepSettings(
      driver,
      {},
      { 'own:aaaaaaaa': { name: 'wall of sound', definition: 'Ein dichter Klang.', forms: ['Spector wall'] } },
    );
    const tab = await open('glossary.html');
    expect(await tab.evaluate(() => document.querySelector('.browse')?.textContent?.includes('wall of sound'))).toBe(
      false,
    );
    await typeInto(tab, 'input[type=search]', 'spector');
    const language = await tab.waitFor(() => {
      const found = document.querySelector('.result .result-definition');
      return found && { lang: found.getAttribute('lang'), dir: found.getAttribute('dir') };
    });
    // In what language it is written nobody knows.
    expect(language).toEqual({ lang: null, dir: 'auto' });
    await tab.press('Enter');
    await named(tab, 'wall of sound');
    await tab.reload();
    await named(tab, 'wall of sound');
    await tab.close();
    const asked = await open('glossary.html?q=wall%20of%20sound');
    await named(asked, 'wall of sound');
    await asked.close();
    await keepSettings(driver);
  });

  it('tells names as English, and when an entry was checked as a date in words', async () => {
    const tab = await open('glossary.html#producer');
    const { lang, checked } = await tab.evaluate(() => ({
      lang: document.querySelector('h1')!.lang,
      checked: document.querySelector('.checked')!.textContent!,
    }));
    expect(lang).toBe('en');
    expect(checked).toMatch(/^Checked on [A-Z][a-z]+ \d+, \d{4}$/);
    await tab.close();
  });

  it('begins each entry at its name, and leads Back to the link that was followed, scrolled as it was', async () => {
    const tab = await open('glossary.html');
    await clickOn(tab, '.term-link', 'Mix engineer');
    await tab.waitFor(() => document.activeElement?.matches('h1.entry-name') && scrollY === 0);
    await named(tab, 'Mix engineer');
    await tabTo(tab, '.confusable');
    const next = await tab.evaluate(() => document.activeElement!.textContent!);
    await tab.press('Enter');
    await named(tab, next);
    expect(await tab.evaluate(() => document.activeElement?.textContent)).toBe(next);
    await tab.back();
    await named(tab, 'Mix engineer');
    expect(await tab.evaluate(() => document.activeElement?.textContent)).toBe(next);
    await tab.back();
    const link = await tab.waitFor(() => {
      const { activeElement } = document;
      const { top = 0, bottom = 0 } = activeElement?.getBoundingClientRect() ?? {};
      return activeElement?.matches('.term-link') && { text: activeElement.textContent, scroll: scrollY, top, bottom };
    });
    expect(link).toMatchObject({ text: 'Mix engineer' });
    if (link) expect(link.scroll).toBeGreaterThan(1000);
    if (link) expect(link.top).toBeGreaterThan(0);
    await tab.close();
  });

  it('greets with the real marks and the real card, and does not mark its own name', async () => {
    const tab = await open('welcome.html');
    await tab.waitFor(() => (CSS.highlights.get('liner-notes-mark')?.size ?? 0) > 3);
    const elsewhere = await tab.evaluate(() =>
      [...(CSS.highlights.get('liner-notes-mark') as unknown as Set<AbstractRange>)]
        .filter(({ startContainer }) => !startContainer.parentElement?.closest('.sample'))
        .map(({ startContainer, startOffset, endOffset }) => startContainer.nodeValue?.slice(startOffset, endOffset)),
    );
    expect(elsewhere).toEqual([]);
    expect((await restOn(tab, 'beatmaker')).join('\n')).toContain('Beatmaker');
    // Why it is marked can be asked; that it is to be silenced would be kept nowhere from here, and is not offered.
    await pressInCard(driver, tab, 'Why marked?');
    const buttons = (root: ShadowRoot) => [...root.querySelectorAll('.actions button')].map((one) => one.className);
    await until(
      async () => (await inCard(driver, tab, (root) => root.querySelector('.why p')?.textContent)) ?? '',
      'reasons',
    );
    expect(await inCard(driver, tab, buttons)).toEqual(['compare', 'quiet']);
    expect(await tab.evaluate(() => document.querySelector('.permission'))).toBeNull();
    // By the key that the browser has for it: card/shortcuts.test.ts presses it.
    const byKey = await tab.waitFor(() => document.querySelector('.by-key')?.textContent);
    expect(byKey).toMatch(/^With \S*Shift\S* you go to the next marked word/);
    await tab.close();
  });

  it.runIf(name === 'firefox')(
    'asks for the host permission where it is missing, and is content once it is there',
    async () => {
      const { chrome } = driver as Driver & { chrome: FirefoxChrome };
      await chrome.run(`Services.prefs.setBoolPref('extensions.webextOptionalPermissionPrompts', false)`);
      const tab = await open('welcome.html');
      await tab.evaluate(async () => {
        const { browser } = globalThis as unknown as { browser: typeof import('webextension-polyfill') };
        await browser.permissions.remove({ origins: ['http://*/*', 'https://*/*'] });
      });
      await tab.waitFor(() => document.querySelector('.permission'));
      await clickOn(tab, '.permission .action');
      await tab.waitFor(() => document.querySelector('.permission') === null);
      await tab.close();
    },
  );
});
