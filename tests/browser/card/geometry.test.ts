import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { inCard } from '../../../browsers/in-card.ts';
import { BROWSERS, type Tab, until } from '../../../browsers/index.ts';
import { shortcut } from '../../../browsers/shortcut.ts';
import { zoom } from '../../../browsers/zoom.ts';
import { opened, page, type Stage, setStage } from './stage.ts';

const WORD = '<b>record producer</b>';
const LINE = `On that day the ${WORD} asked everybody to wait outside for a while.`;
const LONG = 'Some more text to fill the line and the next one. '.repeat(6);

/** Where words stand on real pages; each in a section of its own, so that each is marked. */
const PLACES: Record<string, string> = {
  plain: `<p>${LINE}</p>`,
  'right to left': `<p dir="rtl">${LINE}</p>`,
  'vertical from the right': `<p style="writing-mode:vertical-rl;height:220px">${LINE}</p>`,
  'vertical from the left': `<p style="writing-mode:vertical-lr;height:220px">${LINE}</p>`,
  turned: `<p style="transform:rotate(8deg) scale(1.3);transform-origin:0 0;width:400px">${LINE}</p>`,
  mirrored: `<p style="transform:scaleX(-1)">${LINE}</p>`,
  'zoomed by CSS': `<div style="zoom:1.7"><p>${LINE}</p></div>`,
  'zoomed out by CSS': `<div style="zoom:.6"><p>${LINE}</p></div>`,
  'a scroll box': `<div style="height:120px;overflow:auto"><div style="height:300px"></div><p>${LINE}</p><div style="height:300px"></div></div>`,
  'a scroll box in a scroll box': `<div style="height:150px;overflow:auto"><div style="height:260px"></div><div style="width:300px;overflow:auto"><p style="width:900px;padding-left:500px">${LINE}</p></div></div>`,
  'a sticky header': `<div style="height:300px"><div style="position:sticky;top:0;background:#eee"><p>${LINE}</p></div></div>`,
  columns: `<div style="columns:2;width:420px">${LONG}<p>${LINE}</p>${LONG}</div>`,
  'broken over two lines': `<p style="width:112px">The crowd and their <b>record producer</b> left.</p>`,
  'a table cell': `<table border><tr><td>Who</td><td width=150>${LINE}</td></tr></table>`,
  'the right edge': `<p style="text-align:right;margin-right:-38px">That was the ${WORD}</p>`,
  'an absolute box out of a closed one': `<div style="height:30px;overflow:hidden"><p style="position:absolute;left:60px;width:380px">${LINE}</p></div>`,
  'a box that moves': `<div style="perspective:400px"><p style="transform:translateZ(20px);width:380px">${LINE}</p></div>`,
};
const names = Object.keys(PLACES);
const BODY = names.map((name) => `<h2>${name}</h2><div>${PLACES[name]}</div><div style="height:260px"></div>`).join('');

type Box = { left: number; top: number; right: number; bottom: number };
const overlap = (a: Box, b: Box) =>
  Math.min(a.right, b.right) - Math.max(a.left, b.left) > 1 &&
  Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top) > 1;

/** Boxes of the nth word, and of the other text on the line of its first box. */
function measure(index: number): { word: Box[]; line: Box[]; width: number; height: number; seen: boolean } {
  const word = document.querySelectorAll('b')[index]!;
  const block = word.closest('p, td')!;
  const vertical = getComputedStyle(block).writingMode.startsWith('vertical');
  const boxes = [...word.getClientRects()];
  const first = boxes[0]!;
  const range = document.createRange();
  range.selectNodeContents(block);
  const middle = vertical ? (first.left + first.right) / 2 : (first.top + first.bottom) / 2;
  const line = [...range.getClientRects()].filter((box) =>
    vertical ? box.left < middle && box.right > middle : box.top < middle && box.bottom > middle,
  );
  const plain = ({ left, top, right, bottom }: DOMRect) => ({ left, top, right, bottom });
  const seen = first.left >= -1 && first.top >= -1 && first.right <= innerWidth + 1 && first.bottom <= innerHeight + 1;
  return { word: boxes.map(plain), line: line.map(plain), width: innerWidth, height: innerHeight, seen };
}

describe.each(BROWSERS)('the place of the card in %s', (name) => {
  let stage: Stage;
  let tab: Tab;

  beforeAll(async () => {
    stage = await setStage(name, { '/': page('<style>p,div{margin-block:0}</style>', BODY) });
  });
  afterAll(() => stage?.close());
  afterEach(() => tab?.close());

  const card = () =>
    inCard(stage.driver, tab, (root) => {
      const box = (selector: string) => {
        const { left, top, right, bottom } = root.querySelector(selector)!.getBoundingClientRect();
        return { left, top, right, bottom };
      };
      const at = /^(\d+) of/.exec([...root.querySelectorAll('.aside')].at(-1)?.textContent ?? '')?.[1];
      return { surface: box('.surface'), arrow: box('.arrow'), at: Number(at) - 1 };
    });

  it.each([0.5, 1, 2, 4])(
    'is beside the word, off its line and in the viewport, wherever words stand: zoom %f',
    async (factor) => {
      tab = await stage.open('/');
      await zoom(stage.driver, tab, factor);
      await tab.waitFor((wanted) => Math.abs(innerWidth - wanted) < 3, 1000 / factor);
      const wrong: string[] = [];
      for (const [index, place] of names.entries()) {
        await shortcut(stage.driver, tab, 'next-term');
        await opened(tab);
        const { surface, arrow } = (await until(async () => {
          const now = await card();
          return now?.at === index && now;
        }, `the card of “${place}”`)) as NonNullable<Awaited<ReturnType<typeof card>>>;
        const { word, line, width, height } = await tab.evaluate(measure, index);
        const tell = (what: string) =>
          wrong.push(`${place}: ${what} (card ${JSON.stringify(surface)}, word ${JSON.stringify(word[0])})`);
        if (surface.left < -0.5 || surface.top < -0.5 || surface.right > width + 0.5 || surface.bottom > height + 0.5)
          tell('outside');
        if (overlap(surface, word[0]!)) tell('over the word');
        // A turned line is no upright box, and in a viewport of a few lines something has to give way.
        if (factor <= 2 && place !== 'turned' && line.some((box) => overlap(surface, box))) tell('over the line');
        const away = Math.min(
          ...word.map((box) =>
            Math.max(box.left - arrow.right, arrow.left - box.right, box.top - arrow.bottom, arrow.top - box.bottom),
          ),
        );
        if (away > 8) tell(`its arrow is ${away.toFixed(1)} px away`);
      }
      expect(wrong).toEqual([]);
    },
  );
});
