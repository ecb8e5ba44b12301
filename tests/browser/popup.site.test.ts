/** The switch of the site, how far it reaches, its pauses, and what the popup says of the page. */
import { expect, it } from 'vitest';
import { clickOn, says, tabTo } from '../../browsers/by-hand.ts';
import { isBare, isMarked } from '../../browsers/marks-of.ts';
import { MORE_MUSIC } from './music-page.ts';
import { describePopup, waitUntilGone } from './popup-stage.ts';

const PAGES = {
  '/frame': `${MORE_MUSIC}<iframe src="/"></iframe>`,
  '/cooking':
    '<!doctype html><html lang="en"><title>Soup</title><body><p>Peel the carrots and boil them in salted water.',
  '/german':
    '<!doctype html><html lang="de"><title>Platte</title><body><p>Der record producer und der mastering engineer nahmen das Album im Studio auf und waren sehr zufrieden mit dem Ergebnis.',
};

const status = () => document.querySelector('.status')?.textContent ?? '';

describePopup(PAGES, (at, name) => {
  it('switches the site off and on at once, in all its tabs and frames, and no other site', async () => {
    const framed = await at.driver.open(`${at.server.origin}/frame`);
    const other = await at.openOn('localhost');
    const frameMarked = (wanted: boolean) =>
      framed.waitFor((on) => {
        const inFrame = document.querySelector('iframe')!.contentWindow as unknown as typeof globalThis;
        return (inFrame.CSS.highlights.get('liner-notes-mark')?.size ?? 0) > 0 === on;
      }, wanted);
    await framed.waitFor(isMarked);
    await frameMarked(true);
    await other.waitFor(isMarked);

    const popup = await at.driver.popup(at.tab);
    await says(popup, 'marked here');
    await clickOn(popup, '[role=switch]');
    await says(popup, 'Switched off by you');
    await at.tab.waitFor(isBare);
    await framed.waitFor(isBare);
    await frameMarked(false);
    expect(await other.evaluate(isMarked)).toBe(true);

    await clickOn(popup, '[role=switch]');
    await says(popup, 'marked here');
    await at.tab.waitFor(isMarked);
    await framed.waitFor(isMarked);
    await frameMarked(true);
    await popup.close();
    await framed.close();
    await other.close();
  });

  it.each([
    ['nothing here is about music', '/cooking', 'nothing here is about music-making'],
    ['the page is not in English', '/german', 'not in English'],
  ])('says that %s', async (_, path, wanted) => {
    const page = await at.driver.open(at.server.origin + path);
    const popup = await at.driver.popup(page);
    await says(popup, wanted);
    await popup.close();
    await page.close();
  });

  it('says that the browser lets no extension in', async () => {
    const page = await at.driver.open(name === 'chromium' ? 'chrome://version/' : 'about:license');
    const popup = await at.driver.popup(page);
    await says(popup, 'The browser lets no extension read this page');
    expect(await popup.evaluate(() => document.querySelector('[role=switch]'))).toBeNull();
    await popup.close();
    await page.close();
  });

  it('pauses in this tab only, and resumes', async () => {
    const second = await at.driver.open(`${at.server.origin}/`);
    await second.waitFor(isMarked);
    const popup = await at.driver.popup(at.tab);
    await says(popup, 'marked here');
    await clickOn(popup, '.pause summary');
    await clickOn(popup, '.pause-choices button:nth-child(1)');
    await says(popup, 'Paused in this tab');
    await at.tab.waitFor(isBare);
    expect(await second.evaluate(isMarked)).toBe(true);
    await clickOn(popup, '.site-state .action', 'Resume');
    await says(popup, 'marked here');
    await at.tab.waitFor(isMarked);
    await popup.close();
    await second.close();
  });

  it.each([
    [2, /^Paused on this site until \d/],
    [3, /^Paused on this site until the browser restarts/],
  ])('pauses the site for a time (choice %i)', async (choice, wanted) => {
    const popup = await at.driver.popup(at.tab);
    await says(popup, 'marked here');
    await clickOn(popup, '.pause summary');
    await clickOn(popup, `.pause-choices button:nth-child(${choice})`);
    await says(popup, 'Paused');
    expect(await popup.evaluate(status)).toMatch(wanted);
    await at.tab.waitFor(isBare);
    await popup.close();
  });

  it('works only on chosen sites when asked to', async () => {
    const options = await at.driver.openExtensionPage('options.html');
    await clickOn(options, 'label.choice', 'only on sites');
    await at.tab.waitFor(isBare);
    await options.close();
    const popup = await at.driver.popup(at.tab);
    await says(popup, 'only on sites that you switch on');
    await clickOn(popup, '[role=switch]');
    await says(popup, 'marked here');
    await at.tab.waitFor(isMarked);
    await popup.close();
  });

  it('throws the switch, pauses and shows a term on the page by keyboard alone', async () => {
    const popup = await at.driver.popup(at.tab);
    await says(popup, 'marked here');
    await tabTo(popup, '[role=switch]');
    await popup.press(' ');
    await says(popup, 'Switched off by you');
    await at.tab.waitFor(isBare);
    await popup.press('Enter');
    await says(popup, 'marked here');
    await tabTo(popup, '.pause summary');
    await popup.press('Enter');
    await tabTo(popup, '.pause-choices button', 'Here for an hour');
    // Escape leaves the list, not the popup.
    await popup.press('Escape');
    await popup.waitFor(() => document.activeElement?.matches('.pause:not([open]) summary'));
    await popup.press('Enter');
    await tabTo(popup, '.pause-choices button', 'In this tab');
    await popup.press('Enter');
    await says(popup, 'Paused in this tab');
    // What was pressed is gone; the focus is on what takes it back, and then on what pauses again.
    await popup.waitFor(() => document.activeElement?.textContent === 'Resume');
    await popup.press('Enter');
    await says(popup, 'marked here');
    await popup.waitFor(() => document.activeElement?.matches('.pause summary') && document.querySelector('.term-go'));
    await tabTo(popup, '.term-go', 'Show “Beatmaker”');
    await popup.press('Enter');
    await at.tab.waitFor(() => CSS.highlights.has('liner-notes-current'));
    await waitUntilGone(popup);
  });
});
