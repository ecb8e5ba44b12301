import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { inCard } from '../../../browsers/in-card.ts';
import { BROWSERS, type Tab } from '../../../browsers/index.ts';
import { pointOf } from '../../../browsers/point-of.ts';
import { CREDITS, closed, elapse, isOpen, opened, page, type Stage, setStage } from './stage.ts';

const BODY = `<h1>Who was there</h1><p>${CREDITS}</p><p>See the <a href="#there">singer-songwriter</a>.</p>
  <div style="height:900px"></div>`;

describe.each(BROWSERS)('the card by touch in %s', (name) => {
  let stage: Stage;
  let tab: Tab;
  const tap = async (word: string) => {
    const { x, y } = await tab.evaluate(pointOf, word);
    await tab.tap(x, y);
  };

  beforeAll(async () => {
    stage = await setStage(name, { '/': page('', BODY) });
  });
  afterAll(() => stage?.close());
  afterEach(async () => {
    await tab?.close();
    await stage?.driver.emulate({});
  });

  it('opens at a tap, and has a button to close', async () => {
    tab = await stage.open('/');
    await tap('record producer');
    await opened(tab);
    expect(await inCard(stage.driver, tab, (root) => root.querySelector('[aria-label="Close"]') !== null)).toBe(true);
  });

  it('closes at a tap elsewhere', async () => {
    tab = await stage.open('/');
    await tap('record producer');
    await opened(tab);
    await tab.tap(30, 30);
    await closed(tab);
  });

  it("leaves a link's tap to the link", async () => {
    tab = await stage.open('/');
    await tap('singer-songwriter');
    await tab.waitFor(() => location.hash === '#there');
    await elapse(tab, 600);
    expect(await isOpen(tab)).toBe(false);
  });

  it('closes at a second tap on the same word', async () => {
    tab = await stage.open('/');
    await tap('record producer');
    await opened(tab);
    await tap('record producer');
    await closed(tab);
  });

  it('opens at a long press on a link, and the link is not followed', async () => {
    tab = await stage.open('/');
    const { x, y } = await tab.evaluate(pointOf, 'singer-songwriter');
    await tab.hold(x, y, 700);
    await opened(tab);
    await elapse(tab, 200);
    expect(await isOpen(tab)).toBe(true);
    expect(await tab.evaluate(() => location.hash)).toBe('');
  });

  it('opens nothing when the finger scrolls', async () => {
    tab = await stage.open('/');
    const { x, y } = await tab.evaluate(pointOf, 'record producer');
    await tab.swipe({ x, y }, { x, y: y - 80 });
    await elapse(tab, 600);
    expect(await isOpen(tab)).toBe(false);
  });

  it('opens at the tap of a pen, and closes at a tap elsewhere', async () => {
    tab = await stage.open('/');
    const { x, y } = await tab.evaluate(pointOf, 'record producer');
    await tab.tap(x, y, 'pen');
    await opened(tab);
    await tab.tap(30, 30, 'pen');
    await closed(tab);
  });

  it('opens where a pen rests above the glass', async () => {
    tab = await stage.open('/');
    const { x, y } = await tab.evaluate(pointOf, 'record producer');
    await tab.hoverPen(x, y + 60);
    await tab.hoverPen(x, y);
    await opened(tab);
  });

  it.each([
    ['a mouse', 24, false],
    ['a finger', 40, true],
  ])('has targets for %s: %i px at the least', async (_, wanted, phone) => {
    await stage.driver.emulate({ phone });
    tab = await stage.open('/');
    // Chromium loads the page anew as one on a phone.
    await tab.viewport(1000, 700);
    await tab.waitFor(() => CSS.highlights.size > 0);
    expect(await tab.evaluate(() => matchMedia('(pointer: coarse)').matches)).toBe(phone);
    await tap('record producer');
    await opened(tab);
    const sizes = await inCard(stage.driver, tab, (root) =>
      [...root.querySelectorAll('button')].map((one) => {
        const { width, height } = one.getBoundingClientRect();
        return { name: one.textContent, least: Math.min(width, height) };
      }),
    );
    expect(sizes!.length).toBeGreaterThan(3);
    expect(sizes!.filter(({ least }) => least < wanted)).toEqual([]);
  });
});
