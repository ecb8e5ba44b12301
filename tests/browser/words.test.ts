import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { command } from '../../browsers/command.ts';
import { inCard } from '../../browsers/in-card.ts';
import { type Driver, launch, type Server, type Surface, serve, type Tab, until } from '../../browsers/index.ts';
import { keepSettings } from '../../browsers/keep-settings.ts';
import { isMarked } from '../../browsers/marks-of.ts';
import { pseudoLocale } from '../../browsers/pseudo-locale.ts';
import { closed, hover } from './card/stage.ts';
import { misplaced } from './misplaced.ts';

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

/** Of the card's text, and the page's width in CSS px. */
const SIZES = [
  ['normal', 800],
  ['normal', 360],
  ['largest', 360],
] as const;

/** Presses the first control of a selector in the card. */
async function pressIn(driver: Driver, tab: Tab, selector: string): Promise<void> {
  const find = (root: ShadowRoot, wanted: string) => {
    const control = root.querySelector(wanted);
    control?.scrollIntoView({ block: 'nearest', behavior: 'instant' });
    return control?.getBoundingClientRect().toJSON() as DOMRect | undefined;
  };
  const box = await until(() => inCard(driver, tab, find, selector), `${selector} in the card`);
  await tab.click(box!.x + box!.width / 2, box!.y + box!.height / 2);
}

/** A source of which next to nothing is to be read, though there may be more of it than the card has room for. */
function lostSources(root: ShadowRoot): string[] {
  const EMS = 6;
  const sources = root.querySelector('.sources');
  if (!sources) return [];
  const em = Number.parseFloat(sources.ownerDocument.defaultView!.getComputedStyle(sources).fontSize);
  return sources.clientWidth < Math.min(sources.scrollWidth, EMS * em) ? [`${sources.clientWidth} px of a source`] : [];
}

/** A page that draws itself anew for its width has done so. */
const painted = () =>
  new Promise<boolean>((done) => requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(done, 0, true))));

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

  it.each(SIZES)(
    'no text of the card is cut, whatever is pressed in it: text of %s size, %s px',
    async (size, width) => {
      await keepSettings(driver, {}, { 'pref:cardSize': size });
      const tab = await driver.open(`${server.origin}/article.html`);
      await tab.viewport(width, 700);
      await tab.waitFor((wanted) => innerWidth === wanted, width);
      await tab.waitFor(isMarked);
      const found: Record<string, string[]> = {};
      const look = async (state: string, selector: string) => {
        await until(() => inCard(driver, tab, (root, wanted) => root.querySelector(wanted) !== null, selector), state);
        found[state] = [...(await inCard(driver, tab, misplaced))!, ...(await inCard(driver, tab, lostSources))!];
      };
      await hover(tab, 'beatmaker');
      await look('resting', '.confusables');
      // The words are the long ones.
      expect(await inCard(driver, tab, (root) => root.querySelector('.compare')!.textContent)).toMatch(/[åéîöû]{2}/);
      await pressIn(driver, tab, '.actions .quiet');
      await look('why', '.why');
      await pressIn(driver, tab, '.switches .switch');
      await look('another term', '.back');
      await tab.press('Escape');
      await closed(tab);
      await command(driver, tab, 'next-term');
      await look('by keyboard', '.close');
      await pressIn(driver, tab, '.actions .quiet');
      await pressIn(driver, tab, '.why .switch');
      await look('silenced', '.done');
      expect(found).toEqual({ resting: [], why: [], 'another term': [], 'by keyboard': [], silenced: [] });
      await tab.close();
    },
  );

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
