import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { inCard, pressInCard } from '../../../browsers/in-card.ts';
import { BROWSERS, type Tab } from '../../../browsers/index.ts';
import { closed, hover, page, type Stage, setStage, shows } from './stage.ts';

/** From the page's own words to the difference from a term that is on the page too, and to silence. */
describe.each(BROWSERS)('what the card offers in %s', (name) => {
  let stage: Stage;
  let tab: Tab;
  const marks = (count: number) =>
    tab.waitFor((wanted) => CSS.highlights.get('liner-notes-mark')?.size === wanted, count);

  beforeAll(async () => {
    const credits =
      'The record producer asked the recording engineer to wait. Then the mix engineer and the beatmaker came in.';
    stage = await setStage(name, {
      '/': page(),
      '/hip-hop': page('', `<h1>The making of a hip-hop album</h1><p>A classic of hip-hop and rap. ${credits}</p>`),
    });
  });
  afterAll(() => stage?.close());
  beforeEach(() => stage.reset());
  afterEach(() => tab?.close());

  it.each(['Never mark', 'Not music here'])(
    '“%s” takes the marks away at once, and Undo brings them back',
    async (what) => {
      tab = await stage.open('/');
      await marks(4);
      await hover(tab, 'mix engineer');
      await pressInCard(stage.driver, tab, 'Why marked?');
      await pressInCard(stage.driver, tab, what);
      await marks(3);
      await pressInCard(stage.driver, tab, 'Undo');
      await marks(4);
      await closed(tab);
    },
  );

  it('says why a word is marked, in whole sentences', async () => {
    tab = await stage.open('/');
    await hover(tab, 'mix engineer');
    await pressInCard(stage.driver, tab, 'Why marked?');
    const said = await inCard(stage.driver, tab, (root) => root.querySelector('.why p')?.textContent ?? '');
    expect(said).toMatch(/^“mix engineer” (?:is hardly ever said of anything but music|nearly always)/);
    expect(said).toContain(' · Words of music near it: ');
    expect(said).not.toContain('$');
  });

  it('says first how the term differs from one that is on this page too, and how it is used in the music it speaks of', async () => {
    tab = await stage.open('/hip-hop');
    await hover(tab, 'record producer');
    await shows(stage, tab, 'Producer');
    const said = await inCard(stage.driver, tab, (root) => ({
      usage: root.querySelector('.usage')?.textContent ?? '',
      order: [...root.querySelectorAll('.difference, .label')].map((one) => one.className),
      difference: root.querySelector('.difference')?.textContent ?? '',
    }));
    expect(said?.usage).toMatch(/^In hip-hop:/);
    expect(said?.order).toEqual(['difference', 'label']);
    expect(said?.difference).toMatch(/producer/i);
  });
});
