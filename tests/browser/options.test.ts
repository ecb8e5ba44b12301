import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { clickOn, says, tabTo, typeInto } from '../../browsers/by-hand.ts';
import { restOn } from '../../browsers/card.ts';
import { saveInto } from '../../browsers/downloads.ts';
import { pressInCard } from '../../browsers/in-card.ts';
import {
  BROWSERS,
  type Driver,
  launch,
  type Server,
  type Surface,
  serve,
  type Tab,
  until,
} from '../../browsers/index.ts';
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
/** Keeps what the page offers as a file. In the browser's downloads it would open their panel, which takes the next click. */
const catchFiles = (page: Surface) =>
  page.evaluate(() => {
    const { createObjectURL } = URL;
    URL.createObjectURL = (blob) => {
      void (blob as Blob).text().then((text) => {
        document.body.dataset.saved = text;
      });
      return createObjectURL(blob);
    };
    HTMLAnchorElement.prototype.click = () => {};
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

  it('take an own term once, drop a change with its fault, and forget the term wherever it was silenced', async () => {
    const faults = () => document.querySelectorAll('#own [aria-invalid=true]').length;
    await options.bringToFront();
    await typeInto(options, '.own-form input[name=name]', 'zyx');
    await options.press('Tab');
    await options.type('A word.');
    // Twice before the storage has answered.
    await options.evaluate(() => {
      const form = document.querySelector<HTMLFormElement>('.own-form')!;
      form.requestSubmit();
      form.requestSubmit();
    });
    await options.waitFor(() => document.querySelector('.own-form .done')?.textContent?.includes('“zyx” is marked'));
    expect(await options.evaluate(() => document.querySelectorAll('.own-name').length)).toBe(1);
    expect(await options.evaluate(alerts)).toBe('');

    await clickOn(options, '.own-terms .action', 'Change');
    await options.waitFor(() => (document.activeElement as HTMLInputElement).value === 'zyx');
    await options.type('x'.repeat(60));
    await options.press('Enter');
    await options.waitFor(() =>
      document.querySelector('.own-form [role=alert]')?.textContent?.includes('60 characters at most.'),
    );
    await clickOn(options, '.own-form .action', 'Leave it as it was');
    await options.waitFor(() => document.activeElement?.matches('.own-terms .action'));
    expect(await options.evaluate(faults)).toBe(0);
    expect(await options.evaluate(alerts)).toBe('');

    await typeInto(options, '.narrow-search input', 'zyx');
    await options.waitFor(() => document.querySelector('.result-name')?.textContent === 'zyx');
    await options.press('Enter');
    await options.waitFor(() => document.querySelector('.chips .chip')?.textContent?.includes('zyx'));
    await clickOn(options, '.own-terms .tool');
    await options.waitFor(() => !document.querySelector('.own-name'));
    await options.waitFor(() => !document.querySelector('.chips .chip'));
    await options.waitFor(() => (document.activeElement as HTMLInputElement).name === 'name');
  });

  it('show in the samples which kinds are marked, how and how often', async () => {
    const marked = () =>
      [...document.querySelectorAll('#words .mark')].map((one) => `${one.className.slice(10)} ${one.textContent}`);
    await options.bringToFront();
    const all = await options.evaluate(marked);
    expect(new Set(all)).toEqual(
      new Set(['producer', 'microphone', 'tempo', 'mixing', 'album', 'royalty'].map((word) => `dotted ${word}`)),
    );
    expect(all).toHaveLength(7);
    await clickOn(options, '#words label.choice', 'Roles');
    await clickOn(options, '#words label.choice', 'Rights');
    await clickOn(options, 'label.choice', 'tinted');
    await options.waitFor(() => document.querySelectorAll('#words .mark').length === 4);
    await options.waitFor(() => document.querySelectorAll('.mark-tint').length === 8);
    expect(await options.evaluate(marked)).toEqual(
      ['microphone', 'tempo', 'mixing', 'album'].map((one) => `tint ${one}`),
    );
    await clickOn(options, '#words label.choice', 'Roles');
    await clickOn(options, 'label.choice', 'Every time');
    await options.waitFor(() => document.querySelectorAll('#words .mark').length === 7);
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
    await options.waitFor(() => document.activeElement?.matches('.narrow-search input'));
    await tab.bringToFront();
    await tab.waitFor((before) => (CSS.highlights.get('liner-notes-mark')?.size ?? 0) === before, all);
  });

  it('add, find and forget sites; load and save a list of them, all or none', async () => {
    const listed = () => [...document.querySelectorAll('.site-title')].map(({ textContent }) => textContent).join();
    await options.bringToFront();
    await clickOn(options, '.add-site button');
    await options.waitFor(() => document.querySelector('#site-error')?.textContent?.startsWith('Write a site first'));
    await typeInto(options, '.add-site input', '127.0.0.1 a.example two..dots');
    await options.press('Enter');
    await options.waitFor(() => document.querySelector('#site-error')?.textContent?.startsWith('“two..dots” is not'));
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
    await options.waitFor(() => document.activeElement?.matches('.add-site input'));
    await options.waitFor(() => document.querySelector('#sites-found')?.textContent?.includes('has “127” in its name'));
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
    const pressed = (text: string) => options.waitFor((wanted) => document.activeElement?.textContent === wanted, text);
    await clickOn(options, 'button', 'Reset everything');
    // What goes is said first, on other devices too, and the focus is on the safe side.
    await pressed('Keep it');
    expect(await options.evaluate(() => document.querySelector('#reset-what')?.textContent)).toMatch(
      /terms of your own on every synced device/,
    );
    await clickOn(options, 'button', 'Keep it');
    await pressed('Reset everything');
    expect(await options.evaluate(() => document.querySelectorAll('.own-name').length)).toBe(1);
    for (const again of [true, false]) {
      await clickOn(options, 'button', 'Reset everything');
      await clickOn(options, 'button', 'Yes, forget all');
      await options.waitFor(() => !document.querySelector('.own-name'));
      await options.waitFor(() => document.body.textContent?.includes('Everything is as it was at the start'));
      if (again) await clickOn(options, '#backup button', 'Undo');
      if (again) await options.waitFor(() => document.querySelector('.own-name')?.textContent === 'zyx');
    }
    // Once something else has changed, undoing would take that along.
    await clickOn(options, 'label.choice', 'Every time');
    await options.waitFor(() => !document.querySelector('#backup')?.textContent?.includes('Undo'));
    await giveFile(options, '#settings-file', file!.replace('"tint"', '"neon"'));
    await options.waitFor(() => document.body.textContent?.includes('At “preferences.markStyle”: The value is not'));
    expect(await options.evaluate(() => document.querySelectorAll('.own-name').length)).toBe(0);
    await giveFile(options, '#settings-file', file!);
    await options.waitFor(() => document.querySelector('.own-name')?.textContent === 'zyx');
    await tab.bringToFront();
    await tab.waitFor(() => (CSS.highlights.get('liner-notes-tint')?.size ?? 0) > 0);
  });

  it('read no file that is too large, and say so when one cannot be read', async () => {
    const says = (text: string) =>
      options.waitFor((wanted) => document.querySelector('#backup')?.textContent?.includes(wanted), text);
    await options.evaluate(() => {
      File.prototype.text = () => Promise.reject(new DOMException('Gone.', 'NotFoundError'));
    });
    await giveFile(options, '#settings-file', 'x'.repeat(10_000_001));
    await says('The file is larger than 10 MB.');
    await giveFile(options, '#settings-file', '{}');
    await says('The browser could not read the file.');
    expect(options.errors).toEqual([]);
  });

  it('save a file where the browser puts files', async () => {
    const folder = await mkdtemp(path.join(tmpdir(), 'liner-notes-saved-'));
    await saveInto(driver, folder);
    await options.bringToFront();
    await clickOn(options, 'label.choice', 'tinted');
    await options.waitFor(() => document.querySelector('.mark-tint'));
    await clickOn(options, 'button', 'Save to a file');
    const file = path.join(folder, 'liner-notes-settings.json');
    const text = await until(async () => (await readFile(file, 'utf8').catch(() => '')) || null, 'the file');
    expect(JSON.parse(text!)).toMatchObject({ app: 'liner-notes', preferences: { markStyle: 'tint' } });
    await rm(folder, { recursive: true });
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
    // Firefox names the key of the popup too, which has none until the reader gives it one.
    expect(keys).toHaveLength(name === 'firefox' ? 6 : 5);
    expect(await options.evaluate(() => document.querySelectorAll('.shortcuts kbd').length)).toBe(5);
  });
});
