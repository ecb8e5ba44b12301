import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { allErrors } from '../../browsers/all-errors.ts';
import { askMarks, askState } from '../../browsers/content-script.ts';
import { BROWSERS, type Driver, launch, type Server, serve, type Tab, until } from '../../browsers/index.ts';
import { shortcut } from '../../browsers/shortcut.ts';
import { compileTables } from '../../build/compile-tables.ts';
import type { Pointless } from './engine/odd/page.ts';
import { seenCard, seenMark, seenPointless, seenTree } from './engine/odd-card.ts';
import { htmlOf, ODD_PAGES } from './engine/odd-pages.ts';
import { harmOf, UNHARMED } from './engine/witness.ts';

/** What a browser says of the page itself, with or without us: its policy at work, a tree too deep for it. */
const OF_THE_PAGE = /Content-Security-Policy|Content Security Policy|tree is too deep/;

const PATIENCE = { timeout: 10_000, interval: 25 };

const TERMS = new Map(compileTables().glossary.terms.map((term) => [term.id, term]));
/** Where the pointer is out of the way. */
const ASIDE = { x: 990, y: 690 };

describe.each(BROWSERS)('on odd and hostile pages, in %s', (name) => {
  let driver: Driver;
  let server: Server;
  let extension: Tab;
  let tab: Tab;
  let errors: () => Promise<string[]>;

  beforeAll(async () => {
    server = await serve('tests/fixtures', (path) => {
      const page = ODD_PAGES[Number(/^\/(\d+)$/.exec(path)?.[1] ?? -1)];
      return page && { body: htmlOf(page), type: page.type ?? 'text/html; charset=utf-8', headers: page.headers };
    });
    driver = await launch(name);
    errors = await allErrors(driver);
    extension = await driver.openExtensionPage('popup.html');
    tab = await driver.open('about:blank');
  });
  afterAll(async () => {
    await driver?.close();
    await server?.close();
  });

  const surfaces = async (url: string) => (await askMarks(extension, url)).marks.map(({ surface }) => surface);

  /** The card that is open says of a term what the glossary says, and can be seen as a whole. */
  async function expectCard(term: string | undefined): Promise<void> {
    const card = (await until(() => seenCard(driver, tab), `the card of ${term}`))!;
    const { name, definition } = TERMS.get(term ?? '') ?? {};
    expect(card).toEqual({ name, definition, inside: expect.closeTo(1, 2) });
  }

  async function closeCard(tree: string): Promise<void> {
    await tab.press('Escape');
    await expect.poll(() => seenCard(driver, tab), PATIENCE).toBeNull();
    expect(await seenTree(driver, tab)).toBe(tree);
  }

  /** Opens it by key and, but where that is `pointless`, by the pointer. */
  async function openCards(url: string, pointless: Pointless | undefined): Promise<void> {
    const { marks } = await askMarks(extension, url);
    const termOf = (text: string) =>
      marks.find(({ surface }) => {
        const words = surface.split(/\s+/);
        // What lies between two words on the page may be more than white space.
        return text.startsWith(words[0]!) && text.endsWith(words.at(-1)!);
      })?.term;
    const tree = await seenTree(driver, tab);
    const first = await seenMark(driver, tab);
    await shortcut(driver, tab, 'next-term');
    await expectCard(first ? termOf(first.text) : marks[0]!.term);
    await closeCard(tree);
    if (pointless) {
      expect(await seenPointless(driver, tab, marks[0]!.surface)).toBe(pointless);
      return;
    }
    const mark = (await until(() => seenMark(driver, tab), 'a mark in view'))!;
    await tab.move(mark.x - 3, mark.y);
    await tab.move(mark.x, mark.y);
    await expectCard(termOf(mark.text));
    await closeCard(tree);
    await tab.move(ASIDE.x, ASIDE.y);
  }

  it.each(ODD_PAGES.map((page, index) => ({ ...page, index })))(
    'marks what is right, says what it is, and harms nothing: $name',
    async ({ index, marks, numb, rewritten, fleeting, pointless }) => {
      const url = `${server.origin}/${index}`;
      tab.requests.length = 0;
      const heard = (await errors()).length;
      await tab.goto(url);
      // Shadow roots that were there before us are found a moment later; what is not to be marked never is.
      await expect.poll(() => surfaces(url), PATIENCE).toEqual(marks);
      expect(
        tab.requests.filter((asked) => !/^data:/.test(asked) && asked !== url && !asked.endsWith('/favicon.ico')),
      ).toEqual([]);
      if (!rewritten) expect(await harmOf(tab, !numb)).toEqual(UNHARMED);
      if (fleeting) await tab.reload();
      if (marks.length > 0) await openCards(url, pointless?.[name]);
      expect(await askState(extension, url)).toMatchObject({
        state: marks.length > 0 ? 'marking' : expect.stringMatching(/^(nothing|off)$/),
      });
      expect((await errors()).slice(heard).filter((error) => !OF_THE_PAGE.test(error))).toEqual([]);
    },
  );
});
