/** What is shown in each screenshot: a page, a size, and what the reader does there. */
import { restOn } from '../../browsers/card.ts';
import { command } from '../../browsers/command.ts';
import { inCard, pressInCard } from '../../browsers/in-card.ts';
import { type Answer, type Driver, type Emulation, type Tab, until } from '../../browsers/index.ts';

interface Stage {
  driver: Driver;
  tab: Tab;
}

export interface Scene {
  name: string;
  path: string;
  /** Width and height, CSS px. */
  viewport: [number, number];
  emulation?: Emulation;
  act(stage: Stage): Promise<unknown>;
  /** Puts back what lasts beyond the tab. */
  after?(stage: Stage): Promise<unknown>;
}

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

export const SCENES: Scene[] = [
  { name: 'rest', path: ARTICLE, viewport: [900, 700], act: rest('producer') },
  { name: 'role', path: ARTICLE, viewport: [900, 700], act: rest('mix engineer') },
  {
    name: 'confusable',
    path: ARTICLE,
    viewport: [900, 700],
    act: async (stage) => {
      await restOn(stage.tab, 'producer');
      await pressInCard(stage.driver, stage.tab, 'Beatmaker');
    },
  },
  {
    name: 'why',
    path: ARTICLE,
    viewport: [900, 700],
    act: async (stage) => {
      await restOn(stage.tab, 'mix engineer');
      await pressInCard(stage.driver, stage.tab, 'Why');
    },
  },
  {
    name: 'silenced',
    path: ARTICLE,
    viewport: [900, 700],
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
    path: ARTICLE,
    viewport: [900, 700],
    act: async (stage) => {
      await command(stage.driver, stage.tab, 'next-term');
      await command(stage.driver, stage.tab, 'next-term');
      await stage.tab.press('Tab');
    },
  },
  { name: 'narrow', path: ARTICLE, viewport: [320, 640], act: rest('producer') },
  { name: 'tight', path: ARTICLE, viewport: [420, 260], act: rest('producer') },
  { name: 'rtl', path: '/rtl', viewport: [900, 600], act: rest('beatmaker') },
  { name: 'vertical', path: '/vertical', viewport: [900, 600], act: rest('producer') },
  { name: 'zoomed', path: '/zoomed', viewport: [900, 700], act: rest('beatmaker') },
  { name: 'picture', path: '/picture', viewport: [900, 600], act: rest('songwriter') },
  { name: 'dialog', path: '/dialog', viewport: [900, 600], act: ({ tab }) => restInDialog(tab) },
  { name: 'forced', path: ARTICLE, viewport: [900, 700], emulation: { forcedColors: true }, act: rest('producer') },
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
