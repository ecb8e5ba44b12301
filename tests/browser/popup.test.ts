import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { clickOn, says, tabTo, typeInto } from '../../browsers/by-hand.ts';
import { BROWSERS, type Driver, launch, type Server, type Surface, serve, type Tab } from '../../browsers/index.ts';
import { keepSettings } from '../../browsers/keep-settings.ts';
import { isBare, isMarked } from '../../browsers/marks-of.ts';
import { until } from '../../browsers/wait.ts';
import { MORE_MUSIC, MUSIC } from './music-page.ts';

const PAGES: Record<string, string> = {
  '/': MORE_MUSIC,
  '/frame': `${MORE_MUSIC}<iframe src="/"></iframe>`,
  '/few': MUSIC,
  '/twice': `${MUSIC}<iframe src="/few"></iframe>`,
  '/folded': `${MUSIC}<p id="later">The beatmaker came last.`,
  '/many': `${MORE_MUSIC} A session musician, a songwriter and a vocal coach came by; the mixing engineer asked for an
    overdub, and the drum machine stood in the control room.`,
  '/cooking':
    '<!doctype html><html lang="en"><title>Soup</title><body><p>Peel the carrots and boil them in salted water.',
  '/german':
    '<!doctype html><html lang="de"><title>Platte</title><body><p>Der record producer und der mastering engineer nahmen das Album im Studio auf und waren sehr zufrieden mit dem Ergebnis.',
  '/opt-out': `<!doctype html><html lang="en"><meta name="liner-notes" content="off"><title>Album</title>${MORE_MUSIC.slice(15)}`,
};

type Api = { chrome: typeof import('webextension-polyfill') };
/** The popup has closed by itself: nothing in it can be asked any more. */
const waitUntilGone = (popup: Surface) =>
  until(
    () =>
      popup
        .evaluate(() => document.visibilityState)
        .then(
          () => false,
          () => true,
        ),
    'the popup to close',
  );

const status = () => document.querySelector('.status')?.textContent ?? '';

describe.each(BROWSERS)('the toolbar popup in %s', (name) => {
  let driver: Driver;
  let server: Server;
  let tab: Tab;

  beforeAll(async () => {
    server = await serve('tests/fixtures', (path) => (PAGES[path] ? { body: PAGES[path] } : undefined));
    driver = await launch(name);
  });
  afterAll(async () => {
    await driver?.close();
    await server?.close();
  });
  beforeEach(async () => {
    await keepSettings(driver);
    tab = await driver.open(`${server.origin}/`);
    await tab.waitFor(isMarked);
    return () => tab.close();
  });

  it('names the site and the terms on the page, with their counts', async () => {
    const popup = await driver.popup(tab);
    await says(popup, 'terms marked here');
    await popup.waitFor(() => document.querySelector('.comparison-link') && document.querySelector('.term-name'));
    const seen = await popup.evaluate(() => ({
      site: document.querySelector('.site-name')?.textContent,
      on: document.querySelector('[role=switch]')?.getAttribute('aria-checked'),
      terms: [...document.querySelectorAll('.term-name')].map((term) => term.textContent),
      suggested: document.querySelector('.comparison-link')?.textContent,
    }));
    expect(seen).toMatchObject({ site: '127.0.0.1', on: 'true' });
    expect(seen.terms).toEqual(expect.arrayContaining(['Mastering engineer', 'Beatmaker']));
    expect(seen.suggested).toContain('page');
    await popup.close();
  });

  it('switches the site off and on at once, in all its tabs and frames, and no other site', async () => {
    const framed = await driver.open(`${server.origin}/frame`);
    const other = await driver.open(`${server.origin.replace('127.0.0.1', 'localhost')}/`);
    const frameMarked = (wanted: boolean) =>
      framed.waitFor((on) => {
        const inFrame = document.querySelector('iframe')!.contentWindow as unknown as typeof globalThis;
        return (inFrame.CSS.highlights.get('liner-notes-mark')?.size ?? 0) > 0 === on;
      }, wanted);
    await framed.waitFor(isMarked);
    await frameMarked(true);
    await other.waitFor(isMarked);

    const popup = await driver.popup(tab);
    await says(popup, 'marked here');
    await clickOn(popup, '[role=switch]');
    await says(popup, 'Switched off by you');
    await tab.waitFor(isBare);
    await framed.waitFor(isBare);
    await frameMarked(false);
    expect(await other.evaluate(isMarked)).toBe(true);

    await clickOn(popup, '[role=switch]');
    await says(popup, 'marked here');
    await tab.waitFor(isMarked);
    await framed.waitFor(isMarked);
    await frameMarked(true);
    await popup.close();
    await framed.close();
    await other.close();
  });

  it('switches the whole domain of a site when asked to, from any of its sites, and back without a trace', async () => {
    const at = (host: string) => `${server.origin.replace('127.0.0.1', host)}/`;
    const www = await driver.open(at('www.example.localhost'));
    const shop = await driver.open(at('shop.example.localhost'));
    const neighbour = await driver.open(at('notexample.localhost'));
    for (const page of [www, shop, neighbour]) await page.waitFor(isMarked);
    let popup = await driver.popup(www);
    await says(popup, 'marked here');
    await clickOn(popup, '[role=switch]');
    await says(popup, 'Switched off by you on this site');
    await clickOn(popup, '.site .check', 'The same on example.localhost and all sites under it');
    await says(popup, 'Switched off by you on example.localhost and all sites under it');
    await shop.waitFor(isBare);
    await popup.close();

    popup = await driver.popup(shop);
    await says(popup, 'Switched off by you on example.localhost and all sites under it');
    // Only here: the domain keeps its switch.
    await clickOn(popup, '[role=switch]');
    await says(popup, 'marked here');
    expect(await www.evaluate(isBare)).toBe(true);
    await clickOn(popup, '[role=switch]');
    await says(popup, 'Switched off by you on example.localhost');
    await clickOn(popup, '.site .check');
    await says(popup, 'Switched off by you on this site');
    await www.waitFor(isMarked);
    await clickOn(popup, '[role=switch]');
    await says(popup, 'marked here');
    const kept = () => (globalThis as unknown as Api).chrome.storage.local.get(null).then((all) => Object.keys(all));
    expect(await popup.evaluate(kept)).toEqual(['version']);
    expect(await neighbour.evaluate(isMarked)).toBe(true);
    await popup.close();
    for (const page of [www, shop, neighbour]) await page.close();
  });

  it('puts the switch of the domain back each time when it cannot be stored, and says so', async () => {
    const page = await driver.open(`${server.origin.replace('127.0.0.1', 'www.example.localhost')}/`);
    const popup = await driver.popup(page);
    await says(popup, 'marked here');
    await popup.evaluate(() => {
      const { local } = (globalThis as unknown as Api).chrome.storage;
      let failed = 0;
      const fails = () => {
        failed += 1;
        document.body.dataset.failed = String(failed);
        return Promise.reject(new Error('QUOTA_BYTES quota exceeded'));
      };
      Object.assign(local, { set: fails, remove: fails });
    });
    for (const times of ['1', '2']) {
      await clickOn(popup, '.site .check');
      await popup.waitFor((wanted) => document.body.dataset.failed === wanted, times);
      await popup.waitFor(() => document.querySelector('.site [role=alert]'));
      await popup.waitFor(() => !document.querySelector<HTMLInputElement>('.site .check input')!.checked);
    }
    await popup.close();
    await page.close();
  });

  it.each([
    ['nothing here is about music', '/cooking', 'nothing here is about music-making'],
    ['the page is not in English', '/german', 'not in English'],
  ])('says that %s', async (_, path, wanted) => {
    const page = await driver.open(server.origin + path);
    const popup = await driver.popup(page);
    await says(popup, wanted);
    await popup.close();
    await page.close();
  });

  it('says that the browser lets no extension in', async () => {
    const page = await driver.open(name === 'chromium' ? 'chrome://version/' : 'about:license');
    const popup = await driver.popup(page);
    await says(popup, 'The browser lets no extension read this page');
    expect(await popup.evaluate(() => document.querySelector('[role=switch]'))).toBeNull();
    await popup.close();
    await page.close();
  });

  it('pauses in this tab only, and resumes', async () => {
    const second = await driver.open(`${server.origin}/`);
    await second.waitFor(isMarked);
    const popup = await driver.popup(tab);
    await says(popup, 'marked here');
    await clickOn(popup, '.pause summary');
    await clickOn(popup, '.pause-choices button:nth-child(1)');
    await says(popup, 'Paused in this tab');
    await tab.waitFor(isBare);
    expect(await second.evaluate(isMarked)).toBe(true);
    await clickOn(popup, '.site-state .action', 'Resume');
    await says(popup, 'marked here');
    await tab.waitFor(isMarked);
    await popup.close();
    await second.close();
  });

  it.each([
    [2, /^Paused on this site until \d/],
    [3, /^Paused on this site until the browser restarts/],
  ])('pauses the site for a time (choice %i)', async (choice, wanted) => {
    const popup = await driver.popup(tab);
    await says(popup, 'marked here');
    await clickOn(popup, '.pause summary');
    await clickOn(popup, `.pause-choices button:nth-child(${choice})`);
    await says(popup, 'Paused');
    expect(await popup.evaluate(status)).toMatch(wanted);
    await tab.waitFor(isBare);
    await popup.close();
  });

  it('works only on chosen sites when asked to', async () => {
    const options = await driver.openExtensionPage('options.html');
    await clickOn(options, 'label.choice', 'only on sites');
    await tab.waitFor(isBare);
    await options.close();
    const popup = await driver.popup(tab);
    await says(popup, 'only on sites that you switch on');
    await clickOn(popup, '[role=switch]');
    await says(popup, 'marked here');
    await tab.waitFor(isMarked);
    await popup.close();
  });

  it('finds an entry by keyboard and goes on to a comparison, and back', async () => {
    const popup = await driver.popup(tab);
    // The search has the focus from the start.
    await popup.waitFor(() => document.activeElement?.matches('input[role=combobox]'));
    await popup.type('prodcer');
    await popup.waitFor(() => document.querySelector('.result'));
    await popup.press('Enter');
    expect(await popup.waitFor(() => document.querySelector('.entry-name')?.textContent)).toBe('Producer');
    await tabTo(popup, 'a, button', 'Audio engineer');
    await popup.press('Enter');
    await popup.waitFor(() => document.querySelector('.entry-name')?.textContent === 'Audio engineer');
    await popup.press('Tab', ['Shift']);
    await typeInto(popup, 'input[role=combobox]', 'mixing vs mastering');
    await popup.waitFor(() => document.querySelector('.result-compare'));
    await popup.press('ArrowDown');
    await popup.press('ArrowUp');
    await popup.press('Enter');
    const table = await popup.waitFor(() => {
      const columns = [...document.querySelectorAll('.comparison .column-open')].map((one) => one.textContent);
      return columns.length > 0 && { columns, cells: document.querySelectorAll('.comparison .cell').length };
    });
    if (!table) throw new Error('no table');
    expect(table.columns).toEqual(['Mixing', 'Mastering']);
    // What the table is taken elsewhere with: copied here, printed from a tab.
    const tools = await popup.evaluate(() =>
      [...document.querySelectorAll<HTMLElement>('.copy-tools .action')].map(
        (one) => one.getAttribute('href') ?? one.innerText,
      ),
    );
    expect(tools).toEqual(['Markdown', 'HTML', 'CSV', '/compare.html?terms=mixing,mastering']);
    await clickOn(popup, '.copy-tools .action', 'Markdown');
    await popup.waitFor(() => document.querySelector('.copy-tools .done')?.textContent === 'Copied as Markdown.');
    expect(table.cells).toBeGreaterThan(6);
    for (const seen of ['Audio engineer', 'Producer']) {
      await tabTo(popup, '.bar .tool');
      await popup.press('Enter');
      await popup.waitFor((name) => document.querySelector('.entry-name')?.textContent === name, seen);
    }
    await clickOn(popup, '.bar .tool');
    await popup.waitFor(() => document.querySelector('.site-name')?.checkVisibility());
    await popup.close();
  });

  it('leads Back to where the reader was: scrolled as it was, the focus on what opened the entry', async () => {
    const popup = await driver.popup(tab);
    await popup.waitFor(() => document.querySelector('.term-open'));
    await clickOn(popup, '.term-open', 'Beatmaker');
    await popup.waitFor(() => document.activeElement?.matches('main') && document.querySelector('.entry'));
    await tabTo(popup, '.entry .comparison-link');
    const { link, scroll } = await popup.evaluate(() => {
      scrollTo(0, 40);
      return { link: document.activeElement!.textContent, scroll: scrollY };
    });
    expect(scroll).toBe(40);
    await popup.press('Enter');
    await popup.waitFor(() => document.querySelector('.comparison') && scrollY === 0);
    await clickOn(popup, '.bar .tool');
    await popup.waitFor(() => document.querySelector('.entry'));
    expect(await popup.evaluate(() => ({ link: document.activeElement!.textContent, scroll: scrollY }))).toEqual({
      link,
      scroll,
    });
    await clickOn(popup, '.bar .tool');
    await popup.waitFor(() => document.querySelector('.site-name')?.checkVisibility());
    expect(
      await popup.evaluate(() => document.activeElement?.matches('.term-open') && document.activeElement.textContent),
    ).toContain('Beatmaker');
    await popup.close();
  });

  it('makes room for the page that a link in it opens', async () => {
    const watcher = await driver.openExtensionPage('options.html');
    const opened = (address: string) =>
      watcher.waitFor(async (wanted) => {
        const { tabs } = (globalThis as unknown as { chrome: typeof import('webextension-polyfill') }).chrome;
        const found = (await tabs.query({})).find(({ url }) => url?.endsWith(wanted));
        return found && tabs.remove(found.id!).then(() => true);
      }, address);
    for (const [selector, text, address] of [
      ['.pages a', 'Glossary', '/glossary.html'],
      ['.comparison-head .action', 'Open in a tab', '/compare.html?terms=mixing,mastering'],
    ] as const) {
      await tab.bringToFront();
      const popup = await driver.popup(tab);
      if (selector !== '.pages a') {
        await typeInto(popup, 'input[role=combobox]', 'mixing vs mastering');
        await popup.waitFor(() => document.querySelector('.result-compare'));
        await popup.press('Enter');
      }
      // Chromium takes the popup away before the press is over.
      await clickOn(popup, selector, text).catch(() => {});
      await opened(address);
      await waitUntilGone(popup);
    }
    await watcher.close();
  });

  it('throws the switch, pauses and shows a term on the page by keyboard alone', async () => {
    const popup = await driver.popup(tab);
    await says(popup, 'marked here');
    await tabTo(popup, '[role=switch]');
    await popup.press(' ');
    await says(popup, 'Switched off by you');
    await tab.waitFor(isBare);
    await popup.press('Enter');
    await says(popup, 'marked here');
    await tabTo(popup, '.pause summary');
    await popup.press('Enter');
    await tabTo(popup, '.pause-choices button', 'Here for an hour');
    // Escape leaves the list, not the popup.
    await popup.press('Escape');
    await popup.waitFor(() => document.activeElement?.matches('.pause:not([open]) summary'));
    await popup.press('Enter');
    await tabTo(popup, '.pause-choices button', 'In this tab');
    await popup.press('Enter');
    await says(popup, 'Paused in this tab');
    // What was pressed is gone; the focus is on what takes it back, and then on what pauses again.
    await popup.waitFor(() => document.activeElement?.textContent === 'Resume');
    await popup.press('Enter');
    await says(popup, 'marked here');
    await popup.waitFor(() => document.activeElement?.matches('.pause summary') && document.querySelector('.term-go'));
    await tabTo(popup, '.term-go', 'Show “Beatmaker”');
    await popup.press('Enter');
    await tab.waitFor(() => CSS.highlights.has('liner-notes-current'));
    await waitUntilGone(popup);
  });

  it('goes to each occurrence of a term, one after another, in whatever frame it is', async () => {
    const framed = await driver.open(`${server.origin}/twice`);
    await framed.waitFor(isMarked);
    const popup = await driver.popup(framed);
    const go = (said: string) =>
      popup.waitFor((wanted) => {
        const row = [...document.querySelectorAll('.term')].find((one) =>
          one.textContent?.includes('Mastering engineer'),
        );
        return row?.querySelector('.term-go span')?.textContent === wanted;
      }, said);
    const shownIn = (which: 'page' | 'frame') =>
      framed.waitFor((inFrame) => {
        const frame = document.querySelector('iframe')!.contentWindow as unknown as typeof globalThis;
        const current = [CSS, frame.CSS].map(({ highlights }) => highlights.has('liner-notes-current'));
        return current[0] === !inFrame && current[1] === inFrame;
      }, which === 'frame');
    await go('2×');
    for (const [said, where] of [
      ['1/2', 'page'],
      ['2/2', 'frame'],
      ['1/2', 'page'],
    ] as const) {
      await clickOn(popup, '.term-go', 'Show “Mastering engineer”');
      await go(said);
      await shownIn(where);
      expect(await popup.evaluate(() => document.querySelector('.terms + [role=status]')?.textContent)).toBe(
        `${said.replace('/', ' of ')} on this page`,
      );
    }
    await popup.close();
    await framed.close();
  });

  it('stays, and says so, where a term cannot be shown', async () => {
    const page = await driver.open(`${server.origin}/folded`);
    await page.waitFor(isMarked);
    const popup = await driver.popup(page);
    await popup.waitFor(() => document.querySelector('.home')?.textContent?.includes('Beatmaker'));
    await page.evaluate(() => {
      document.getElementById('later')!.style.display = 'none';
    });
    await clickOn(popup, '.term-go', 'Show “Beatmaker”');
    await popup.waitFor(() =>
      document.querySelector('.home .note')?.textContent?.includes('“Beatmaker” cannot be shown'),
    );
    await popup.close();
    await page.close();
  });

  it('shows all terms of a page, the focus on the first that was not listed', async () => {
    const page = await driver.open(`${server.origin}/many`);
    await page.waitFor(isMarked);
    const popup = await driver.popup(page);
    await popup.waitFor(() => document.querySelectorAll('.term').length === 8);
    await tabTo(popup, '.home .action', 'Show all');
    await popup.press('Enter');
    await popup.waitFor(() => document.activeElement?.matches('.term:nth-child(9) .term-open'));
    await popup.close();
    await page.close();
  });
});
