import type { PNG } from 'pngjs';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { pressInCard } from '../../../browsers/in-card.ts';
import { BROWSERS, type Tab } from '../../../browsers/index.ts';
import { difference, pictureOf } from './picture.ts';
import { CREDITS, cardBox, closed, hover, page, type Stage, setStage } from './stage.ts';

const BOX = 'style="width:500px;height:320px;background:white"';
const TEXT = `<p>${CREDITS}</p>`;
const FULL = `<button id="full" onclick="document.querySelector('main').requestFullscreen().then(up)">Full</button>`;

/** Each kind of layer that a page may have over itself: its tree, and how it comes up. */
const LAYERS = {
  'a dialog': [`<dialog ${BOX}>${TEXT}</dialog>`, 'one("dialog").showModal()'],
  'a dialog that a press outside closes': [
    `<dialog closedby="any" ${BOX}>${TEXT}</dialog>`,
    'one("dialog").showModal()',
  ],
  'a dialog in a dialog': [
    `<dialog id="outer" style="width:600px;height:420px">Outer.<dialog id="inner" ${BOX}>${TEXT}</dialog></dialog>`,
    'outer.showModal(), inner.showModal()',
  ],
  'a popover': [`<div popover ${BOX}>${TEXT}</div>`, 'one("[popover]").showPopover()'],
  'a hint': [`<div popover="hint" ${BOX}>${TEXT}</div>`, 'one("[popover]").showPopover()'],
  'a popover in a dialog': [
    `<dialog style="width:600px;height:420px">Outer.<div popover ${BOX}>${TEXT}</div></dialog>`,
    'one("dialog").showModal(), one("[popover]").showPopover()',
  ],
  fullscreen: [`<main style="background:white">${FULL}${TEXT}</main>`, ''],
  'a popover in fullscreen': [
    `<main style="background:white">${FULL}<div popover ${BOX}>${TEXT}</div></main>`,
    'one("[popover]").showPopover()',
  ],
  'a hint in fullscreen': [
    `<main style="background:white">${FULL}<div popover="hint" ${BOX}>${TEXT}</div></main>`,
    'one("[popover]").showPopover()',
  ],
  'a dialog in fullscreen': [
    `<main style="background:white">${FULL}<dialog ${BOX}>${TEXT}</dialog></main>`,
    'one("dialog").showModal()',
  ],
} as const;

type Kind = keyof typeof LAYERS;
const KINDS = Object.keys(LAYERS) as Kind[];
const pathOf = (kind: Kind) => `/${kind.replaceAll(' ', '-')}`;
const isFull = (kind: Kind) => kind.endsWith('fullscreen');
const PAGES = Object.fromEntries(
  KINDS.map((kind) => {
    const [tree, up] = LAYERS[kind];
    const when = isFull(kind) ? '' : 'up()';
    return [
      pathOf(kind),
      page(
        '',
        `${tree}<script>const one = (selector) => document.querySelector(selector), up = () => { ${up} }; globalThis.keys = [];
          addEventListener('keydown', ({ key }) => keys.push(key)); ${when}</script>`,
      ),
    ];
  }),
);

/** The page's layers that are up, outermost first. */
const layersUp = () =>
  [...document.querySelectorAll(':fullscreen, :modal, :popover-open')].map(({ localName }) => localName);

/** Keys that the page has heard. */
const heard = () => (globalThis as unknown as { keys: string[] }).keys;

describe.each(BROWSERS)('the card in a layer of the page in %s', (name) => {
  let stage: Stage;
  let tab: Tab;
  /** The card on a page without layers. */
  let plain: PNG;
  const picture = async () => pictureOf(tab, (await cardBox(stage, tab))!);

  beforeAll(async () => {
    stage = await setStage(name, { '/': page(), ...PAGES });
    await stage.driver.emulate({ colorScheme: 'light', reducedMotion: true, reducedTransparency: true });
    tab = await stage.open('/');
    await hover(tab, 'record producer');
    plain = await picture();
    await tab.close();
  });
  afterAll(() => stage?.close());
  afterEach(() => tab?.close());

  it.each(KINDS)('is painted in %s, works there, and goes with one Escape that is its own', async (kind) => {
    tab = await stage.open(pathOf(kind));
    if (isFull(kind)) {
      const box = await tab.evaluate(
        () => document.querySelector('#full')!.getBoundingClientRect().toJSON() as DOMRect,
      );
      await tab.click(box.x + 4, box.y + 4);
      await tab.waitFor(() => document.fullscreenElement !== null);
    }
    const up = await tab.evaluate(layersUp);
    expect(up.length).toBeGreaterThan(0);
    await hover(tab, 'record producer');
    const box = (await cardBox(stage, tab))!;
    const painted = await pictureOf(tab, box);
    expect(difference(painted, plain)).toBeLessThan(0.001);
    await pressInCard(stage.driver, tab, 'Why marked?');
    expect(await tab.evaluate(layersUp)).toEqual(up);

    await tab.press('Escape');
    await closed(tab);
    expect(await tab.evaluate(heard)).toEqual([]);
    expect(difference(painted, await pictureOf(tab, box))).toBeGreaterThan(0.02);
    // Firefox takes Escape in fullscreen for itself, before any page or extension hears of it; the card goes along.
    const left = name === 'firefox' ? up.filter((layer) => layer !== 'main') : up;
    expect(await tab.evaluate(layersUp)).toEqual(left);
    await tab.press('Escape');
    await tab.waitFor(() => (globalThis as unknown as { keys: string[] }).keys.includes('Escape'));
    // Leaving fullscreen is the browser's: Chromium does so by a hand's key only.
    if (left.at(-1) !== 'main' && left.length > 0)
      await tab.waitFor(
        (before) => document.querySelectorAll(':fullscreen, :modal, :popover-open').length < before,
        left.length,
      );
  });
});
