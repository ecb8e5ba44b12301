import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { clickOn, tabTo } from '../../browsers/by-hand.ts';
import type { ChromiumTab } from '../../browsers/chromium.ts';
import type { FirefoxChrome } from '../../browsers/firefox-chrome.ts';
import { BROWSERS, type Driver, launch, type Tab } from '../../browsers/index.ts';
import { loadGlossary } from '../../build/load-glossary.ts';
import { compare } from '../../core/glossary/compare.ts';
import { compileGlossary } from '../../core/glossary/compile.ts';
import { writeComparison } from '../../core/glossary/write-comparison.ts';
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

  it('gives every cell that says something its source, one click away', async () => {
    const tab = await open(THREE);
    const cells = await tab.evaluate(() =>
      [...document.querySelectorAll('.comparison .cell p')].map((said) => {
        const links = [...said.querySelectorAll<HTMLAnchorElement>('a.citation')];
        return links.length > 0 && links.every(({ href, target, rel }) => /^https?:/.test(href) && target && rel);
      }),
    );
    expect(cells.length).toBeGreaterThan(20);
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

  it('copies as Markdown, HTML and CSV, byte for byte', async () => {
    const glossary = compileGlossary(loadGlossary());
    const compared = compare(glossary, ['producer', 'audio-engineer', 'beatmaker'])!;
    const tab = await open(THREE);
    for (const [format, button] of [
      ['markdown', 'Markdown'],
      ['html', 'HTML'],
      ['csv', 'CSV'],
    ] as const) {
      await clickOn(tab, '.copy-tools .action', button);
      await tab.waitFor((wanted) => document.querySelector('.done')?.textContent === `Copied as ${wanted}.`, button);
      expect(await clipboard(driver, tab)).toBe(writeComparison(glossary, compared, format));
    }
    await tab.close();
  });

  it('prints, on paper as in the print preview', async () => {
    const tab = await open(THREE);
    const pdf = await tab.print();
    expect(pdf.subarray(0, 5).toString()).toBe('%PDF-');
    // Firefox packs its page list, so only Chromium's can be counted.
    const sheets = pdf.toString('latin1').match(/\/Type\s*\/Page\b/g)?.length ?? 0;
    if (name === 'chromium') expect(sheets).toBeGreaterThan(0);
    expect(sheets).toBeLessThan(4);
    await tab.close();
  });
});
