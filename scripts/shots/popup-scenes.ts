/** The real toolbar popup: each state of the page with its reason, and each of its views. */
import type { Answer, Surface, Tab } from '../../browsers/index.ts';
import type { Scene, Stage } from './scene.ts';

type In = (popup: Surface, stage: Stage) => Promise<unknown>;

const html = (title: string, body: string, attributes = 'lang="en"') =>
  `<!doctype html><html ${attributes}><meta charset="utf-8"><meta name="color-scheme" content="light dark"><title>${title}</title>${body}`;

/** Pages that make the popup say why nothing is marked. */
const PAGES: Record<string, Answer> = {
  '/soup': {
    body: html('Soup', '<h1>Soup</h1><p>Peel the carrots and boil them in salted water until they are soft.'),
  },
  '/platte': {
    body: html(
      'Platte',
      '<p>Der record producer und der mastering engineer nahmen das Album im Studio auf und waren zufrieden.',
      'lang="de"',
    ),
  },
  '/no-marks': {
    body: html('Album', '<meta name="liner-notes" content="off"><p>The record producer and the mix engineer.'),
  },
  '/cover.svg': {
    body: '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><circle cx="4" cy="4" r="4"/></svg>',
    type: 'image/svg+xml',
  },
};
export const popupPage = (url: string): Answer | undefined => PAGES[url];

interface Storage {
  local: { clear(): Promise<void>; set(items: object): Promise<void> };
  sync: { clear(): Promise<void>; set(items: object): Promise<void> };
}

/** Settings as they are to be, and no others. */
async function keep({ driver }: Stage, local: object = {}, sync: object = {}): Promise<void> {
  const page = await driver.openExtensionPage('options.html');
  await page.evaluate(
    async (own, shared) => {
      const { storage } = (globalThis as unknown as { chrome: { storage: Storage } }).chrome;
      await storage.local.clear();
      await storage.sync.clear();
      await storage.local.set(own);
      await storage.sync.set(shared);
    },
    local,
    sync,
  );
  await page.close();
}

const saysNotYet: In = (popup) =>
  popup.waitFor(() => document.querySelector('.status')?.getAttribute('data-kind') !== 'asking');
const click =
  (...selectors: string[]): In =>
  async (popup) => {
    for (const selector of selectors)
      await popup.waitFor((wanted) => {
        const found = document.querySelector<HTMLElement>(wanted);
        found?.click();
        return found !== null;
      }, selector);
  };
const write =
  (words: string, choose = false): In =>
  async (popup) => {
    await popup.waitFor((text) => {
      const field = document.querySelector<HTMLInputElement>('input[type=search]');
      if (!field) return false;
      field.value = text;
      field.dispatchEvent(new Event('input', { bubbles: true }));
      return true;
    }, words);
    await popup.waitFor(() => document.querySelector('.result, .search-none'));
    if (choose) await click('.result')(popup, undefined as never);
  };

interface Row {
  name: string;
  at?: string;
  local?: object;
  sync?: object;
  only?: Scene['only'];
  in?: In;
}

const SITE = 'site:127.0.0.1';
const ROWS: Row[] = [
  { name: 'marking' },
  { name: 'all', in: click('.terms ~ .action') },
  { name: 'pause', in: click('.pause summary') },
  { name: 'off', local: { [SITE]: { on: false } } },
  { name: 'unchosen', sync: { 'pref:mode': 'chosen' } },
  { name: 'paused-tab', in: click('.pause-choices button:nth-child(1)') },
  { name: 'paused-hour', in: click('.pause-choices button:nth-child(2)') },
  { name: 'paused-restart', in: click('.pause-choices button:nth-child(3)') },
  { name: 'unmusical', at: '/soup' },
  { name: 'german', at: '/platte' },
  { name: 'author', at: '/no-marks' },
  { name: 'image', at: '/cover.svg' },
  { name: 'browser', at: 'chrome://version/', only: 'chromium' },
  { name: 'browser', at: 'about:license', only: 'firefox' },
  { name: 'file', at: 'file:///usr/share/common-licenses/GPL-3', only: 'chromium' },
  { name: 'search', in: write('mastring') },
  { name: 'none', in: write('qqqq') },
  { name: 'entry', in: write('producer', true) },
  { name: 'two', in: write('mixing vs mastering', true) },
  { name: 'three', in: write('producer vs engineer vs beatmaker', true) },
  { name: 'four', in: write('mixing vs mastering vs overdub vs comping', true) },
  { name: 'generated', in: write('luthier vs dj', true) },
];

export const POPUP_SCENES: Scene[] = [
  ...ROWS.map(
    ({ name, at = '/article.html', local, sync, only, in: act }): Scene => ({
      name: `popup-${name}`,
      at,
      only,
      act: async (stage) => {
        await keep(stage, local, sync);
        await stage.tab.bringToFront();
        const popup = await stage.driver.popup(stage.tab);
        await saysNotYet(popup, stage);
        await popup.waitFor(() => document.querySelector('.comparison-link'));
        await act?.(popup, stage);
        await saysNotYet(popup, stage);
        return popup;
      },
      after: (stage) => keep(stage),
    }),
  ),
  // On a phone the popup is a page of its own.
  ...(['', 'producer vs engineer vs beatmaker'] as const).map(
    (words): Scene => ({
      name: words ? 'popup-phone-three' : 'popup-phone',
      at: 'popup.html',
      viewport: [360, 740],
      act: async (stage: Stage & { tab: Tab }) => {
        await stage.tab.waitFor(() => document.querySelector('.comparison-link'));
        if (words) await write(words, true)(stage.tab, stage);
      },
    }),
  ),
];
