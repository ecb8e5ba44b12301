import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { clickOn, tabTo, typeInto } from '../../browsers/by-hand.ts';
import type { ChromiumTab } from '../../browsers/chromium.ts';
import type { FirefoxChrome } from '../../browsers/firefox-chrome.ts';
import { BROWSERS, type Driver, launch, type Tab } from '../../browsers/index.ts';
import { loadGlossary } from '../../build/load-glossary.ts';
import { compare } from '../../core/glossary/compare.ts';
import { compileGlossary } from '../../core/glossary/compile.ts';
import { writeComparison } from '../../core/glossary/write-comparison.ts';
import { COMPARISON_WORDS, COPY_WORDS } from '../english-words.ts';
import { drawings, sheets } from './card/pdf.ts';
import { openPage } from './open-page.ts';

const THREE = 'compare.html?terms=producer,audio-engineer,beatmaker';
const columns = () => [...document.querySelectorAll('.column-open')].map(({ textContent }) => textContent).join();
/** Results of the search, in sight, over which something else lies. */
const covered = () =>
  [...document.querySelectorAll('.result')].flatMap((result) => {
    const { left, right, top, bottom } = result.getBoundingClientRect();
    const list = result.parentElement!.getBoundingClientRect();
    const isClear = [left + 9, right - 9].every((x) =>
      [top + 9, bottom - 9].every((y) => y > list.bottom || result.contains(document.elementFromPoint(x, y))),
    );
    return isClear ? [] : [result.textContent];
  });
const at = (tab: Tab, terms: string) => tab.waitFor((wanted) => location.search === `?terms=${wanted}`, terms);

/** What is on the clipboard now; a reader would have to paste it. */
async function clipboard(driver: Driver, tab: Tab): Promise<string> {
  if (driver.name === 'firefox') {
    const { chrome } = driver as Driver & { chrome: FirefoxChrome };
    await chrome.run(`Services.prefs.setBoolPref('dom.events.testing.asyncClipboard', true)`);
  } else {
    await (tab as ChromiumTab).page.browserContext().overridePermissions(driver.origin, ['clipboard-read']);
  }
  return tab.evaluate(() => navigator.clipboard.readText());
}

describe.each(BROWSERS)('the comparison page in %s', (name) => {
  let driver: Driver;
  const open = (path: string) => openPage(driver, path);
  beforeAll(async () => {
    driver = await launch(name);
  });
  afterAll(() => driver?.close());
  afterEach(() => driver?.emulate({}));

  it('is put together by mouse: opened, swapped, added to, taken from; Back undoes each', async () => {
    const tab = await open('compare.html');
    await clickOn(tab, '.comparison-link', 'Producer vs engineer vs beatmaker');
    await at(tab, 'producer,audio-engineer,beatmaker');
    await clickOn(tab, '.column-name:nth-child(2) .tool');
    await at(tab, 'audio-engineer,producer,beatmaker');
    expect(await tab.evaluate(columns)).toBe('Audio engineer,Producer,Beatmaker');
    await clickOn(tab, '.column-name:last-child .tool');
    await at(tab, 'audio-engineer,producer');
    await clickOn(tab, 'input[type=search]');
    await tab.type('dj');
    await tab.waitFor(() => document.querySelector('.result'));
    expect(await tab.evaluate(covered)).toEqual([]);
    await clickOn(tab, '.result', 'DJ');
    await at(tab, 'audio-engineer,producer,dj');
    await tab.back();
    await tab.back();
    await at(tab, 'audio-engineer,producer,beatmaker');
    await tab.waitFor(() => document.querySelectorAll('.column-open').length === 3);
    await tab.close();
  });

  it('is put together by keyboard alone, up to four columns', async () => {
    const tab = await open('compare.html');
    await tab.waitFor(() => document.activeElement?.matches('input[type=search]'));
    await tab.type('mixing vs mastering');
    await tab.waitFor(() => document.querySelector('.result-compare'));
    await tab.press('Enter');
    await at(tab, 'mixing,mastering');
    for (const [words, terms] of [
      ['overdub', 'mixing,mastering,overdub'],
      ['comping', 'mixing,mastering,overdub,comping'],
    ] as const) {
      await tab.waitFor(() => document.activeElement?.matches('input[type=search]'));
      await tab.type(words);
      await tab.waitFor(() => document.querySelector('.result'));
      await tab.press('Enter');
      await at(tab, terms);
    }
    expect(await tab.evaluate(() => document.querySelector('.compare input'))).toBeNull();
    await tab.waitFor(() => document.activeElement?.matches('h1'));
    await tabTo(tab, '.column-tools .tool');
    await tab.press('Enter');
    await at(tab, 'mastering,mixing,overdub,comping');
    await tabTo(tab, '.column-open', 'Overdub');
    await tab.press('Enter');
    await tab.waitFor(() => location.pathname === '/glossary.html' && location.hash === '#overdub');
    await tab.close();
  });

  it.each([
    ['written by hand', THREE, 20],
    ['put together', 'compare.html?terms=beatmaker,luthier', 6],
    ['taken from a wider one', 'compare.html?terms=producer,audio-engineer', 10],
  ])('gives all that it says its source, one click away, when it is %s', async (_, path, least) => {
    const tab = await open(path);
    const cells = await tab.evaluate(() =>
      [...document.querySelectorAll('.comparison .cell p, .intro')].map((said) => {
        const links = [...said.querySelectorAll<HTMLAnchorElement>('a.citation')];
        return links.length > 0 && links.every(({ href, target, rel }) => /^https?:/.test(href) && target && rel);
      }),
    );
    expect(cells.length).toBeGreaterThan(least);
    expect(cells).not.toContain(false);
    await tab.close();
  });

  it.each([
    ['wide', 1000],
    ['narrow', 360],
  ])('keeps the names of the columns in sight while it scrolls, %s', async (_, width) => {
    const tab = await open('compare.html?terms=mixing,mastering,overdub,comping');
    await tab.viewport(width, 640);
    await tab.waitFor((wanted) => innerWidth === wanted, width);
    const seen = await tab.waitFor(() => {
      document.querySelector('.table-room')?.scrollIntoView({ block: 'start', behavior: 'instant' });
      const last = [...document.querySelectorAll('.comparison tbody')].at(-1)!;
      last.scrollIntoView({ block: 'end', behavior: 'instant' });
      const { top, bottom } = document.querySelector('.column-name')!.getBoundingClientRect();
      return last.getBoundingClientRect().top > 0 && top >= -1 && bottom < innerHeight / 2 ? { top } : null;
    });
    expect(seen).not.toBeNull();
    await tab.close();
  });

  it('names its tools by their columns, and keeps the focus with one that is moved', async () => {
    const tab = await open('compare.html?terms=mixing,mastering,overdub');
    await tabTo(tab, '[data-column=mixing] .tool');
    const focused = (label: string) =>
      tab.waitFor((wanted) => document.activeElement?.getAttribute('aria-label') === wanted, label);
    await focused('Swap “Mixing” with “Mastering”');
    await tab.press('Enter');
    await at(tab, 'mastering,mixing,overdub');
    await focused('Swap “Mixing” with “Overdub”');
    await tab.press('Enter');
    await at(tab, 'mastering,overdub,mixing');
    // The last column has no swap: never on what would take it away.
    await focused('Swap “Overdub” with “Mixing”');
    await tab.press('Enter');
    await at(tab, 'mastering,mixing,overdub');
    await focused('Swap “Mixing” with “Overdub”');
    await tabTo(tab, '[data-column=overdub] .tool');
    await tab.press('Enter');
    await at(tab, 'mastering,mixing');
    await tab.close();
  });

  it('says how many columns there is room beside, and does not offer the table that is shown', async () => {
    const five = compileGlossary(loadGlossary()).comparisons.find(({ columns }) => columns.length === 5)!;
    const tab = await open(`compare.html?terms=${five.columns.join()}`);
    await tab.waitFor(
      () =>
        document.querySelector('.tools .note')?.textContent ===
        'No more than 4 of your own choice fit side by side. To add another, remove words until 3 are left.',
    );
    await clickOn(tab, '.column-tools .tool');
    await tab.waitFor((first) => !location.search.startsWith(`?terms=${first},`), five.columns[0]!);
    const offered = () => [...document.querySelectorAll('.further .comparison-title')].map((one) => one.textContent);
    expect(await tab.evaluate(offered)).not.toContain(five.title);
    await tab.close();
  });

  it('says each time that it has copied, and no longer once the table is another', async () => {
    const tab = await open(THREE);
    await tab.evaluate(() => {
      const said: string[] = [];
      Object.assign(globalThis, { said });
      const done = document.querySelector('.done')!;
      new MutationObserver(() => said.push(done.textContent ?? '')).observe(done, {
        childList: true,
        characterData: true,
        subtree: true,
      });
    });
    for (const times of [1, 2]) {
      await clickOn(tab, '.copy-tools .action', 'CSV');
      await tab.waitFor((wanted) => {
        const { said } = globalThis as unknown as { said: string[] };
        return said.filter((text) => text === 'Copied as CSV.').length === wanted;
      }, times);
    }
    await clickOn(tab, '.column-tools .tool');
    await tab.waitFor(() => document.querySelector('.done')?.textContent === '');
    await tab.close();
  });

  it.each([
    ['on the page', 'compare.html?terms=mixing,mastering,overdub,comping', 800],
    ['on a narrow page', 'compare.html?terms=mixing,mastering,overdub,comping', 360],
    ['in the popup of a phone', 'popup.html', 360],
  ])('keeps aspects and names of columns in sight while it scrolls sideways and down, %s', async (_, path, width) => {
    if (path === 'popup.html') await driver.emulate({ phone: true });
    const tab = await open(path);
    await tab.viewport(width, 640);
    await tab.waitFor((wanted) => innerWidth === wanted, width);
    if (path === 'popup.html') {
      await tab.waitFor(() => document.querySelector('.comparison-link'));
      await typeInto(tab, 'input[type=search]', 'mixing vs mastering vs overdub vs comping');
      await tab.waitFor(() => document.querySelector('.result-compare'));
      await tab.press('Enter');
    }
    const seen = await tab.waitFor(() => {
      const room = document.querySelector('.table-room');
      const last = [...(room?.querySelectorAll('.comparison tbody') ?? [])].at(-1);
      if (!room || !last) return null;
      room.scrollIntoView({ block: 'start', behavior: 'instant' });
      last.scrollIntoView({ block: 'end', inline: 'end', behavior: 'instant' });
      room.scrollLeft = room.scrollWidth;
      const box = room.getBoundingClientRect();
      const aspect = last.querySelector('.aspect-name')!.getBoundingClientRect();
      const column = [...room.querySelectorAll('.column-name')].at(-1)!.getBoundingClientRect();
      // Nothing lies over it: no bar of the page, no aspect.
      const at = document.elementFromPoint(column.left + 12, column.top + 12);
      return {
        scrolled: room.scrollLeft,
        aspect: aspect.left >= box.left && aspect.right <= box.right && aspect.top >= 0 && aspect.bottom <= innerHeight,
        column: column.right <= box.right + 1 && column.top >= -1 && column.bottom < innerHeight / 2,
        onTop: at?.closest('.column-name') ? 'its name' : at?.outerHTML.slice(0, 200),
      };
    });
    expect(seen).toMatchObject({ aspect: true, column: true, onTop: 'its name' });
    if (seen) expect(seen.scrolled).toBeGreaterThan(20);
    await tab.close();
  });

  it('copies as Markdown, HTML and CSV, byte for byte', async () => {
    const glossary = compileGlossary(loadGlossary());
    const compared = compare(glossary, ['producer', 'audio-engineer', 'beatmaker'], COMPARISON_WORDS)!;
    const tab = await open(THREE);
    for (const [format, button] of [
      ['markdown', 'Markdown'],
      ['html', 'HTML'],
      ['csv', 'CSV'],
    ] as const) {
      await clickOn(tab, '.copy-tools .action', button);
      await tab.waitFor((wanted) => document.querySelector('.done')?.textContent === `Copied as ${wanted}.`, button);
      expect(await clipboard(driver, tab)).toBe(writeComparison(glossary, compared, format, COPY_WORDS));
    }
    await tab.close();
  });

  it('prints the table without its tools, on three sheets at most', async () => {
    const tab = await open(THREE);
    const without = async (...selectors: string[]) => {
      const counts = await tab.evaluate(
        (all) =>
          all.map((selector) => {
            const found = [...document.querySelectorAll(selector)];
            for (const one of found) one.remove();
            return found.length;
          }),
        selectors,
      );
      expect(counts).not.toContain(0);
      return drawings(await tab.print());
    };
    const pdf = await tab.print();
    expect(sheets(pdf)).toBeGreaterThan(0);
    expect(sheets(pdf)).toBeLessThan(4);
    expect(await without('.page-header', '.tools', '.column-tools', '.further')).toEqual(drawings(pdf));
    expect(await without('.comparison')).not.toEqual(drawings(pdf));
    await tab.close();
  });
});
