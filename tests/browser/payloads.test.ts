/** Texts that mean harm, wherever the extension shows a text that it did not write: they stay text. */
import naughty from 'big-list-of-naughty-strings' with { type: 'json' };
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { typeInto } from '../../browsers/by-hand.ts';
import { restOn } from '../../browsers/card.ts';
import type { ExtensionGlobal } from '../../browsers/extension-global.ts';
import { inCard } from '../../browsers/in-card.ts';
import { BROWSERS, type Driver, launch, type Server, type Surface, serve } from '../../browsers/index.ts';
import { MOST_OWN, ownTermFrom } from '../../core/settings/own-terms.ts';
import { openPage } from './open-page.ts';

const MARKUP = [
  '<img src=x onerror=pwned=1>',
  '<svg onload=pwned=1>',
  '"><script>pwned=1</script>',
  '</style><script>pwned=1</script>',
  '</textarea><svg/onload=pwned=1>',
  '<iframe srcdoc="<script>parent.pwned=1</script>">',
  '<a href="javascript:pwned=1">press</a>',
  'javascript:pwned=1',
  '{{constructor.constructor("pwned=1")()}}',
  '<!--<img src="--><img src=x onerror=pwned=1//">',
  '<math><mtext><script>pwned=1</script></mtext></math>',
  "'-pwned=1-'",
  '&lt;script&gt;pwned=1&lt;/script&gt;',
  '&#60;img src=x onerror=pwned=1&#62;',
  '__proto__ constructor toString',
];
/** Those of the list that may be names of terms: one in three is refused where it is typed, for what nobody would see. */
const NAMES = [...new Set([...MARKUP, ...naughty.filter((text) => /[<>&"'`{]/.test(text))])]
  .filter((name) => !('fault' in ownTermFrom('own:aaaaaaaa', { name, definition: name })))
  .filter((name, index, all) => all.findIndex((other) => other.toLowerCase() === name.toLowerCase()) === index)
  .slice(0, MOST_OWN / 2);

/** All the markup, as much of it as a definition may hold. */
const ALL_MARKUP = MARKUP.join(' ').slice(0, 300);

/** A term for each text, and one whose word is on the page, with its definition. */
const terms = (texts: string[], definition = ALL_MARKUP) => ({
  'own:zzzzzzzz': { name: 'zyx', definition },
  ...Object.fromEntries(
    texts.map((text, at) => [`own:${String(at).padStart(8, '0')}`, { name: text, definition: text }]),
  ),
});

/** What has come of the texts in a document: which ran, and all elements by their names. */
const outcome = () => ({
  ran: 'pwned' in globalThis,
  elements: [...document.querySelectorAll('*')].map((one) => one.localName),
  handlers: [...document.querySelectorAll('*')].filter((one) =>
    [...one.attributes].some(({ name, value }) => /^on/.test(name) || /^\s*javascript:/i.test(value)),
  ).length,
});

describe.each(BROWSERS)('texts that mean harm, in %s', (name) => {
  let driver: Driver;
  let server: Server;

  beforeAll(async () => {
    server = await serve('tests/fixtures', () => ({
      body: `<!doctype html><html lang="en"><title>&lt;img src=x onerror=pwned=1&gt;</title><link rel="icon" href="data:,"><body><p>The record producer saw a zyx.</p>`,
    }));
    driver = await launch(name);
  });
  afterAll(async () => {
    await driver?.close();
    await server?.close();
  });

  const keep = async (texts: string[], definition?: string) => {
    const page = await driver.openExtensionPage('options.html');
    await page.evaluate(
      async (items) => {
        const { storage } = (globalThis as unknown as ExtensionGlobal).chrome;
        await storage.sync.clear();
        await storage.sync.set(items);
      },
      terms(texts, definition),
    );
    await page.close();
  };
  const safe = async (surface: Surface) => {
    const { ran, handlers, elements } = await surface.evaluate(outcome);
    expect({ ran, handlers }).toEqual({ ran: false, handlers: 0 });
    return elements;
  };

  it('there are enough of them', () => expect(NAMES.length).toBeGreaterThan(60));

  it('are shown letter by letter among the reader’s own terms, in as many elements as harmless ones', async () => {
    const shown: string[][] = [];
    const trees: string[][] = [];
    for (const texts of [NAMES, NAMES.map((_, at) => `Plain ${at}`)]) {
      await keep(texts);
      const options = await openPage(driver, 'options.html');
      // Drawn as a whole: the keys come a moment later, when the browser has told them.
      await options.waitFor(
        (count) =>
          document.querySelectorAll('.own-name').length === count &&
          document.querySelectorAll('.shortcuts dd').length > 1,
        Object.keys(terms(texts)).length,
      );
      shown.push(
        await options.evaluate(() => [...document.querySelectorAll('.own-name')].map((one) => one.textContent ?? '')),
      );
      trees.push(await safe(options));
      expect(options.errors).toEqual([]);
      await options.close();
    }
    expect(shown[0]!.toSorted()).toEqual([...NAMES, 'zyx'].toSorted());
    expect(trees[0]!.length).toBe(trees[1]!.length);
    expect(new Set(trees[0])).toEqual(new Set(trees[1]));
  });

  it('are only read in the card, which is made of the same elements as a harmless one', async () => {
    const trees: (string[] | null)[] = [];
    for (const definition of [ALL_MARKUP, 'A plain word.']) {
      await keep(NAMES, definition);
      const tab = await driver.open(`${server.origin}/`);
      await tab.bringToFront();
      // A pointer that came before the marks rests on nothing.
      await tab.waitFor(() => CSS.highlights.get('liner-notes-mark')?.size === 2);
      expect((await restOn(tab, 'zyx')).join('\n')).toContain(definition);
      trees.push(await inCard(driver, tab, (root) => [...root.querySelectorAll('*')].map((one) => one.localName)));
      expect(await tab.evaluate(() => 'pwned' in globalThis)).toBe(false);
      expect(tab.errors).toEqual([]);
      await tab.close();
    }
    expect(trees[1]).toContain('button');
    expect(trees[0]).toEqual(trees[1]);
  });

  it('are only read in the popup', async () => {
    await keep(NAMES);
    const tab = await driver.open(`${server.origin}/`);
    const popup = await driver.popup(tab);
    for (const text of MARKUP.slice(0, 6)) {
      await typeInto(popup, 'input[role=combobox]', text);
      await popup.waitFor(() => document.querySelector('.result, .search-none'));
      await safe(popup);
      await popup.evaluate(() => (document.querySelector('input[role=combobox]') as HTMLInputElement).select());
    }
    await popup.close();
    expect(tab.errors).toEqual([]);
    await tab.close();
  });

  it.each(['glossary.html?q=', 'glossary.html#', 'compare.html?terms='])(
    'do nothing in the address of %s',
    async (path) => {
      for (const text of MARKUP.slice(0, 5)) {
        const page = await openPage(driver, `${path}${encodeURIComponent(text)}`);
        await page.waitFor(() => document.querySelector('main h1'));
        await safe(page);
        expect(page.errors).toEqual([]);
        await page.close();
      }
    },
  );
});
