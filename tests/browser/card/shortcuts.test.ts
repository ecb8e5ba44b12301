import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { BROWSERS, type Tab } from '../../../browsers/index.ts';
import { pointOf } from '../../../browsers/point-of.ts';
import { shortcut } from '../../../browsers/shortcut.ts';
import { CREDITS, closed, elapse, hover, isOpen, opened, page, type Stage, setStage, shows } from './stage.ts';

/** A frame tells the top page how many cards it shows and which keys it hears. */
const REPORT = `<script>
  const tell = (what) => parent.postMessage(what, '*');
  new MutationObserver(() => tell({ cards: document.querySelectorAll('liner-notes-card').length }))
    .observe(document.documentElement, { childList: true });
  addEventListener('keydown', (event) => tell({ key: event.key }));
  addEventListener('focus', () => tell({ focused: true }));
</script>`;
const LISTEN = `<script>
  window.frameCards = 0; window.frameKeys = []; window.keys = []; window.frameFocused = false;
  addEventListener('message', ({ data }) => {
    if ('cards' in data) frameCards = data.cards;
    if ('key' in data) frameKeys.push(data.key);
    if (data.focused) frameFocused = true;
  });
  addEventListener('keydown', (event) => keys.push(event.key));
</script>`;
interface Heard {
  frameCards: number;
  frameKeys: string[];
  keys: string[];
  frameFocused: boolean;
}
const heard = (tab: Tab): Promise<Heard> =>
  tab.evaluate(() => {
    const { frameCards, frameKeys, keys, frameFocused } = window as unknown as Heard;
    return { frameCards, frameKeys, keys, frameFocused };
  });
const framed = (src: string) =>
  page(
    LISTEN,
    `<input value="mine"><p>${CREDITS}</p><iframe src="${src}" style="position:fixed;left:40px;top:280px;width:700px;height:380px;border:0"></iframe>`,
  );

describe.each(BROWSERS)('the keyboard shortcuts in %s', (name) => {
  let stage: Stage;
  let tab: Tab;

  beforeAll(async () => {
    const pages: Record<string, string> = {
      '/': page(),
      '/terms': page(REPORT),
      '/empty': page(REPORT, '<p>Nothing of the kind here.</p><button>A button</button>'),
      // Not even its title names music: what marks and shows cards is not brought into it.
      '/silent': `<!doctype html><html lang="en"><title>A form</title>${REPORT}<body><p>Nothing at all.</p>`,
      '/app': page(`<script>
        window.keys = [];
        for (const type of ['keydown', 'keyup']) addEventListener(type, (e) => keys.push([type, e.key, e.ctrlKey, e.altKey, e.defaultPrevented].join()));
      </script>`),
    };
    stage = await setStage(name, pages);
    const other = stage.server.origin.replace('127.0.0.1', 'localhost');
    pages['/around-terms'] = framed(`${other}/terms`);
    pages['/around-empty'] = framed(`${other}/empty`);
    pages['/around-silent'] = framed(`${other}/silent`);
    pages['/around-only'] = page(LISTEN, `<p>Nothing here.</p><iframe src="${other}/terms" width="700"></iframe>`);
  });
  afterAll(() => stage?.close());
  afterEach(() => tab?.close());

  it('step on and back, and open and close the card', async () => {
    tab = await stage.open('/');
    await shortcut(stage.driver, tab, 'next-term');
    await shows(stage, tab, 'Producer');
    await shortcut(stage.driver, tab, 'next-term');
    await shows(stage, tab, 'Recording engineer');
    await shortcut(stage.driver, tab, 'previous-term');
    await shows(stage, tab, 'Producer');
    await shortcut(stage.driver, tab, 'toggle-card');
    await closed(tab);
    await shortcut(stage.driver, tab, 'toggle-card');
    await shows(stage, tab, 'Producer');
  });

  it('switch the site off and on', async () => {
    tab = await stage.open('/');
    await shortcut(stage.driver, tab, 'toggle-site');
    await tab.waitFor(() => CSS.highlights.size === 0);
    await shortcut(stage.driver, tab, 'toggle-site');
    await tab.waitFor(() => CSS.highlights.size > 0);
  });

  it('go to the frame that has the keyboard', async () => {
    tab = await stage.open('/around-terms');
    await tab.click(400, 600);
    await tab.waitFor(() => (window as unknown as Heard).frameFocused);
    await shortcut(stage.driver, tab, 'next-term');
    await tab.waitFor(() => (window as unknown as Heard).frameCards === 1);
    expect(await isOpen(tab)).toBe(false);
  });

  it.each(['empty', 'silent'])('are passed on from a frame without terms (%s) to the page around it', async (frame) => {
    tab = await stage.open(`/around-${frame}`);
    await tab.click(400, 600);
    await tab.waitFor(() => (window as unknown as Heard).frameFocused);
    await shortcut(stage.driver, tab, 'next-term');
    await shows(stage, tab, 'Producer');
  });

  it('are passed on from a page without terms to the frame that has some', async () => {
    tab = await stage.driver.open(`${stage.server.origin}/around-only`);
    await tab.bringToFront();
    const found = async () => {
      await shortcut(stage.driver, tab, 'next-term');
      await elapse(tab, 300);
      return (await heard(tab)).frameCards === 1;
    };
    let tries = 0;
    while (!(await found())) expect(++tries).toBeLessThan(10);
  });

  it('Escape closes the card of another frame than the one with the keyboard, and is taken once', async () => {
    tab = await stage.open('/around-terms');
    await tab.evaluate(() => document.querySelector('input')?.focus());
    const src = await tab.evaluate(() => document.querySelector('iframe')!.src);
    const word = await stage.driver.open(`${stage.server.origin}/terms`);
    const inside = await word.evaluate(pointOf, 'record producer');
    await word.close();
    await tab.bringToFront();
    await tab.moveInFrame(src, inside.x, inside.y + 80);
    await tab.moveInFrame(src, inside.x, inside.y);
    await tab.waitFor(() => (window as unknown as Heard).frameCards === 1);
    // The frame with the keyboard hears of the card by way of the background.
    await elapse(tab, 300);
    await tab.press('Escape');
    await tab.waitFor(() => (window as unknown as Heard).frameCards === 0);
    expect((await heard(tab)).keys).toEqual([]);
    await tab.press('Escape');
    expect((await heard(tab)).keys).toEqual(['Escape']);
  });

  it.each(['empty', 'silent'])('Escape closes it from a frame without any terms as well (%s)', async (frame) => {
    tab = await stage.open(`/around-${frame}`);
    await tab.click(400, 600);
    await tab.waitFor(() => (window as unknown as Heard).frameFocused);
    await hover(tab, 'record producer');
    // The frame hears of the card by way of the background.
    await elapse(tab, 300);
    await tab.press('Escape');
    await closed(tab);
    expect((await heard(tab)).frameKeys).toEqual([]);
  });

  it('keep to one card in all frames of the page', async () => {
    tab = await stage.open('/around-terms');
    await shortcut(stage.driver, tab, 'next-term');
    await opened(tab);
    await tab.click(400, 600);
    await tab.waitFor(() => (window as unknown as Heard).frameFocused);
    await shortcut(stage.driver, tab, 'next-term');
    await tab.waitFor(() => (window as unknown as Heard).frameCards === 1);
    await closed(tab);
  });

  it('leave every key of ten kinds of apps to the page while a card is open', async () => {
    // Readers, mail, video, editors, boards, maps, games, terminals, slides, sheets: the keys that they live by.
    const keys = [
      'j',
      '/',
      '?',
      'g',
      'k',
      'm',
      'F',
      'Enter',
      ' ',
      'ArrowDown',
      'Home',
      'PageUp',
      'Backspace',
      'x',
      '+',
    ];
    const chords: [string, ('Control' | 'Alt' | 'Shift')[]][] = [
      ['b', ['Control']],
      ['ArrowUp', ['Alt']],
      ['Escape', ['Shift']],
    ];
    const play = async (withCard: boolean) => {
      tab = await stage.open('/app');
      if (withCard) await hover(tab, 'record producer');
      for (const key of keys) await tab.press(key);
      for (const [key, modifiers] of chords) await tab.press(key, modifiers);
      return tab.evaluate(() => (window as unknown as Heard).keys);
    };
    const without = await play(false);
    await tab.close();
    expect(await play(true)).toEqual(without);
    expect(without.length).toBeGreaterThanOrEqual(2 * keys.length);
  });
});
