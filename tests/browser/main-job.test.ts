/** The main job, end to end, as a reader does it: rest on a word, read, compare, switch the site off. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { allErrors } from '../../browsers/all-errors.ts';
import { allRequests } from '../../browsers/all-requests.ts';
import { clickOn } from '../../browsers/by-hand.ts';
import { readCard, restOn } from '../../browsers/card.ts';
import { askMarks, askState } from '../../browsers/content-script.ts';
import { BROWSERS, type Driver, launch, type Server, serve, type Tab, until } from '../../browsers/index.ts';

const STRICT = {
  body: `<!doctype html><html lang="en"><title>Strict</title><link rel="icon" href="data:,"><p>The record producer and the mastering engineer made the album.`,
  headers: {
    'content-security-policy':
      "default-src 'none'; img-src data:; style-src 'none'; require-trusted-types-for 'script'",
  },
};
const FRAMED = `<!doctype html><html lang="en"><title>Framed</title>
  <p>The record producer thanked the mastering engineer.</p><iframe src="/article.html" width="600" height="400"></iframe>`;

describe.each(BROWSERS)('the main job in %s', (name) => {
  const profile = mkdtempSync(path.join(tmpdir(), 'liner-notes-profile-'));
  let driver: Driver;
  let requests: () => Promise<string[]>;
  let errors: () => Promise<string[]>;
  let server: Server;
  let tab: Tab;
  let extensionPage: Tab;

  beforeAll(async () => {
    server = await serve('demo', (pathname) => {
      if (pathname === '/strict.html') return STRICT;
      return pathname === '/framed.html' ? { body: FRAMED } : undefined;
    });
    driver = await launch(name, { profile });
    requests = await allRequests(driver);
    errors = await allErrors(driver);
    extensionPage = await driver.openExtensionPage('popup.html');
    tab = await driver.open(`${server.origin}/article.html`);
  });
  afterAll(async () => {
    await driver?.close();
    await server?.close();
    rmSync(profile, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
  });

  const termsOn = async (url: string) =>
    (await askMarks(extensionPage, url)).marks.map((mark) => mark.surface.toLowerCase());

  const stateBecomes = (expected: object) =>
    until(
      async () => isDeepStrictEqual(await askState(extensionPage, `${server.origin}/article.html`), expected),
      `the state ${JSON.stringify(expected)}`,
    );

  it('marks the words of music and leaves the film, the software and the train alone', async () => {
    const { marks } = await askMarks(extensionPage, `${server.origin}/article.html`);
    const surfaces = marks.map((mark) => mark.surface.toLowerCase());
    for (const word of [
      'producer',
      'recording engineer',
      'mix engineer',
      'mastering engineer',
      'beatmaker',
      'lyricist',
    ]) {
      expect(surfaces).toContain(word);
    }
    // The aside of the article is made of the same words in their other senses.
    const elsewhere = /film producer raises|Kafka producer writes|software engineer ships|train conductor checks/i;
    const inTheAside = marks.filter(({ context }) => elsewhere.test(context)).map(({ surface }) => surface);
    // Its last word speaks of the record's credits again.
    expect(inTheAside.filter((surface) => surface !== 'credits')).toEqual([]);
  });

  it('paints the marks and leaves the page as it was, node for node', async () => {
    const plain = await launch(name, { extension: null });
    const untouched = await plain.open(`${server.origin}/article.html`);
    const html = await untouched.evaluate(() => document.documentElement.outerHTML);
    await plain.close();
    expect(await tab.waitFor(() => CSS.highlights.get('liner-notes-mark')?.size)).toBeGreaterThan(3);
    expect(await tab.evaluate(() => document.documentElement.outerHTML)).toBe(html);
  });

  it('shows the card when the pointer rests on a word, and takes it away on Escape', async () => {
    const card = (await restOn(tab, 'producer')).join('\n');
    expect(card).toContain('Producer');
    expect(card).toMatch(/record/i);
    expect(card).toMatch(/link: /);
    await tab.press('Escape');
    await until(async () => (await readCard(tab)).length === 0, 'the card to close');
    expect(await tab.evaluate(() => document.documentElement.lastElementChild?.localName)).toBe('body');
  });

  it('works under a strict content security policy', async () => {
    const strict = await driver.open(`${server.origin}/strict.html`);
    const card = (await restOn(strict, 'producer')).join('\n');
    expect(card).toContain('Producer');
    expect(strict.errors).toEqual([]);
    await strict.close();
  });

  it('tells in the real toolbar popup what is on this page', async () => {
    const popup = await driver.popup(tab);
    await popup.waitFor(() => /127\.0\.0\.1/.test(document.body.innerText) && /Producer/.test(document.body.innerText));
    await popup.close();
  });

  it('asks nothing of the network, in the page, the popup or the background, and fails in none of them', async () => {
    const asked = [...tab.requests, ...(await requests())];
    expect(asked).toContain(`${server.origin}/article.html`);
    const own = [server.origin, driver.origin, 'data:'];
    expect(asked.filter((url) => !own.some((start) => url.startsWith(start)))).toEqual([]);
    expect(await errors()).toEqual([]);
  });

  it('switches the site off and on from the popup, at once, in every tab and frame of the site', async () => {
    const framed = await driver.open(`${server.origin}/framed.html`);
    await until(async () => (await termsOn(`${server.origin}/framed.html`)).length > 0, 'marks on the framed page');
    await framed.waitFor(
      () => (window.frames[0] as Window & typeof globalThis)?.CSS.highlights.get('liner-notes-mark')?.size,
    );
    const popup = await driver.popup(tab);
    await clickOn(popup, '[role=switch]');
    const painted = () => {
      const frames = [window, ...Array.from(window.frames)] as (Window & typeof globalThis)[];
      return frames.some((frame) => (frame.CSS.highlights.get('liner-notes-mark')?.size ?? 0) > 0);
    };
    for (const open of [tab, framed]) {
      await until(async () => !(await open.evaluate(painted)), 'the marks to vanish');
    }
    await stateBecomes({ state: 'off', reason: 'site-off' });
    await popup.close();
    const neighbour = await driver.open(`${server.origin.replace('127.0.0.1', 'localhost')}/article.html`);
    await neighbour.waitFor(painted);
    await neighbour.close();
    await framed.close();
  });

  it('remembers the switch over a restart of the browser, and switches on again', async () => {
    await driver.close();
    driver = await launch(name, { profile });
    extensionPage = await driver.openExtensionPage('popup.html');
    tab = await driver.open(`${server.origin}/article.html`);
    await stateBecomes({ state: 'off', reason: 'site-off' });
    const popup = await driver.popup(tab);
    await clickOn(popup, '[role=switch]');
    await tab.waitFor(() => (CSS.highlights.get('liner-notes-mark')?.size ?? 0) > 0);
    await popup.close();
  });
});
