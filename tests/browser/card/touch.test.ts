import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { inCard } from '../../../browsers/in-card.ts';
import { BROWSERS, type Tab } from '../../../browsers/index.ts';
import { pointOf } from '../../../browsers/point-of.ts';
import { CREDITS, closed, isOpen, opened, page, type Stage, setStage } from './stage.ts';

const BODY = `<h1>Who was there</h1><p>${CREDITS}</p><p>See the <a href="#there">music producer</a>.</p>
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
  afterEach(() => tab?.close());

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
    await tap('music producer');
    await tab.waitFor(() => location.hash === '#there');
    expect(await isOpen(tab)).toBe(false);
  });

  it('closes at a second tap on the same word', async () => {
    tab = await stage.open('/');
    await tap('record producer');
    await opened(tab);
    await tap('record producer');
    await closed(tab);
  });
});
