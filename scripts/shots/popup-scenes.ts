/** The real toolbar popup: each state of the page with its reason, and each of its views. */
import { accessOf } from '../../browsers/access.ts';
import { breakStorage } from '../../browsers/break-storage.ts';
import type { FirefoxChrome } from '../../browsers/firefox-chrome.ts';
import { makeCostly, makeFail } from '../../browsers/ill-page.ts';
import type { Answer, Driver, Surface, Tab } from '../../browsers/index.ts';
import { keepSettings } from '../../browsers/keep-settings.ts';
import { isMarked } from '../../browsers/marks-of.ts';
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
const pauses =
  (choice: number): In =>
  async (popup, stage) => {
    await click(`.pause-choices button:nth-child(${choice})`)(popup, stage);
    await popup.waitFor(() => document.querySelector('.status[data-kind=paused]'));
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
  /** What is so before the popup is opened. */
  first?: (stage: Stage) => Promise<unknown>;
  /** Opened without the leave that a click on the icon gives. */
  unasked?: true;
  in?: In;
  after?: (stage: Stage) => Promise<unknown>;
}

const OWN = {
  'own:aaaaaaaa': {
    name: 'wall of sound',
    definition: 'Many players in one room, doubled and echoed until they are one.',
    forms: ['wall-of-sound'],
  },
};
const marked = ({ tab }: Stage) => tab.waitFor(isMarked);

/** Another site than that on which a click on the icon gave leave. */
const elsewhere = ({ tab, origin }: Stage) => tab.goto(`${origin.replace('127.0.0.1', 'localhost')}/article.html`);

const take = ({ driver }: Stage) => accessOf(driver).take();
const give = ({ driver }: Stage) => accessOf(driver).give();

/** Nothing is served there: the address is what the browser guards. */
const toStore = ({ tab }: Stage) => tab.goto('https://chromewebstore.google.com/').catch(() => {});

/** As Mozilla's own sites are in Firefox. */
function restrict(driver: Driver, domains: string): Promise<void> {
  const { chrome } = driver as Driver & { chrome: FirefoxChrome };
  const name = `'extensions.webextensions.restrictedDomains'`;
  return chrome.run(
    domains
      ? `Services.prefs.setStringPref(${name}, ${JSON.stringify(domains)});`
      : `Services.prefs.clearUserPref(${name});`,
  );
}

async function toRestricted(stage: Stage): Promise<void> {
  await restrict(stage.driver, 'localhost');
  await elsewhere(stage);
}

const SITE = 'site:127.0.0.1';
const ROWS: Row[] = [
  { name: 'marking' },
  { name: 'all', in: click('.terms ~ .action') },
  { name: 'pause', in: click('.pause summary') },
  { name: 'off', local: { [SITE]: { on: false } } },
  { name: 'unchosen', sync: { 'pref:mode': 'chosen' } },
  { name: 'paused-tab', in: pauses(1) },
  { name: 'paused-hour', in: pauses(2) },
  { name: 'paused-restart', in: pauses(3) },
  { name: 'unmusical', at: '/soup' },
  { name: 'german', at: '/platte' },
  { name: 'author', at: '/no-marks' },
  { name: 'image', at: '/cover.svg' },
  { name: 'browser', at: 'chrome://version/', only: 'chromium' },
  { name: 'browser', at: 'about:license', only: 'firefox' },
  { name: 'silenced', local: { 'pref:kinds': [] } },
  { name: 'resting', first: (stage) => marked(stage).then(() => makeCostly(stage.driver, stage.tab)) },
  { name: 'failed', first: (stage) => marked(stage).then(() => makeFail(stage.driver, stage.tab)) },
  { name: 'file', at: `file://${process.cwd()}/demo/article.html`, only: 'chromium' },
  { name: 'file', at: 'file:///usr/share/common-licenses/GPL-3', only: 'firefox' },
  {
    name: 'perhaps-file',
    at: `file://${process.cwd()}/demo/article.html`,
    only: 'chromium',
    first: async ({ driver, tab }) => {
      await accessOf(driver).takeFiles();
      await tab.reload();
    },
    after: ({ driver }) => accessOf(driver).giveFiles(),
  },
  { name: 'no-site', at: 'data:text/html,<p>The record producer of the album', only: 'firefox' },
  {
    name: 'subdomains',
    local: { 'site:studio.localhost': { on: true, subdomains: true } },
    first: ({ tab, origin }) => tab.goto(`${origin.replace('127.0.0.1', 'studio.localhost')}/article.html`),
    in: (popup) => popup.waitFor(() => document.querySelector<HTMLInputElement>('.site .check input')?.checked),
  },
  {
    name: 'not-stored',
    in: async (popup, stage) => {
      await breakStorage(popup);
      await click('[role=switch]')(popup, stage);
      await popup.waitFor(() => document.querySelector('.site [role=alert]'));
    },
  },
  { name: 'store', at: 'about:blank', only: 'chromium', first: toStore },
  { name: 'store', only: 'firefox', first: toRestricted, after: ({ driver }) => restrict(driver, '') },
  {
    name: 'refused',
    only: 'chromium',
    first: async (stage) => take(stage).then(() => elsewhere(stage)),
    unasked: true,
    after: give,
  },
  // Firefox takes the opening of the popup for leave to read the page in front, until it goes to another site.
  { name: 'refused', only: 'firefox', first: take, in: (_, stage) => elsewhere(stage), after: give },
  { name: 'only-now', only: 'firefox', first: take, after: give },
  {
    // Chromium tells nobody that we are back, and leaves the pages that were open without us.
    name: 'reload',
    only: 'chromium',
    first: (stage) => marked(stage).then(() => accessOf(stage.driver).turnOffAndOn()),
  },
  {
    name: 'own',
    sync: OWN,
    at: '/soup',
    in: async (popup, stage) => {
      await write('wall', true)(popup, stage);
      await popup.waitFor(() => document.querySelector('.entry-name'));
    },
  },
  { name: 'search', in: write('mastring') },
  { name: 'none', in: write('qqqq') },
  { name: 'entry', in: write('producer', true) },
  { name: 'two', in: write('mixing vs mastering', true) },
  { name: 'three', in: write('producer vs engineer vs beatmaker', true) },
  { name: 'four', in: write('mixing vs mastering vs overdub vs comping', true) },
  { name: 'generated', in: write('luthier vs dj', true) },
];

/** Those that show how the layout takes other words. */
const IN_OTHER_WORDS = /^popup-(?:marking|pause|unchosen|paused-restart|file|refused|reload|entry|own|three|phone)$/;

const SCENES: Scene[] = [
  ...ROWS.map(
    ({ name, at = '/article.html', local, sync, only, first, unasked, in: act, after }): Scene => ({
      name: `popup-${name}`,
      at,
      only,
      act: async (stage) => {
        await keepSettings(stage.driver, local, sync);
        await first?.(stage);
        await stage.tab.bringToFront();
        const { driver, tab } = stage;
        const popup = await (unasked ? accessOf(driver).openUnasked(tab) : driver.popup(tab));
        await saysNotYet(popup, stage);
        await popup.waitFor(() => document.querySelector('.comparison-link'));
        await act?.(popup, stage);
        await saysNotYet(popup, stage);
        return popup;
      },
      async after(stage) {
        await after?.(stage);
        await keepSettings(stage.driver);
      },
    }),
  ),
  // On a phone the popup is a page of its own.
  ...(['', 'producer vs engineer vs beatmaker'] as const).map(
    (words): Scene => ({
      name: words ? 'popup-phone-three' : 'popup-phone',
      at: 'popup.html',
      viewport: [360, 740],
      emulation: { phone: true },
      act: async (stage: Stage & { tab: Tab }) => {
        await stage.tab.waitFor(() => document.querySelector('.comparison-link'));
        if (words) await write(words, true)(stage.tab, stage);
      },
    }),
  ),
  {
    name: 'popup-phone-small',
    at: 'popup.html',
    viewport: [320, 640],
    emulation: { phone: true },
    act: ({ tab }) => tab.waitFor(() => document.querySelector('.comparison-link')),
  },
];

export const POPUP_SCENES: Scene[] = [
  ...SCENES,
  ...(['ltr', 'rtl'] as const).flatMap((words) =>
    SCENES.filter(({ name }) => IN_OTHER_WORDS.test(name)).map((scene) => ({
      ...scene,
      words,
      name: `${words === 'rtl' ? 'rtl' : 'long'}-${scene.name}`,
    })),
  ),
];
