import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Driver, launch, type Server, type Surface, serve } from '../../browsers/index.ts';
import { pseudoLocale } from '../../browsers/pseudo-locale.ts';

const PAGES = [
  'compare.html',
  'compare.html?terms=producer',
  'compare.html?terms=producer,audio-engineer,beatmaker',
  'compare.html?terms=mixing,mastering,overdub,comping',
  'glossary.html',
  'glossary.html?by=kind',
  'glossary.html?by=stage',
  'glossary.html#producer',
  'options.html',
  'welcome.html',
];
const WIDTHS = [360, 800];

/** A page that draws itself anew for its width has done so. */
const painted = () =>
  new Promise<boolean>((done) => requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(done, 0, true))));

/** Texts that leave their own box, are clipped by one, or make the page scroll sideways. */
function misplaced(): string[] {
  /** Shortened on purpose, and whole elsewhere; or not to be seen at all. */
  const SHORTENED = '.result-definition, .term-definition, .result-alias, .visually-hidden, .stage-words';
  const found = new Set<string>();
  const root = document.documentElement;
  if (root.scrollWidth > root.clientWidth) {
    const widest = [...document.querySelectorAll('body *')].findLast((one) => {
      const { left, right } = one.getBoundingClientRect();
      return left < 0 || right > root.clientWidth;
    });
    found.add(`the page is ${root.scrollWidth} px wide, for ${widest?.outerHTML.slice(0, 200)}`);
  }
  const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let text = texts.nextNode(); text; text = texts.nextNode()) {
    const parent = text.parentElement!;
    if (!text.nodeValue?.trim() || !parent.checkVisibility() || parent.closest(SHORTENED)) continue;
    // Word by word: blanks and the marks that turn a word around may hang out of the end of a line.
    const lines = [...text.nodeValue.matchAll(/[^\s\u202c\u202e]+/g)].flatMap(({ 0: word, index }) => {
      const range = document.createRange();
      range.setStart(text, index);
      range.setEnd(text, index + word.length);
      return [...range.getClientRects()];
    });
    for (let box: Element | null = parent; box && box !== document.body; box = box.parentElement) {
      const { display, overflowX } = getComputedStyle(box);
      if (overflowX === 'auto' || overflowX === 'scroll') break;
      if (display === 'inline' || display === 'contents') continue;
      const { left, right, top, bottom } = box.getBoundingClientRect();
      const clips = overflowX !== 'visible';
      const out = lines.some(
        (line) =>
          line.left < left - 1 || line.right > right + 1 || (clips && (line.top < top - 1 || line.bottom > bottom + 1)),
      );
      if (out) found.add(`“${text.nodeValue.trim().slice(0, 60)}” in ${box.tagName} ${box.getAttribute('class')}`);
    }
  }
  const names = [...document.querySelectorAll('.stage-name')].map((name) => name.getBoundingClientRect());
  for (const [i, a] of names.entries())
    for (const b of names.slice(i + 1))
      if (a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom) found.add('names of stages');
  return [...found];
}

/** Firefox once, in the direction that shows more: where lines break is decided by the words' lengths in both. */
const RUNS = [
  ['chromium', 'ltr'],
  ['chromium', 'rtl'],
  ['firefox', 'rtl'],
] as const;

describe.each(RUNS)('with words grown by two fifths, in %s, %s', (name, direction) => {
  let driver: Driver;
  let server: Server;
  beforeAll(async () => {
    server = await serve('demo');
    driver = await launch(name, { extension: pseudoLocale(name, direction) });
  });
  afterAll(async () => {
    await driver?.close();
    await server?.close();
  });
  const runsSo = (surface: Surface) =>
    surface.waitFor(
      (wanted) => document.querySelector('main') && getComputedStyle(document.body).direction === wanted,
      direction,
    );

  it.each(PAGES)('no text is cut and nothing sticks out: %s', async (path) => {
    const tab = await driver.openExtensionPage(path);
    await runsSo(tab);
    for (const width of WIDTHS) {
      await tab.viewport(width, 700);
      await tab.waitFor((wanted) => innerWidth === wanted, width);
      await tab.evaluate(painted);
      expect({ width, misplaced: await tab.evaluate(misplaced) }).toEqual({ width, misplaced: [] });
    }
    await tab.close();
  });

  it('no text of the popup is cut, on its first view, in an entry and in a comparison', async () => {
    const tab = await driver.open(`${server.origin}/article.html`);
    const popup = await driver.popup(tab);
    await runsSo(popup);
    await popup.waitFor(() => document.querySelector('.term-open'));
    expect(await popup.evaluate(misplaced)).toEqual([]);
    for (const [link, view] of [
      ['.comparison-link', '.comparison'],
      ['.column-open', '.entry'],
    ] as const) {
      await popup.evaluate((selector) => document.querySelector<HTMLElement>(selector)!.click(), link);
      await popup.waitFor((selector) => document.querySelector(selector), view);
      expect(await popup.evaluate(misplaced)).toEqual([]);
    }
    await popup.close();
    await tab.close();
  });
});
