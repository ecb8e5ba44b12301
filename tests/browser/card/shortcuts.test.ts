import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { askState } from '../../../browsers/content-script.ts';
import { BROWSERS, type Tab, until } from '../../../browsers/index.ts';
import { pointOf } from '../../../browsers/point-of.ts';
import { shortcut } from '../../../browsers/shortcut.ts';
import { CREDITS, closed, hover, isOpen, opened, page, type Stage, setStage, shows } from './stage.ts';

/** A frame tells the top page what is marked in it, how many cards it shows and which keys it hears. */
const REPORT = `<script>
  const tell = (what) => parent.postMessage(what, '*');
  new MutationObserver(() => tell({ cards: document.querySelectorAll('liner-notes-card').length }))
    .observe(document.documentElement, { childList: true });
  addEventListener('keydown', (event) => tell({ key: event.key }));
  addEventListener('focus', () => tell({ focused: true }));
  setInterval(() => tell({ marks: CSS.highlights.size }), 50);
</script>`;
const LISTEN = `<script>
  window.frameCards = 0; window.frameKeys = []; window.keys = []; window.frameFocused = false; window.frameMarks = 0;
  addEventListener('message', ({ data }) => {
    if ('cards' in data) frameCards = data.cards;
    if ('key' in data) frameKeys.push(data.key);
    if (data.focused) frameFocused = true;
    if ('marks' in data) frameMarks = data.marks;
  });
  addEventListener('keydown', (event) => keys.push(event.key));
</script>`;
interface Heard {
  frameCards: number;
  frameKeys: string[];
  keys: string[];
  frameFocused: boolean;
  frameMarks: number;
}
const heard = (tab: Tab): Promise<Heard> =>
  tab.evaluate(() => {
    const { frameCards, frameKeys, keys, frameFocused, frameMarks } = window as unknown as Heard;
    return { frameCards, frameKeys, keys, frameFocused, frameMarks };
  });

/** How long a frame may take to hear of another one's card, in ms. */
const PATIENCE = 10_000;

/**
 * Presses Escape until it is taken. The frame with the keyboard hears of another one's card by way of the background; until
 * then the key is the page's, and is waited for there. Answers how many the page had.
 */
async function pressUntilTaken(
  tab: Tab,
  page: 'keys' | 'frameKeys',
  isClosed: () => Promise<boolean>,
): Promise<number> {
  const end = performance.now() + PATIENCE;
  for (let given = 0; performance.now() < end; given++) {
    await tab.press('Escape');
    const isGiven = async () => (await heard(tab))[page].length > given;
    const whose = await until(
      async () => ((await isGiven()) ? 'the page’s' : (await isClosed()) && 'ours'),
      'Escape to be heard by the page or to close the card',
    );
    if (whose === 'ours') return given;
  }
  throw new Error('Escape was always the page’s');
}

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
  beforeEach(() => stage.reset());
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
    await tab.waitFor(() => (window as unknown as Heard).frameMarks > 0);
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
    const url = `${stage.server.origin}/around-only`;
    tab = await stage.driver.open(url);
    await tab.waitFor(() => (window as unknown as Heard).frameMarks > 0);
    const extension = await stage.driver.openExtensionPage('options.html');
    await until(() => askState(extension, url), 'the content script of the page');
    await extension.close();
    await tab.bringToFront();
    await tab.waitFor(() => document.hasFocus());
    await shortcut(stage.driver, tab, 'next-term');
    await tab.waitFor(() => (window as unknown as Heard).frameCards === 1);
  });

  it('Escape closes the card of another frame than the one with the keyboard, and is taken once', async () => {
    tab = await stage.open('/around-terms');
    await tab.waitFor(() => (window as unknown as Heard).frameMarks > 0);
    await tab.evaluate(() => document.querySelector('input')?.focus());
    const src = await tab.evaluate(() => document.querySelector('iframe')!.src);
    const word = await stage.driver.open(`${stage.server.origin}/terms`);
    const inside = await word.evaluate(pointOf, 'record producer');
    await word.close();
    await tab.bringToFront();
    await tab.moveInFrame(src, inside.x, inside.y + 80);
    await tab.moveInFrame(src, inside.x, inside.y);
    await tab.waitFor(() => (window as unknown as Heard).frameCards === 1);
    const given = await pressUntilTaken(tab, 'keys', async () => (await heard(tab)).frameCards === 0);
    expect((await heard(tab)).keys).toHaveLength(given);
    await tab.press('Escape');
    await tab.waitFor((all) => (window as unknown as Heard).keys.length === all, given + 1);
  });

  it.each(['empty', 'silent'])('Escape closes it from a frame without any terms as well (%s)', async (frame) => {
    tab = await stage.open(`/around-${frame}`);
    await tab.click(400, 600);
    await tab.waitFor(() => (window as unknown as Heard).frameFocused);
    await hover(tab, 'record producer');
    const given = await pressUntilTaken(tab, 'frameKeys', async () => !(await isOpen(tab)));
    expect((await heard(tab)).frameKeys).toHaveLength(given);
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
