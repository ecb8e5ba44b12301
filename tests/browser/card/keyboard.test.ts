import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { readCard } from '../../../browsers/card.ts';
import { command } from '../../../browsers/command.ts';
import { inCard } from '../../../browsers/in-card.ts';
import { BROWSERS, type Tab, until } from '../../../browsers/index.ts';
import { CREDITS, closed, page, type Stage, setStage, shows } from './stage.ts';

const BODY = `<h1>Who was there</h1><input value="typed by the reader"><p>${CREDITS}</p>
  <div style="height:1800px"></div><p id="far">Far below waits a singer-songwriter.</p><div style="height:900px"></div>`;

describe.each(BROWSERS)('the card by keyboard in %s', (name) => {
  let stage: Stage;
  let tab: Tab;
  const step = (direction: 'next-term' | 'previous-term' | 'toggle-card') => command(stage.driver, tab, direction);
  const focused = () =>
    inCard(
      stage.driver,
      tab,
      (root) => root.activeElement?.getAttribute('role') ?? root.activeElement?.textContent ?? '',
    );

  beforeAll(async () => {
    stage = await setStage(name, {
      '/': page('<script>window.heard=[];addEventListener("keydown",(e)=>heard.push(e.key))</script>', BODY),
    });
  });
  afterAll(() => stage?.close());
  afterEach(() => tab?.close());

  it('steps through the terms, shows which one is current, and goes round', async () => {
    tab = await stage.open('/');
    await step('next-term');
    await shows(stage, tab, 'Producer');
    expect(await tab.evaluate(() => CSS.highlights.has('liner-notes-current'))).toBe(true);
    await step('next-term');
    await shows(stage, tab, 'Recording engineer');
    await step('previous-term');
    await step('previous-term');
    await shows(stage, tab, 'Songwriter');
  });

  it('scrolls the term into view', async () => {
    tab = await stage.open('/');
    await step('previous-term');
    await shows(stage, tab, 'Songwriter');
    const seen = await tab.evaluate(() => {
      const box = document.querySelector('#far')!.getBoundingClientRect();
      return box.top >= 0 && box.bottom <= innerHeight;
    });
    expect(seen).toBe(true);
  });

  it('APG dialog: is labelled and described, takes focus, and is read out', async () => {
    tab = await stage.open('/');
    await step('next-term');
    await shows(stage, tab, 'Producer');
    expect(await focused()).toBe('dialog');
    // Firefox brings its tree up to date after the page.
    const reads = (wanted: RegExp) =>
      until(async () => (await readCard(tab)).some((line) => wanted.test(line)), `${wanted} in the tree`);
    await reads(/^button: Close$/);
    await reads(/^link: .+opens in a new tab/);
    expect((await readCard(tab))[0]).toBe('dialog: Producer');
    const told = await inCard(stage.driver, tab, (root) => {
      const surface = root.querySelector('.surface');
      const by = (attribute: string) => root.getElementById(surface?.getAttribute(attribute) ?? '')?.textContent;
      return {
        label: by('aria-labelledby'),
        description: by('aria-describedby'),
        modal: surface?.getAttribute('aria-modal'),
      };
    });
    expect(told).toMatchObject({ label: 'Producer', modal: null });
    expect(told?.description).toContain('record');
  });

  it('APG dialog: Escape closes it and gives focus and selection back', async () => {
    tab = await stage.open('/');
    await tab.evaluate(() => {
      const input = document.querySelector('input')!;
      input.focus();
      input.setSelectionRange(6, 8);
    });
    await step('next-term');
    await shows(stage, tab, 'Producer');
    await step('next-term');
    await shows(stage, tab, 'Recording engineer');
    await tab.press('Escape');
    await closed(tab);
    const back = await tab.evaluate(() => {
      const input = document.querySelector('input')!;
      return [document.activeElement === input, input.selectionStart, input.selectionEnd];
    });
    expect(back).toEqual([true, 6, 8]);
    expect(
      await tab.evaluate(
        () => CSS.highlights.has('liner-notes-current') && CSS.highlights.get('liner-notes-current')!.size > 0,
      ),
    ).toBe(false);
  });

  it('gives a selection of text back', async () => {
    tab = await stage.open('/');
    await tab.evaluate(() =>
      getSelection()!.setBaseAndExtent(
        document.querySelector('p')!.firstChild!,
        9,
        document.querySelector('p')!.firstChild!,
        4,
      ),
    );
    await step('toggle-card');
    await shows(stage, tab, 'Producer');
    await step('toggle-card');
    await closed(tab);
    const selection = await tab.evaluate(() => [getSelection()!.anchorOffset, getSelection()!.focusOffset]);
    expect(selection).toEqual([9, 4]);
  });

  it('walks its controls by Tab and arrows, and leaves at either end', async () => {
    tab = await stage.open('/');
    await step('next-term');
    await shows(stage, tab, 'Producer');
    await tab.press('Tab');
    expect(await focused()).toContain('×');
    await tab.press('ArrowRight');
    const second = await focused();
    expect(second).not.toContain('×');
    await tab.press('Tab', ['Shift']);
    expect(await focused()).toContain('×');
    await tab.press('End');
    await tab.press('Tab');
    await closed(tab);
    expect(await tab.evaluate(() => (window as unknown as { heard: string[] }).heard)).toEqual(['Shift']);
  });

  it('opens a confusable term by Enter and keeps focus in the card', async () => {
    tab = await stage.open('/');
    await step('next-term');
    await shows(stage, tab, 'Producer');
    await tab.press('Tab');
    await tab.press('Tab');
    const wanted = await focused();
    await tab.press('Enter');
    await shows(stage, tab, wanted ?? '');
    expect(await inCard(stage.driver, tab, (root) => root.activeElement !== null)).toBe(true);
  });

  it('lets the keys it has no use for through to the page', async () => {
    tab = await stage.open('/');
    await step('next-term');
    await shows(stage, tab, 'Producer');
    for (const key of ['j', 'F', 'PageDown']) await tab.press(key);
    expect(await tab.evaluate(() => (window as unknown as { heard: string[] }).heard)).toEqual(['j', 'F', 'PageDown']);
  });
});
