/** Where the card's Compare leads: to the terms that the reader sees in the card, and to no others. */
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { command } from '../../../browsers/command.ts';
import { inCard, pressInCard } from '../../../browsers/in-card.ts';
import { BROWSERS, type Tab } from '../../../browsers/index.ts';
import { openedPage } from '../opened-page.ts';
import { hover, page, type Stage, setStage, shows } from './stage.ts';

/** Producers are often taken for executive producers, but here it is the engineer who is also spoken of. */
const BODY = '<p>The record producer asked the audio engineer to wait for the singer.';

describe.each(BROWSERS)('the comparison that the card leads to in %s', (name) => {
  let stage: Stage;
  let tab: Tab;
  let extension: Tab;
  beforeAll(async () => {
    stage = await setStage(name, { '/': page('', BODY) });
    extension = await stage.driver.openExtensionPage('options.html');
  });
  afterAll(() => stage?.close());
  beforeEach(async () => {
    tab = await stage.open('/');
  });
  afterEach(() => tab?.close());

  /** The terms of the comparison that has opened. */
  const compared = async () => {
    const { address, texts } = await openedPage(extension, '/compare.html', '.column-open');
    return { address, columns: texts };
  };
  const switches = () =>
    inCard(stage.driver, tab, (root) => [...root.querySelectorAll('.switches button')].map((one) => one.textContent));
  /** Goes to a control of the card by Tab and presses it. */
  const enter = async (text: string) => {
    const isThere = (root: ShadowRoot, wanted: string) =>
      root.activeElement?.matches('button') && root.activeElement.textContent.includes(wanted);
    for (let presses = 0; !(await inCard(stage.driver, tab, isThere, text)); presses++) {
      if (presses > 20) throw new Error(`Tab never reaches “${text}”`);
      await tab.press('Tab');
    }
    await tab.press('Enter');
  };

  const WAYS = {
    'by mouse': {
      open: () => hover(tab, 'record producer'),
      press: (text: string) => pressInCard(stage.driver, tab, text),
    },
    'by keyboard': { open: () => command(stage.driver, tab, 'next-term'), press: enter },
  };
  const PAIR = {
    address: '/compare.html?terms=producer,audio-engineer',
    columns: ['Producer', 'Audio engineer'],
  };

  it.each(['by mouse', 'by keyboard'] as const)(
    'is with what the term is confused with, of the same page: %s',
    async (way) => {
      const { open, press } = WAYS[way];
      await open();
      await shows(stage, tab, 'Producer');
      expect((await switches())?.[0]).toBe('Audio engineer');
      await press('Compare');
      expect(await compared()).toEqual(PAIR);
    },
  );

  it.each(['by mouse', 'by keyboard'] as const)(
    'is of the term that was shown last and the one before it: %s',
    async (way) => {
      const { open, press } = WAYS[way];
      await open();
      await shows(stage, tab, 'Producer');
      const [, second] = (await switches()) ?? [];
      await press(second!);
      await shows(stage, tab, second!);
      await press('Compare');
      const { columns } = await compared();
      expect(columns).toEqual(['Producer', second]);
    },
  );
});
