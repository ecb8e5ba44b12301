/** How words are marked and which, changed where it is seen; and what else the options show. */
import { expect, it } from 'vitest';
import { clickOn, typeInto } from '../../browsers/by-hand.ts';
import type { Surface } from '../../browsers/index.ts';
import { isBare } from '../../browsers/marks-of.ts';
import { describeOptions } from './options-stage.ts';

const painted = () => CSS.highlights.get('liner-notes-mark')?.size ?? 0;

describeOptions({}, (at, name) => {
  it('show in the samples which kinds are marked, how and how often', async () => {
    const marked = () =>
      [...document.querySelectorAll('#words .mark')].map((one) => `${one.className.slice(10)} ${one.textContent}`);
    await at.options.bringToFront();
    const all = await at.options.evaluate(marked);
    expect(new Set(all)).toEqual(
      new Set(['producer', 'microphone', 'tempo', 'mixing', 'album', 'royalty'].map((word) => `dotted ${word}`)),
    );
    expect(all).toHaveLength(7);
    await clickOn(at.options, '#words label.choice', 'Roles');
    await clickOn(at.options, '#words label.choice', 'Rights');
    await clickOn(at.options, 'label.choice', 'tinted');
    await at.options.waitFor(() => document.querySelectorAll('#words .mark').length === 4);
    await at.options.waitFor(() => document.querySelectorAll('.mark-tint').length === 8);
    expect(await at.options.evaluate(marked)).toEqual(
      ['microphone', 'tempo', 'mixing', 'album'].map((one) => `tint ${one}`),
    );
    await clickOn(at.options, '#words label.choice', 'Roles');
    await clickOn(at.options, 'label.choice', 'Every time');
    await at.options.waitFor(() => document.querySelectorAll('#words .mark').length === 7);
  });

  it('change how words are marked, and how often, in a page that is open', async () => {
    const first = await at.tab.evaluate(painted);
    await at.options.bringToFront();
    await clickOn(at.options, 'label.choice', 'Every time');
    await at.tab.bringToFront();
    await at.tab.waitFor((before) => (CSS.highlights.get('liner-notes-mark')?.size ?? 0) > before, first);
    await at.options.bringToFront();
    await clickOn(at.options, 'label.choice', 'tinted');
    await at.tab.bringToFront();
    await at.tab.waitFor(() => (CSS.highlights.get('liner-notes-tint')?.size ?? 0) > 0);
    expect(await at.tab.evaluate(isBare)).toBe(true);
    // The same from the start of a page.
    await at.tab.reload();
    await at.tab.waitFor(() => (CSS.highlights.get('liner-notes-tint')?.size ?? 0) > 0);
    expect(await at.tab.evaluate(isBare)).toBe(true);
  });

  it('mute a word by keyboard, and mark it again', async () => {
    await at.options.bringToFront();
    const all = await at.tab.evaluate(painted);
    await typeInto(at.options, '.narrow-search input', 'beatmkaer');
    await at.options.waitFor(() => document.querySelector('.result'));
    await at.options.press('Enter');
    await at.options.waitFor(() => document.querySelector('.chips .chip')?.textContent?.includes('Beatmaker'));
    await at.tab.bringToFront();
    await at.tab.waitFor((before) => (CSS.highlights.get('liner-notes-mark')?.size ?? 0) === before - 1, all);
    await at.options.bringToFront();
    await clickOn(at.options, '.chips .chip');
    await at.options.waitFor(() => document.activeElement?.matches('.narrow-search input'));
    await at.tab.bringToFront();
    await at.tab.waitFor((before) => (CSS.highlights.get('liner-notes-mark')?.size ?? 0) === before, all);
  });

  it('lose nothing when two windows change them, and show each what the other did', async () => {
    const second = await at.driver.openExtensionPage('options.html');
    const has = (text: string) => (page: Surface) =>
      page.waitFor(
        (wanted) =>
          [...document.querySelectorAll('label.choice')]
            .find((label) => label.textContent?.includes(wanted))
            ?.querySelector('input')?.checked,
        text,
      );
    await clickOn(second, 'label.choice', 'tinted');
    await at.options.bringToFront();
    await clickOn(at.options, 'label.choice', 'Every time');
    await typeInto(at.options, '.add-site input', 'a.example');
    await at.options.press('Enter');
    for (const page of [at.options, second]) {
      await page.bringToFront();
      await has('tinted')(page);
      await has('Every time')(page);
      await page.waitFor(() => document.querySelector('.site-title')?.textContent === 'a.example');
    }
    await second.close();
  });

  it('name the keys as the browser has them', async () => {
    const keys = await at.options.waitFor(() => {
      const all = [...document.querySelectorAll('.shortcuts dd')].map(({ textContent }) => textContent);
      return all.length > 4 && all;
    });
    // Firefox names the key of the popup too, which has none until the reader gives it one.
    expect(keys).toHaveLength(name === 'firefox' ? 6 : 5);
    expect(await at.options.evaluate(() => document.querySelectorAll('.shortcuts kbd').length)).toBe(5);
  });
});
