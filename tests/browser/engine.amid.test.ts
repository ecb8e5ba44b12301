/** What is to be left alone is so too when it becomes so while the page is being read. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { BROWSERS, type Driver, launch, type Server, serve, type Tab } from '../../browsers/index.ts';
import { bundle } from './engine/bundle.ts';
import type { ReadAmid } from './engine/walked-page.ts';

declare const readAmid: ReadAmid;

/** Paragraphs: each slice of a walk takes a small part of them. */
const PARAGRAPHS = 2000;

describe.each(BROWSERS)('a page that changes while it is read, in %s', (name) => {
  let driver: Driver;
  let server: Server;
  let tab: Tab;

  beforeAll(async () => {
    const script = await bundle('tests/browser/engine/walked-page.ts');
    server = await serve('tests/fixtures', (path) => {
      if (path === '/engine.js') return { body: script, type: 'text/javascript' };
      return { body: '<!doctype html><html lang="en"><title>Page</title><body><script src="/engine.js"></script>' };
    });
    driver = await launch(name, { extension: null });
    tab = await driver.open(`${server.origin}/`);
  });
  afterAll(async () => {
    await driver?.close();
    await server?.close();
  });

  it.each([
    ['ahead of what has been read becomes an editor', 'ahead'],
    ['where it is being read becomes an editor', 'around'],
    ['ahead of what has been read is put in, with an editor in it', 'added'],
    ['ahead of what has been read is an editor no more', 'opened'],
    ['where it is being read is said to be in another language', 'language'],
  ])('keeps what a fresh scan finds when text %s', async (_, how) => {
    const { slices, kept, fresh } = await tab.evaluate(
      (how, paragraphs) => {
        const main = document.createElement('main');
        for (let part = 0; part < 4; part++) {
          const section = main.appendChild(document.createElement('section'));
          for (let i = 0; i < paragraphs / 4; i++)
            section.appendChild(document.createElement('p')).textContent = 'The record producer met an engineer.';
        }
        if (how === 'opened') main.children[2]!.role = 'textbox';
        document.body.replaceChildren(main);
        return readAmid(3, () => {
          if (how === 'ahead') (main.lastElementChild as HTMLElement).contentEditable = 'true';
          else if (how === 'around') main.firstElementChild!.role = 'textbox';
          else if (how === 'opened') main.children[2]!.role = null;
          else if (how === 'language') main.firstElementChild!.setAttribute('lang', 'de');
          else main.lastElementChild!.insertAdjacentHTML('afterend', '<div>A producer<p contenteditable>A mix</div>');
        });
      },
      how,
      PARAGRAPHS,
    );
    // What changed had been read in part, or not yet.
    expect(slices).toBeGreaterThan(8);
    expect(fresh.length).toBeGreaterThan(PARAGRAPHS / 2);
    expect(kept).toEqual(fresh);
  });
});
