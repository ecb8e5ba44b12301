import type { PNG } from 'pngjs';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { inCard, pressInCard } from '../../../browsers/in-card.ts';
import { BROWSERS, type Tab } from '../../../browsers/index.ts';
import { pointOf } from '../../../browsers/point-of.ts';
import { ATTACKS } from './attacks.ts';
import { difference, pictureOf } from './picture.ts';
import { CREDITS, cardBox, closed, elapse, hover, isOpen, page, type Stage, setStage } from './stage.ts';

const WORD = '<p id="word" style="all:revert;position:fixed;left:60px;top:60px;margin:0;font:16px/20px sans-serif">';

const PAGES: Record<string, string> = {
  '/': page('', `${WORD}The record producer</p>`),
  '/dialog': page(
    '',
    `<p>Behind: a music producer.</p><dialog style="width:500px;height:420px;overflow:hidden"><p>${CREDITS}</p>
     <button style="position:absolute;right:10px;top:10px" onclick="document.title='pressed'">Press</button></dialog>
     <script>document.querySelector('dialog').showModal()</script>`,
  ),
  '/popover': page(
    '',
    `<div popover id="p" style="width:500px;height:120px"><p>${CREDITS}</p>
     <button style="position:absolute;right:4px;top:4px" onclick="document.title='pressed'">Press</button></div><script>p.showPopover()</script>`,
  ),
  '/fullscreen': page(
    '',
    `<main style="background:white"><button onclick="document.querySelector('main').requestFullscreen()">Full</button><p>${CREDITS}</p>
     <button id="own" style="position:fixed;right:4px;top:4px" onclick="document.title='pressed'">Press</button></main>`,
  ),
  '/nested': page(
    '',
    `<dialog style="width:640px;height:480px"><p>Outer text.</p><dialog style="width:500px;height:420px;overflow:hidden"><p>${CREDITS}</p>
     <button style="position:absolute;right:10px;top:10px" onclick="document.title='pressed'">Press</button></dialog></dialog>
     <script>for (const one of document.querySelectorAll('dialog')) one.showModal()</script>`,
  ),
  '/hint': page(
    '',
    `<div popover="hint" id="h" style="width:500px;height:160px"><p>${CREDITS}</p>
     <button style="position:absolute;right:4px;top:4px" onclick="document.title='pressed'">Press</button></div><script>h.showPopover()</script>`,
  ),
  '/shadow': page(
    '',
    `<div id="host"></div><script>
      const root = document.querySelector('#host').attachShadow({ mode: 'open' });
      root.innerHTML = '<dialog style="width:500px;height:400px">The record producer speaks.</dialog>';
      root.querySelector('dialog').showModal();
    </script>`,
  ),
  '/changing': page('', `<p>${CREDITS}</p>`),
  '/editor': page('', `<div contenteditable><p>${CREDITS}</p></div><p>A music producer beside it.</p>`),
  '/late-dialog': page('', `<p>${CREDITS}</p><dialog><p>Sign in</p></dialog>`),
  ...Object.fromEntries(
    ATTACKS.map((css, index) => [`/attack/${index}`, page(`<style>${css}</style>`, `${WORD}The record producer</p>`)]),
  ),
};

/** Rests on the word at a fixed place, whatever the page's styles do to it, and cuts the card out of a screenshot. */
async function portrait(stage: Stage, tab: Tab, path: string): Promise<PNG> {
  await tab.goto(`${stage.server.origin}${path}`);
  await tab.waitFor(() => CSS.highlights.size > 0);
  await hover(tab, 'record producer');
  return pictureOf(tab, (await cardBox(stage, tab))!);
}

describe.each(BROWSERS)('the card over everything in %s', (name) => {
  let stage: Stage;
  let tab: Tab;

  beforeAll(async () => {
    stage = await setStage(name, PAGES);
    await stage.driver.emulate({ colorScheme: 'light', reducedMotion: true });
  });
  afterAll(() => stage?.close());
  afterEach(() => tab?.close());

  it('leaves when a modal dialog opens over it', async () => {
    tab = await stage.open('/late-dialog');
    await hover(tab, 'record producer');
    await tab.evaluate(() => document.querySelector('dialog')!.showModal());
    await closed(tab);
  });

  it.each(['/dialog', '/nested', '/popover', '/hint'])(
    'works in %s, whose own button stays clickable',
    async (path) => {
      tab = await stage.open(path);
      await hover(tab, 'record producer');
      await pressInCard(stage.driver, tab, 'Why marked?');
      expect(await inCard(stage.driver, tab, (root) => root.querySelector('[aria-expanded="true"]') !== null)).toBe(
        true,
      );
      const box = await tab.evaluate(
        () => document.querySelector('button')!.getBoundingClientRect().toJSON() as DOMRect,
      );
      await tab.click(box.x + 4, box.y + 4);
      expect(await tab.evaluate(() => document.title)).toBe('pressed');
      await closed(tab);
    },
  );

  it('works in fullscreen', async () => {
    tab = await stage.open('/fullscreen');
    const box = await tab.evaluate(() => document.querySelector('button')!.getBoundingClientRect().toJSON() as DOMRect);
    await tab.click(box.x + 4, box.y + 4);
    await tab.waitFor(() => document.fullscreenElement !== null);
    await hover(tab, 'mix engineer');
    await pressInCard(stage.driver, tab, 'Why marked?');
    expect(await inCard(stage.driver, tab, (root) => root.querySelector('[aria-expanded="true"]') !== null)).toBe(true);
    const own = await tab.evaluate(() => document.querySelector('#own')!.getBoundingClientRect().toJSON() as DOMRect);
    await tab.click(own.x + 4, own.y + 4);
    expect(await tab.evaluate(() => document.title)).toBe('pressed');
  });

  it('works for a word straight in a dialog inside a shadow root', async () => {
    tab = await stage.open('/shadow');
    const box = await tab.evaluate(() => {
      const range = document.createRange();
      const text = document.querySelector('#host')!.shadowRoot!.querySelector('dialog')!.firstChild as Text;
      range.setStart(text, 4);
      range.setEnd(text, 19);
      return range.getBoundingClientRect().toJSON() as DOMRect;
    });
    await tab.move(box.x + 20, box.y + 100);
    await tab.move(box.x + 20, box.y + 8, 6);
    const inDialog = await tab.waitFor(
      () => document.querySelector('#host')!.shadowRoot!.querySelector('dialog > liner-notes-card') !== null,
    );
    expect(inDialog).toBe(true);
    await tab.click(box.x + 40, box.y + 60);
    await elapse(tab, 200);
    expect(
      await tab.evaluate(() => document.querySelector('#host')!.shadowRoot!.querySelector('liner-notes-card') !== null),
    ).toBe(true);
  });

  it('leaves when its word becomes another one', async () => {
    tab = await stage.open('/changing');
    await hover(tab, 'record producer');
    await tab.evaluate(() => {
      (document.querySelector('p')!.firstChild as Text).data =
        'Something else entirely, as long as before, and longer.';
    });
    await closed(tab);
    expect(await tab.evaluate(() => CSS.highlights.get('liner-notes-open')?.size ?? 0)).toBe(0);
  });

  it('opens nothing over what is being edited, and puts nothing into it', async () => {
    tab = await stage.open('/editor');
    const before = await tab.evaluate(() => document.querySelector('[contenteditable]')!.innerHTML);
    const { x, y } = await tab.evaluate(pointOf, 'record producer');
    await tab.move(x, y - 30);
    await tab.move(x, y, 6);
    await elapse(tab, 600);
    expect(await isOpen(tab)).toBe(false);
    await hover(tab, 'music producer');
    expect(await tab.evaluate(() => document.querySelector('[contenteditable]')!.innerHTML)).toBe(before);
    expect(await tab.evaluate(() => document.querySelector('liner-notes-card')!.parentElement!.localName)).toBe('html');
  });
});

describe.each(BROWSERS)('the card under attack in %s', (name) => {
  let stage: Stage;

  beforeAll(async () => {
    stage = await setStage(name, PAGES);
    await stage.driver.emulate({ colorScheme: 'light', reducedMotion: true });
  });
  afterAll(() => stage?.close());

  it(`looks the same under ${ATTACKS.length} style sheets that attack it`, { timeout: 240_000 }, async () => {
    const tab = await stage.open('/');
    // Just room for the card: the pictures are taken and read in half the time.
    await tab.viewport(600, 600);
    const plain = await portrait(stage, tab, '/');
    const damaged: string[] = [];
    for (const [index, css] of ATTACKS.entries()) {
      // Firefox filters the top layer along with the root: the whole tab, our card too, is inverted by such a page.
      if (name === 'firefox' && css.startsWith('html{filter')) continue;
      const attacked = await portrait(stage, tab, `/attack/${index}`).catch((error: unknown) => String(error));
      if (typeof attacked === 'string' || attacked.width !== plain.width || attacked.height !== plain.height) {
        damaged.push(`${css}: ${typeof attacked === 'string' ? attacked : `${attacked.width} × ${attacked.height}`}`);
        continue;
      }
      const share = difference(plain, attacked);
      if (share >= 0.001) damaged.push(`${css}: ${(share * 100).toFixed(2)} %`);
    }
    expect(damaged).toEqual([]);
  });
});
