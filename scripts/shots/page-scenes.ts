/** Our own pages in each state, wide and narrow. */

import { accessOf } from '../../browsers/access.ts';
import { breakStorage } from '../../browsers/break-storage.ts';
import { giveFile } from '../../browsers/give-file.ts';
import type { Driver, Tab } from '../../browsers/index.ts';
import { keepSettings, keepSettingsIn } from '../../browsers/keep-settings.ts';
import { DEFAULT_SETTINGS } from '../../core/settings/defaults.ts';
import { writeSettingsFile } from '../../core/settings/settings-file.ts';
import type { Scene, Stage } from './scene.ts';

type Act = (stage: Stage) => Promise<unknown>;

/** Types into the page's search field, with real keys, and waits for what is found. */
const search =
  (words: string): Act =>
  async ({ tab }) => {
    await tab.waitFor(() => document.querySelector('input[type=search]'));
    await tab.evaluate(() => document.querySelector<HTMLElement>('input[type=search]')!.focus());
    await tab.type(words);
    await tab.waitFor(() => document.querySelector('.result, .search-none'));
  };
const press =
  (selector: string, ...then: string[]): Act =>
  async ({ tab }) => {
    for (const wanted of [selector, ...then]) await pressOn(tab, wanted);
  };

/** Once: an asking that is repeated would press again. Not by the mouse, which would stay there in the picture. */
async function pressOn(tab: Tab, selector: string): Promise<void> {
  await tab.waitFor((wanted) => document.querySelector(wanted), selector);
  await tab.evaluate((wanted) => document.querySelector<HTMLElement>(wanted)!.click(), selector);
}

/** Brings a part of the page into sight. */
async function show(tab: Tab, selector: string): Promise<void> {
  await tab.waitFor((wanted) => {
    const found = document.querySelector(wanted);
    found?.scrollIntoView({ block: 'start', behavior: 'instant' });
    return found !== null;
  }, selector);
}

const OWN = {
  'own:aaaaaaaa': {
    name: 'wall of sound',
    definition: 'Many players in one room, doubled and echoed until they are one.',
    forms: ['wall-of-sound', 'Spectorian'],
  },
  'own:bbbbbbbb': { name: 'ADT', definition: 'A voice doubled by a second tape machine.', exactCase: true },
};
const SITES = {
  'site:music.example.com': { on: false, subdomains: true },
  'site:forum.example.org': { notMusicHere: ['track', 'producer'] },
  'site:a-very-long-name-of-a-magazine-about-records.example.net': { on: false, pausedUntilRestart: true },
  'site:file:': { on: false },
};

/** Two own terms, and a third with a fault. */
async function ownTerms(stage: Stage): Promise<void> {
  const { tab } = stage;
  await keepSettingsIn(tab, {}, OWN);
  await tab.waitFor(() => document.querySelectorAll('.own-terms li').length === 2);
  await tab.evaluate(() => document.querySelector<HTMLElement>('[name=name]')!.focus());
  await tab.type('gated reverb');
  await tab.press('Enter');
  await tab.waitFor(() => document.querySelector('[aria-invalid=true]'));
  await show(tab, '#own');
}

async function sites(stage: Stage): Promise<void> {
  const { tab } = stage;
  await keepSettingsIn(tab, SITES, {});
  await tab.waitFor(() => document.querySelectorAll('.sites li').length === 4);
  await tab.evaluate(() => document.querySelector<HTMLElement>('.add-site input')!.focus());
  await tab.type('two..dots');
  await tab.press('Enter');
  await tab.waitFor(() => document.querySelector('#site-error')?.textContent);
  await tab.press('a', ['Control']);
  await tab.press('Backspace');
  await show(tab, '#sites');
}

async function muted(stage: Stage): Promise<void> {
  const { tab } = stage;
  await keepSettingsIn(
    tab,
    {},
    { 'pref:mutedTerms': ['track', 'hook', 'executive-producer'], 'pref:kinds': ['role', 'gear'] },
  );
  await tab.waitFor(() => document.querySelectorAll('.chips li').length === 3);
  await show(tab, '#words');
  await search('mix')(stage);
}

/** Puts a file into a file field, and waits for what is said of it. */
const loadFile =
  (field: string, said: string, text: string): Act =>
  async ({ tab }) => {
    await tab.waitFor((selector) => document.querySelector(selector), field);
    await giveFile(tab, field, text);
    await tab.waitFor((selector) => document.querySelector(selector)?.textContent, said);
    await show(tab, `section:has(${field})`);
  };
const SETTINGS_FILE = ['#settings-file', 'section:has(#settings-file) .done'] as const;

async function reset({ tab }: Stage): Promise<void> {
  await pressOn(tab, '#backup .tools > button:last-of-type');
  await tab.waitFor(() => document.querySelector('#reset-what'));
  await show(tab, '#backup');
}

async function notStored({ tab }: Stage): Promise<void> {
  await tab.waitFor(() => document.querySelector('.checks input'));
  await breakStorage(tab);
  await pressOn(tab, '.checks input');
  await tab.waitFor(() => document.querySelector('[role=alert]')?.textContent);
}

/** As a later version of the extension has stored them. */
async function laterSettings({ tab }: Stage): Promise<void> {
  await keepSettingsIn(tab, { version: 999 }, { version: 999 });
  await tab.waitFor(() => document.querySelector('.note[role=status]')?.textContent);
}

async function copyRefused(stage: Stage): Promise<void> {
  await stage.tab.evaluate(() => {
    navigator.clipboard.write = () => Promise.reject(new Error('refused'));
  });
  await pressOn(stage.tab, '.copy-tools .action');
  await stage.tab.waitFor(() => document.querySelector('.copy-tools .done')?.textContent);
}

const PRODUCER_ENGINEER = 'compare.html?terms=producer,audio-engineer,beatmaker';

/** Name, page, what the reader does there. */
const PAGES: [string, string, Act?][] = [
  ['compare-start', 'compare.html'],
  ['compare-one', 'compare.html?terms=producer'],
  ['compare-two', 'compare.html?terms=mixing,mastering'],
  ['compare-three', PRODUCER_ENGINEER],
  ['compare-four', 'compare.html?terms=mixing,mastering,overdub,comping'],
  ['compare-five', 'compare.html?terms=remix,cover,mashup,edit,bootleg'],
  ['compare-generated', 'compare.html?terms=luthier,dj'],
  ['compare-search', 'compare.html?terms=mixing,mastering', search('prod')],
  ['compare-copied', PRODUCER_ENGINEER, press('.copy-tools .action')],
  ['compare-refused', PRODUCER_ENGINEER, copyRefused],
  ['glossary-all', 'glossary.html'],
  ['glossary-kinds', 'glossary.html?by=kind'],
  ['glossary-roles', 'glossary.html?kind=role'],
  ['glossary-stages', 'glossary.html?by=stage'],
  ['glossary-chart', 'glossary.html?by=stage', press('.who-when .action')],
  ['glossary-entry', 'glossary.html#producer'],
  ['glossary-plain', 'glossary.html#luthier'],
  ['glossary-missing', 'glossary.html#nobody'],
  ['glossary-search', 'glossary.html', search('mastring')],
  ['glossary-none', 'glossary.html', search('qqqq')],
  ['options-all', 'options.html'],
  ['options-own', 'options.html', ownTerms],
  ['options-sites', 'options.html', sites],
  ['options-access', 'options.html', ({ tab }) => show(tab, '#access')],
  ['options-muted', 'options.html', muted],
  ['options-not-stored', 'options.html', notStored],
  ['options-later', 'options.html', laterSettings],
  ['options-imported', 'options.html', loadFile(...SETTINGS_FILE, writeSettingsFile(DEFAULT_SETTINGS))],
  ['options-import-refused', 'options.html', loadFile(...SETTINGS_FILE, '{"a": 1}')],
  ['options-reset', 'options.html', reset],
  ['options-list-refused', 'options.html', loadFile('#site-list-file', '#site-list-said', 'a.example\ntwo..dots')],
  ['welcome', 'welcome.html'],
];

const LONG = /^glossary-(?:all|kinds|roles|stages|missing)$/;
const SIZES: Record<string, Pick<Scene, 'viewport' | 'emulation'>> = {
  wide: { viewport: [1100, 800] },
  narrow: { viewport: [360, 740] },
  small: { viewport: [320, 640] },
  phone: { viewport: [390, 844], emulation: { phone: true } },
};

const scenes = (rows: typeof PAGES): Scene[] =>
  rows.flatMap(([name, at, act]) =>
    Object.entries(SIZES).map(([size, screen]) => ({
      name: `${name}-${size}`,
      at,
      ...screen,
      // The glossary's lists are too long to look at whole.
      whole: !act && !LONG.test(name),
      act: async (stage: Stage) => {
        await stage.tab.waitFor(() => document.querySelector('main'));
        await act?.(stage);
      },
      ...(name.startsWith('options-') ? { after: (stage: Stage) => keepSettings(stage.driver) } : {}),
    })),
  );

/** Those that show how the layout takes other words. */
const IN_OTHER_WORDS =
  /^(?:compare-three|compare-four|glossary-(?:all|stages|plain)|options-(?:all|own|sites|access|muted)|welcome)-/;

export const PAGE_SCENES: Scene[] = [
  ...scenes(PAGES),
  ...(['ltr', 'rtl'] as const).flatMap((words) =>
    scenes(PAGES)
      .filter(({ name }) => IN_OTHER_WORDS.test(name))
      .map((scene) => ({ ...scene, words, name: `${words === 'rtl' ? 'rtl' : 'long'}-${scene.name}` })),
  ),
  ...scenes([['welcome-refused', 'welcome.html']]).map((scene) => ({
    ...scene,
    // In Chromium pages can be read as soon as the extension is installed.
    only: 'firefox' as const,
    before: (driver: Driver) => accessOf(driver).take(),
    after: ({ driver }: Stage) => accessOf(driver).give(),
  })),
  ...['producer,audio-engineer,beatmaker', 'mixing,mastering,overdub,comping'].map((terms, index) => ({
    name: `print-${index ? 'four' : 'three'}`,
    at: `compare.html?terms=${terms}`,
    print: true,
    act: ({ tab }: Stage) => tab.waitFor(() => document.querySelector('.comparison')),
  })),
];
