import { readFileSync } from 'node:fs';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { command } from '../../../browsers/command.ts';
import { inCard } from '../../../browsers/in-card.ts';
import { BROWSERS, type Tab } from '../../../browsers/index.ts';
import { pointOf } from '../../../browsers/point-of.ts';
import { CREDITS, cardBox, closed, hover, page, type Stage, setStage, shows } from './stage.ts';

const DARK = '<style>html{background:#111;color:#eee}</style>';
const PAGES: Record<string, string> = {
  '/': page(),
  '/dark': page(DARK),
  '/meta': page('<meta name="color-scheme" content="dark">'),
  '/rtl': page('', undefined, 'dir="rtl"'),
  '/vertical': page('<style>html{writing-mode:vertical-rl}</style>'),
  '/zoomed': page('<style>html{zoom:1.5}</style>'),
  '/zoomed-out': page('<style>body{zoom:.5}</style>'),
  '/transformed': page('<style>body{transform:rotate(4deg) scale(1.2);transform-origin:0 0}</style>'),
  '/scroller': page(
    '',
    `<div style="height:200px;overflow:auto"><div style="height:300px"></div><p>${CREDITS}</p></div>`,
  ),
  '/broken': page('<style>p{width:130px}</style>'),
};

/** Runs in a page: the boxes of some words of its paragraph, one on each line where they stand. */
const boxesOf = (words: string) => {
  const text = document.querySelector('p')!.firstChild as Text;
  const range = document.createRange();
  range.setStart(text, text.data.indexOf(words));
  range.setEnd(text, text.data.indexOf(words) + words.length);
  return [...range.getClientRects()].map((box) => box.toJSON() as DOMRect);
};

/** How far the arrow is from the nearest of the boxes, in px of the viewport; under 0 where it lies over one. */
const arrowAway = async ({ driver }: Stage, tab: Tab, boxes: DOMRect[]) => {
  const arrow = (await inCard(
    driver,
    tab,
    (root) => root.querySelector('.arrow')!.getBoundingClientRect().toJSON() as DOMRect,
  ))!;
  return Math.min(
    ...boxes.map((box) =>
      Math.max(box.left - arrow.right, arrow.left - box.right, box.top - arrow.bottom, arrow.top - box.bottom),
    ),
  );
};

const theme = ({ driver }: Stage, tab: Tab) =>
  inCard(driver, tab, (root) => (root.querySelector('.surface') as HTMLElement).dataset.theme ?? '');

describe.each(BROWSERS)('the look of the card in %s', (name) => {
  let stage: Stage;
  let tab: Tab;

  beforeAll(async () => {
    stage = await setStage(name, PAGES);
  });
  afterAll(() => stage?.close());
  afterEach(async () => {
    await tab?.close();
    await stage?.driver.emulate({});
  });

  it.each([
    ['/', 'light'],
    ['/dark', 'dark'],
    ['/meta', 'dark'],
  ] as const)('is light or dark as the page is, whatever the system prefers: %s', async (path, wanted) => {
    await stage.driver.emulate({ colorScheme: wanted === 'light' ? 'dark' : 'light' });
    tab = await stage.open(path);
    await hover(tab, 'record producer');
    expect(await theme(stage, tab)).toBe(wanted);
  });

  it.each(['/', '/rtl', '/vertical', '/zoomed', '/zoomed-out', '/transformed', '/scroller', '/broken'])(
    'lies wholly in the viewport, off the word, with its arrow on it: %s',
    async (path) => {
      // Without the way by which it comes.
      await stage.driver.emulate({ reducedMotion: true });
      tab = await stage.open(path);
      for (const [width, height] of [
        [1000, 700],
        [320, 640],
      ] as const) {
        await tab.viewport(width, height);
        const [word, term] = path === '/broken' ? ['mastering', 'mastering engineer'] : ['record', 'record producer'];
        const point = await hover(tab, word);
        const box = (await cardBox(stage, tab))!;
        expect(Math.min(box.left, box.top), path).toBeGreaterThanOrEqual(0);
        expect(box.right, path).toBeLessThanOrEqual(width);
        expect(box.bottom, path).toBeLessThanOrEqual(height);
        const off = point.x < box.left || point.x > box.right || point.y < box.top || point.y > box.bottom;
        expect(off, path).toBe(true);
        expect(await arrowAway(stage, tab, await tab.evaluate(boxesOf, term)), path).toBeLessThan(3);
        await tab.press('Escape');
        await closed(tab);
      }
    },
  );

  it('keeps its last row in sight however little room there is', async () => {
    tab = await stage.open('/');
    await tab.viewport(320, 300);
    await hover(tab, 'record');
    const row = await inCard(
      stage.driver,
      tab,
      (root) => root.querySelector('.row')!.getBoundingClientRect().toJSON() as DOMRect,
    );
    expect(row!.bottom).toBeLessThanOrEqual(300);
  });

  it('does not move for readers who want no motion', async () => {
    await stage.driver.emulate({ reducedMotion: true });
    tab = await stage.open('/');
    await hover(tab, 'record producer');
    expect(
      await inCard(
        stage.driver,
        tab,
        (root) => root.ownerDocument.defaultView!.getComputedStyle(root.querySelector('.sheet')!).animationName,
      ),
    ).toBe('none');
  });

  it('follows when the page scrolls a little, and goes when the word does', async () => {
    tab = await stage.open('/scroller');
    await command(stage.driver, tab, 'next-term');
    await shows(stage, tab, 'Producer');
    const before = (await cardBox(stage, tab))!;
    await tab.evaluate(() => document.querySelector('div')!.scrollBy(0, -20));
    await tab.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => done(0)))));
    expect((await cardBox(stage, tab))!.top).toBeCloseTo(before.top + 20, 0);
    await tab.evaluate(() => document.querySelector('div')!.scrollTo(0, 0));
    await closed(tab);
  });

  it.each(['light', 'dark'])('has nothing for axe to find in the %s theme', async (wanted) => {
    tab = await stage.open(wanted === 'dark' ? '/dark' : '/');
    await command(stage.driver, tab, 'next-term');
    await shows(stage, tab, 'Producer');
    // axe does not look into closed roots: the card is drawn again in an open one.
    const markup = await inCard(stage.driver, tab, (root) => root.innerHTML);
    const point = await tab.evaluate(pointOf, 'record producer');
    expect(point.x).toBeGreaterThan(0);
    const copy = await stage.driver.open(`${stage.server.origin}/`);
    await copy.evaluate(
      (html, axe) => {
        document.body.replaceChildren(document.createElement('main'));
        const host = document.querySelector('main')!.appendChild(document.createElement('div'));
        const root = host.attachShadow({ mode: 'open' });
        root.setHTMLUnsafe(html.replace(':host', ':host(.never)'));
        const surface = root.querySelector<HTMLElement>('.surface')!;
        surface.showPopover();
        const script = document.createElement('script');
        script.textContent = axe;
        document.head.append(script);
      },
      markup!,
      readFileSync('node_modules/axe-core/axe.min.js', 'utf8'),
    );
    const violations = await copy.evaluate(async () => {
      type Axe = { run(c: object): Promise<{ violations: { id: string; nodes: { html: string }[] }[] }> };
      const { axe } = window as unknown as { axe: Axe };
      const found = await axe.run({ include: [['main']] });
      return found.violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join(' ')}`);
    });
    await copy.close();
    expect(violations).toEqual([]);
  });
});
