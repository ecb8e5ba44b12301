/** The card and the marks, in each state. */
import { restOn } from '../../browsers/card.ts';
import { command } from '../../browsers/command.ts';
import { inCard, pressInCard } from '../../browsers/in-card.ts';
import { type Answer, type Tab, until } from '../../browsers/index.ts';
import { pointOf } from '../../browsers/point-of.ts';
import type { Scene, Stage } from './scene.ts';

const CREDITS = `The producer worked with a recording engineer and a beatmaker on every track of the album. Later the mix
  engineer came in with the songwriter, and the executive producer paid for the studio. The mastering engineer heard it last.`;

const page = (
  head: string,
  body: string,
  attributes = '',
) => `<!doctype html><html lang="en" ${attributes}><meta charset="utf-8">
  <meta name="viewport" content="width=device-width"><meta name="color-scheme" content="light dark"><title>Making an album</title>
  <style>body{font:17px/1.6 system-ui;margin:32px auto;max-width:620px;padding:0 16px} ${head}</style>${body}`;

const PAGES: Record<string, string> = {
  '/credits': page('', `<h1>Making an album</h1><p>${CREDITS}</p>`),
  '/rtl': page('', `<h1>Making an album</h1><p>${CREDITS}</p>`, 'dir="rtl"'),
  '/vertical': page('html{writing-mode:vertical-rl}', `<h1>Making an album</h1><p>${CREDITS}</p>`),
  '/zoomed': page('html{zoom:2}', `<p>${CREDITS}</p>`),
  '/picture': page(
    'body{color:#fff;text-shadow:0 1px 2px #000;background:linear-gradient(120deg,#20354d,#6d2f4c)}html{min-height:100%}',
    `<h1>Making an album</h1><p>${CREDITS}</p>`,
  ),
  '/dialog': page(
    '',
    `<h1>Making an album</h1><p>${CREDITS}</p><dialog style="max-width:400px;border-radius:8px;margin-top:60px"><p>${CREDITS}</p><button>Done</button></dialog>
     <script>document.querySelector('dialog').showModal()</script>`,
  ),
};

/** The pages that only screenshots need; everything else comes from the served folder. */
export function scenePage(url: string): Answer | undefined {
  const body = PAGES[url];
  return body === undefined ? undefined : { body };
}

const rest = (word: string) => (stage: Stage) => restOn(stage.tab, word);
const ARTICLE = '/article.html';

/** A preference of the reader for the time of one scene, set where the options page sets it. */
async function prefer({ driver, tab }: Stage, name: string, value: string | null): Promise<void> {
  const back = await driver.openExtensionPage('options.html');
  await back.evaluate(
    (key, wanted) => {
      const { sync } = (globalThis as unknown as { chrome: { storage: { sync: SyncStorage } } }).chrome.storage;
      return wanted === null ? sync.remove(key) : sync.set({ [key]: wanted });
    },
    `pref:${name}`,
    value,
  );
  await back.close();
  await tab.bringToFront();
}

interface SyncStorage {
  set(items: Record<string, string>): Promise<void>;
  remove(key: string): Promise<void>;
}

/** The scene as it is with a preference. */
const preferring = (name: string, value: string, scene: Scene): Scene => ({
  ...scene,
  act: async (stage) => {
    await prefer(stage, name, value);
    return scene.act?.(stage);
  },
  after: (stage) => prefer(stage, name, null),
});

const settled = ({ tab }: Stage) =>
  tab.evaluate(
    () => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(done, 300)))),
  );

const MARKS: Scene[] = ['dotted', 'solid', 'tint', 'hover', 'none'].map((style) =>
  preferring('markStyle', style, {
    name: `marks-${style}`,
    at: '/credits',
    viewport: [700, style === 'hover' ? 420 : 260],
    act: style === 'hover' ? rest('recording engineer') : settled,
  }),
);
const SIZES: Scene[] = ['small', 'large', 'larger', 'largest'].map((size) =>
  preferring('cardSize', size, { name: `text-${size}`, at: ARTICLE, act: rest('producer') }),
);

export const CARD_SCENES: Scene[] = [
  ...MARKS,
  ...SIZES,
  { name: 'contrast', at: ARTICLE, emulation: { moreContrast: true }, act: rest('producer') },
  { name: 'opaque', at: ARTICLE, emulation: { reducedTransparency: true }, act: rest('producer') },
  {
    name: 'touch',
    at: ARTICLE,
    viewport: [390, 700],
    emulation: { phone: true },
    act: async ({ tab }) => {
      const { x, y } = await tab.evaluate(pointOf, 'producer');
      await tab.tap(x, y);
      await tab.waitFor(() => document.querySelector('liner-notes-card') !== null);
    },
  },
  { name: 'rest', at: ARTICLE, act: rest('producer') },
  { name: 'role', at: ARTICLE, act: rest('mix engineer') },
  {
    name: 'confusable',
    at: ARTICLE,
    act: async (stage) => {
      await restOn(stage.tab, 'producer');
      await pressInCard(stage.driver, stage.tab, 'Beatmaker');
    },
  },
  {
    name: 'why',
    at: ARTICLE,
    act: async (stage) => {
      await restOn(stage.tab, 'mix engineer');
      await pressInCard(stage.driver, stage.tab, 'Why');
    },
  },
  {
    name: 'silenced',
    at: ARTICLE,
    act: async (stage) => {
      await restOn(stage.tab, 'mix engineer');
      await pressInCard(stage.driver, stage.tab, 'Why');
      await pressInCard(stage.driver, stage.tab, 'Not music here');
      await until(
        () => inCard(stage.driver, stage.tab, (root) => root.textContent?.includes('no longer')),
        'the answer',
      );
    },
    after: async (stage) => {
      await pressInCard(stage.driver, stage.tab, 'Undo');
      await stage.tab.waitFor(() => document.querySelector('liner-notes-card') === null);
    },
  },
  {
    name: 'keyboard',
    at: ARTICLE,
    act: async (stage) => {
      await command(stage.driver, stage.tab, 'next-term');
      await command(stage.driver, stage.tab, 'next-term');
      await stage.tab.press('Tab');
    },
  },
  { name: 'narrow', at: ARTICLE, viewport: [320, 640], act: rest('producer') },
  { name: 'tight', at: ARTICLE, viewport: [420, 260], act: rest('producer') },
  { name: 'rtl', at: '/rtl', viewport: [900, 600], act: rest('beatmaker') },
  { name: 'vertical', at: '/vertical', viewport: [900, 600], act: rest('producer') },
  { name: 'zoomed', at: '/zoomed', act: rest('beatmaker') },
  { name: 'picture', at: '/picture', viewport: [900, 600], act: rest('songwriter') },
  { name: 'dialog', at: '/dialog', viewport: [900, 600], act: ({ tab }) => restInDialog(tab) },
  { name: 'forced', at: ARTICLE, emulation: { forcedColors: true }, act: rest('producer') },
];

async function restInDialog(tab: Tab): Promise<void> {
  const at = await tab.evaluate(() => {
    const text = document.querySelector('dialog p')!.firstChild as Text;
    const range = document.createRange();
    const start = text.data.indexOf('producer');
    range.setStart(text, start);
    range.setEnd(text, start + 8);
    return range.getBoundingClientRect().toJSON() as DOMRect;
  });
  await tab.move(at.x + 20, at.y + 60);
  await tab.move(at.x + 20, at.y + 8, 6);
  await tab.waitFor(() => document.querySelector('liner-notes-card') !== null);
}
