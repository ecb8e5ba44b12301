/** The terms on the page: named, counted, and shown there. */
import { expect, it } from 'vitest';
import { clickOn, says, tabTo } from '../../browsers/by-hand.ts';
import { isMarked } from '../../browsers/marks-of.ts';
import { MORE_MUSIC, MUSIC } from './music-page.ts';
import { describePopup } from './popup-stage.ts';

const PAGES = {
  '/few': MUSIC,
  '/twice': `${MUSIC}<iframe src="/few"></iframe>`,
  '/folded': `${MUSIC}<p id="later">The beatmaker came last.`,
  '/many': `${MORE_MUSIC} A session musician, a songwriter and a vocal coach came by; the mixing engineer asked for an
    overdub, and the drum machine stood in the control room.`,
};

describePopup(PAGES, (at) => {
  it('names the site and the terms on the page, with their counts', async () => {
    const popup = await at.driver.popup(at.tab);
    await says(popup, 'terms marked here');
    await popup.waitFor(() => document.querySelector('.comparison-link') && document.querySelector('.term-name'));
    const seen = await popup.evaluate(() => ({
      site: document.querySelector('.site-name')?.textContent,
      on: document.querySelector('[role=switch]')?.getAttribute('aria-checked'),
      terms: [...document.querySelectorAll('.term-name')].map((term) => term.textContent),
      suggested: document.querySelector('.comparison-link')?.textContent,
    }));
    expect(seen).toMatchObject({ site: '127.0.0.1', on: 'true' });
    expect(seen.terms).toEqual(expect.arrayContaining(['Mastering engineer', 'Beatmaker']));
    expect(seen.suggested).toContain('page');
    await popup.close();
  });

  it('goes to each occurrence of a term, one after another, in whatever frame it is', async () => {
    const framed = await at.driver.open(`${at.server.origin}/twice`);
    await framed.waitFor(isMarked);
    const popup = await at.driver.popup(framed);
    const go = (said: string) =>
      popup.waitFor((wanted) => {
        const row = [...document.querySelectorAll('.term')].find((one) =>
          one.textContent?.includes('Mastering engineer'),
        );
        return row?.querySelector('.term-go span')?.textContent === wanted;
      }, said);
    const shownIn = (which: 'page' | 'frame') =>
      framed.waitFor((inFrame) => {
        const frame = document.querySelector('iframe')!.contentWindow as unknown as typeof globalThis;
        const current = [CSS, frame.CSS].map(({ highlights }) => highlights.has('liner-notes-current'));
        return current[0] === !inFrame && current[1] === inFrame;
      }, which === 'frame');
    await go('2×');
    for (const [said, where] of [
      ['1/2', 'page'],
      ['2/2', 'frame'],
      ['1/2', 'page'],
    ] as const) {
      await clickOn(popup, '.term-go', 'Show “Mastering engineer”');
      await go(said);
      await shownIn(where);
      expect(await popup.evaluate(() => document.querySelector('.terms + [role=status]')?.textContent)).toBe(
        `${said.replace('/', ' of ')} on this page`,
      );
    }
    await popup.close();
    await framed.close();
  });

  it('stays, and says so, where a term cannot be shown', async () => {
    const page = await at.driver.open(`${at.server.origin}/folded`);
    await page.waitFor(isMarked);
    const popup = await at.driver.popup(page);
    await popup.waitFor(() => document.querySelector('.home')?.textContent?.includes('Beatmaker'));
    await page.evaluate(() => {
      document.getElementById('later')!.style.display = 'none';
    });
    await clickOn(popup, '.term-go', 'Show “Beatmaker”');
    await popup.waitFor(() =>
      document.querySelector('.home .note')?.textContent?.includes('“Beatmaker” cannot be shown'),
    );
    await popup.close();
    await page.close();
  });

  it('shows all terms of a page, the focus on the first that was not listed', async () => {
    const page = await at.driver.open(`${at.server.origin}/many`);
    await page.waitFor(isMarked);
    const popup = await at.driver.popup(page);
    await popup.waitFor(() => document.querySelectorAll('.term').length === 8);
    await tabTo(popup, '.home .action', 'Show all');
    await popup.press('Enter');
    await popup.waitFor(() => document.activeElement?.matches('.term:nth-child(9) .term-open'));
    await popup.close();
    await page.close();
  });
});
