import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { clickOn, says, tabTo, typeInto } from '../../browsers/by-hand.ts';
import { restOn } from '../../browsers/card.ts';
import { pressInCard } from '../../browsers/in-card.ts';
import { BROWSERS, type Driver, launch, type Server, type Surface, serve, type Tab } from '../../browsers/index.ts';
import { keepSettingsIn } from '../../browsers/keep-settings.ts';
import { isBare, isMarked } from '../../browsers/marks-of.ts';
import { MORE_MUSIC } from './music-page.ts';

const PAGES: Record<string, string> = {
  '/': `${MORE_MUSIC} The mastering engineer came back, and the beatmaker too.`,
  '/cooking':
    '<!doctype html><html lang="en"><title>Soup</title><body><p>Peel the carrots, said the Flux Capacitor, and boil them.',
};

const painted = () => CSS.highlights.get('liner-notes-mark')?.size ?? 0;
/** Puts a file into a file field. The browser's own dialog is out of reach: what comes after it is real. */
const giveFile = (page: Surface, field: string, text: string) =>
  page.evaluate(
    (selector, content) => {
      const input = document.querySelector<HTMLInputElement>(selector)!;
      const transfer = new DataTransfer();
      transfer.items.add(new File([content], 'given.txt'));
      input.files = transfer.files;
      input.dispatchEvent(new Event('change', { bubbles: true }));
    },
    field,
    text,
  );
/** Keeps what the page offers as a file, which would land in the browser's downloads. */
const catchFiles = (page: Surface) =>
  page.evaluate(() => {
    const { createObjectURL } = URL;
    URL.createObjectURL = (blob) => {
      void (blob as Blob).text().then((text) => {
        document.body.dataset.saved = text;
      });
      return createObjectURL(blob);
    };
  });
const saved = (page: Surface) => page.waitFor(() => document.body.dataset.saved);
const alerts = () => [...document.querySelectorAll('[role=alert]')].map((one) => one.textContent).join('');

describe.each(BROWSERS)('the options in %s', (name) => {
  let driver: Driver;
  let server: Server;
  let tab: Tab;
  let options: Tab;

  beforeAll(async () => {
    server = await serve('tests/fixtures', (path) => (PAGES[path] ? { body: PAGES[path] } : undefined));
    driver = await launch(name);
  });
  afterAll(async () => {
    await driver?.close();
    await server?.close();
  });
  beforeEach(async () => {
    tab = await driver.open(`${server.origin}/`);
    options = await driver.openExtensionPage('options.html');
    await keepSettingsIn(options);
    await tab.waitFor(isMarked);
    return async () => {
      await tab.close();
      await options.close();
    };
  });

  it('keep a term of the reader’s own: marked at once, in the popup, in the card, and gone when removed', async () => {
    const soup = await driver.open(`${server.origin}/cooking`);
    await options.bringToFront();
    await typeInto(options, '.own-form input[name=name]', 'flux capacitor');
    await options.press('Enter');
    // What is missing is named at its field, which has the focus.
    await options.waitFor(() => document.activeElement?.matches('textarea[name=definition][aria-invalid=true]'));
    expect(await options.evaluate(alerts)).toBe('Write something here.');
    await options.type('A <b>choir</b> of one.');
    await options.press('Tab');
    await options.type('fluxer');
    await tabTo(options, '.own-form button', 'Add the term');
    await options.press('Enter');
    await options.waitFor(() => document.querySelector('.own-name')?.textContent === 'flux capacitor');
    // The page was open, and is about something else.
    await soup.bringToFront();
    await soup.waitFor(isMarked);
    const card = await restOn(soup, 'Flux Capacitor');
    expect(card.join('\n')).toMatch(/your own term/i);
    expect(card.join('\n')).toContain('A <b>choir</b> of one.');
    // It need not be about music, so that is not what it is silenced for.
    await pressInCard(driver, soup, 'Why');
    await pressInCard(driver, soup, 'Not this word here');
    await soup.waitFor(isBare);
    await pressInCard(driver, soup, 'Undo');
    await soup.waitFor(isMarked);

    const popup = await driver.popup(soup);
    await says(popup, '1 term marked here');
    await popup.waitFor(() => document.querySelector('.term-name')?.textContent === 'flux capacitor');
    await popup.waitFor(() => document.activeElement?.matches('input[role=combobox]'));
    await popup.type('fluxer');
    await popup.waitFor(() => document.querySelector('.result-kind')?.textContent === 'Your own term');
    await popup.press('Enter');
    await popup.waitFor(() => document.querySelector('.entry-definition')?.textContent === 'A <b>choir</b> of one.');
    await popup.close();

    await options.bringToFront();
    await clickOn(options, '.own-terms .tool');
    await options.waitFor(() => !document.querySelector('.own-name'));
    await soup.bringToFront();
    await soup.waitFor(isBare);
    await soup.close();
  });

  it('change how words are marked, and how often, in a page that is open', async () => {
    const first = await tab.evaluate(painted);
    await options.bringToFront();
    await clickOn(options, 'label.choice', 'Every time');
    await tab.bringToFront();
    await tab.waitFor((before) => (CSS.highlights.get('liner-notes-mark')?.size ?? 0) > before, first);
    await options.bringToFront();
    await clickOn(options, 'label.choice', 'tinted');
    await tab.bringToFront();
    await tab.waitFor(() => (CSS.highlights.get('liner-notes-tint')?.size ?? 0) > 0);
    expect(await tab.evaluate(isBare)).toBe(true);
    // The same from the start of a page.
    await tab.reload();
    await tab.waitFor(() => (CSS.highlights.get('liner-notes-tint')?.size ?? 0) > 0);
    expect(await tab.evaluate(isBare)).toBe(true);
  });

  it('mute a word by keyboard, and mark it again', async () => {
    await options.bringToFront();
    const all = await tab.evaluate(painted);
    await typeInto(options, '.narrow-search input', 'beatmkaer');
    await options.waitFor(() => document.querySelector('.result'));
    await options.press('Enter');
    await options.waitFor(() => document.querySelector('.chips .chip')?.textContent?.includes('Beatmaker'));
    await tab.bringToFront();
    await tab.waitFor((before) => (CSS.highlights.get('liner-notes-mark')?.size ?? 0) === before - 1, all);
    await options.bringToFront();
    await clickOn(options, '.chips .chip');
    await tab.bringToFront();
    await tab.waitFor((before) => (CSS.highlights.get('liner-notes-mark')?.size ?? 0) === before, all);
  });

  it('add, find and forget sites; load and save a list of them, all or none', async () => {
    const listed = () => [...document.querySelectorAll('.site-title')].map(({ textContent }) => textContent).join();
    await options.bringToFront();
    await typeInto(options, '.add-site input', '127.0.0.1 a.example two..dots');
    await options.press('Enter');
    await options.waitFor(() => document.querySelector('#site-error')?.textContent?.includes('is not a site'));
    expect(await options.evaluate(listed)).toBe('');
    for (let i = 0; i < 'two..dots'.length; i++) await options.press('Backspace');
    await options.press('Enter');
    await options.waitFor(() => document.querySelectorAll('.site-title').length === 2);
    await tab.bringToFront();
    await tab.waitFor(isBare);
    await options.bringToFront();
    await typeInto(options, '.add-site input', '127');
    await options.waitFor(() => document.querySelectorAll('.site-title').length === 1);
    await clickOn(options, '.sites .tool');
    await tab.bringToFront();
    await tab.waitFor(isMarked);

    await giveFile(options, '#site-list-file', 'b.example\nc.example\nno site\n<x>\n');
    await options.waitFor(() =>
      document.querySelector('#site-list-said')?.textContent?.includes('In line 3, “no site”'),
    );
    await giveFile(options, '#site-list-file', '# mine\nb.example\nC.example.\n');
    await options.waitFor(() => document.querySelector('#site-list-said')?.textContent === 'Loaded 2 sites.');
    await options.bringToFront();
    await catchFiles(options);
    await clickOn(options, 'button', 'Save the list');
    expect(await saved(options)).toBe('a.example\nb.example\nc.example\n');
  });

  it('save everything, reset it, and load it again; a file with a fault changes nothing', async () => {
    await options.bringToFront();
    await clickOn(options, 'label.choice', 'tinted');
    await typeInto(options, '.own-form input[name=name]', 'zyx');
    await options.press('Tab');
    await options.type('A word.');
    await tabTo(options, '.own-form button', 'Add the term');
    await options.press(' ');
    await options.waitFor(() => document.querySelector('.own-name'));
    // Once it is stored the form is empty and has the focus again, which may move the page.
    await options.waitFor(() => (document.activeElement as HTMLInputElement).name === 'name');
    await options.waitFor(() => (document.activeElement as HTMLInputElement).value === '');
    await catchFiles(options);
    await clickOn(options, 'button', 'Save to a file');
    const file = await saved(options);
    expect(JSON.parse(file!)).toMatchObject({ app: 'liner-notes', version: 2, preferences: { markStyle: 'tint' } });
    await clickOn(options, 'button', 'Reset everything');
    await clickOn(options, 'button', 'Keep them');
    expect(await options.evaluate(() => document.querySelectorAll('.own-name').length)).toBe(1);
    await clickOn(options, 'button', 'Reset everything');
    await clickOn(options, 'button', 'Yes, forget all');
    await options.waitFor(() => !document.querySelector('.own-name'));
    await options.waitFor(() => document.body.textContent?.includes('Everything is as it was at the start'));
    await giveFile(options, '#settings-file', file!.replace('"tint"', '"neon"'));
    await options.waitFor(() => document.body.textContent?.includes('At “preferences.markStyle”: The value is not'));
    expect(await options.evaluate(() => document.querySelectorAll('.own-name').length)).toBe(0);
    await giveFile(options, '#settings-file', file!);
    await options.waitFor(() => document.querySelector('.own-name')?.textContent === 'zyx');
    await tab.bringToFront();
    await tab.waitFor(() => (CSS.highlights.get('liner-notes-tint')?.size ?? 0) > 0);
  });

  it('lose nothing when two windows change them, and show each what the other did', async () => {
    const second = await driver.openExtensionPage('options.html');
    const has = (text: string) => (page: Surface) =>
      page.waitFor(
        (wanted) =>
          [...document.querySelectorAll('label.choice')]
            .find((label) => label.textContent?.includes(wanted))
            ?.querySelector('input')?.checked,
        text,
      );
    await clickOn(second, 'label.choice', 'tinted');
    await options.bringToFront();
    await clickOn(options, 'label.choice', 'Every time');
    await typeInto(options, '.add-site input', 'a.example');
    await options.press('Enter');
    for (const page of [options, second]) {
      await page.bringToFront();
      await has('tinted')(page);
      await has('Every time')(page);
      await page.waitFor(() => document.querySelector('.site-title')?.textContent === 'a.example');
    }
    await second.close();
  });

  it('name the keys as the browser has them', async () => {
    const keys = await options.waitFor(() => {
      const all = [...document.querySelectorAll('.shortcuts dd')].map(({ textContent }) => textContent);
      return all.length > 4 && all;
    });
    expect(keys).toHaveLength(5);
    expect(await options.evaluate(() => document.querySelectorAll('.shortcuts kbd').length)).toBe(5);
  });
});
