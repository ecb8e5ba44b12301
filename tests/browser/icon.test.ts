/** What the icon in the toolbar shows: its picture, its tooltip, its badge. */
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { ExtensionGlobal } from '../../browsers/extension-global.ts';
import { makeCostly, makeFail } from '../../browsers/ill-page.ts';
import { BROWSERS, type Driver, launch, type Server, serve, type Tab } from '../../browsers/index.ts';
import { keepSettings } from '../../browsers/keep-settings.ts';
import { isMarked } from '../../browsers/marks-of.ts';
import { type ToolbarIcon, toolbarIcon } from '../../browsers/toolbar.ts';
import { MUSIC } from './music-page.ts';

const page = (body: string, attributes = 'lang="en"') =>
  `<!doctype html><html ${attributes}><title>Page</title><body>${body}`;
const COOKING = '<p>Peel the carrots and boil them.</p>';
const PAGES: Record<string, { body: string; type?: string }> = {
  '/': { body: MUSIC },
  '/cooking': { body: page(COOKING) },
  '/platte': { body: page('<p>Der record producer und der mastering engineer waren da.', 'lang="de"') },
  '/author': { body: page('<meta name="liner-notes" content="off"><p>The record producer and the mix engineer.') },
  '/cover.svg': { body: '<svg xmlns="http://www.w3.org/2000/svg"/>', type: 'image/svg+xml' },
};

describe.each(BROWSERS)('the icon in %s', (name) => {
  let driver: Driver;
  let server: Server;
  const open = (path: string) => driver.open(server.origin + path);
  const store = (local: object, sync?: object) => keepSettings(driver, local, sync);
  const shows = (tab: Tab, wanted: Partial<ToolbarIcon>) =>
    expect.poll(() => toolbarIcon(driver, tab), { timeout: 15_000 }).toMatchObject(wanted);

  beforeAll(async () => {
    server = await serve('tests/fixtures', (path) => PAGES[path]);
    driver = await launch(name);
  });
  afterAll(async () => {
    await driver?.close();
    await server?.close();
  });
  beforeEach(() => store({}));

  const ON = { picture: 'on', title: 'Liner Notes: words are marked on this page', badge: '' };
  const NOTHING = { picture: 'nothing', title: 'Liner Notes: nothing to mark on this page', badge: '' };
  const CANNOT = { picture: 'cannot', title: 'Liner Notes: not begun yet, or cannot run on this page', badge: '' };

  it('is on, has nothing, cannot run, and is on again after Back', async () => {
    const tab = await open('/');
    await shows(tab, ON);
    await tab.goto(`${server.origin}/cooking`);
    await shows(tab, NOTHING);
    const own = await driver.open(name === 'chromium' ? 'chrome://version/' : 'about:license');
    await shows(own, CANNOT);
    await own.close();
    await tab.back();
    await shows(tab, ON);
    await tab.close();
  });

  it('forgets a page that has left for one where nobody of ours is', async () => {
    const tab = await open('/');
    await shows(tab, ON);
    await tab.goto(name === 'chromium' ? 'chrome://version/' : 'about:license');
    await shows(tab, CANNOT);
    await tab.close();
  });

  it.each([
    ['/platte', { picture: 'nothing', title: 'Liner Notes: this page is not in English' }],
    ['/author', { picture: 'off', title: 'Liner Notes: the author of this page has asked for no marks' }],
    ['/cover.svg', { picture: 'nothing', title: 'Liner Notes: this is not a web page with text' }],
  ])('says why nothing is marked on %s', async (path, wanted) => {
    const tab = await open(path);
    await shows(tab, wanted);
    await tab.close();
  });

  it.each([
    [{ on: false }, {}, 'Liner Notes: switched off on this site'],
    [{ pausedUntilRestart: true }, {}, 'Liner Notes: paused here'],
    [{}, { 'pref:mode': 'chosen' }, 'Liner Notes: not switched on for this site'],
  ])('is off as the reader has said: %j %j', async (rule, sync, title) => {
    const tab = await open('/');
    await shows(tab, ON);
    await store({ 'site:127.0.0.1': rule }, sync);
    await shows(tab, { picture: 'off', title });
    await store({});
    await shows(tab, ON);
    await tab.close();
  });

  it.each([
    [makeCostly, 'Liner Notes: resting, for this page changes too much'],
    [makeFail, 'Liner Notes: marking failed on this page'],
  ])('does not say that there is nothing where marking rests: %o', async (makeIll, title) => {
    const tab = await open('/');
    await tab.waitFor(isMarked);
    await makeIll(driver, tab);
    await shows(tab, { picture: 'cannot', title });
    await tab.close();
  });

  it('speaks of the frames too: on with the first that has marks, nothing once it is taken away', async () => {
    const tab = await open('/cooking');
    await shows(tab, NOTHING);
    await tab.evaluate(
      (src) => {
        document.body.append(Object.assign(document.createElement('iframe'), { src }));
      },
      server.origin.replace('127.0.0.1', 'localhost'),
    );
    await shows(tab, ON);
    await tab.evaluate(() => document.querySelector('iframe')!.remove());
    await shows(tab, NOTHING);
    await tab.close();
  });

  it('has a number where the reader wants one: of the terms of all frames', async () => {
    const tab = await open('/');
    await shows(tab, ON);
    await store({}, { 'pref:badge': true });
    await shows(tab, { picture: 'on', title: 'Liner Notes: 5 terms on this page', badge: '5' });
    await tab.evaluate(() => {
      const srcdoc = '<html lang="en"><p>The beatmaker and the mastering engineer came late.';
      document.body.append(Object.assign(document.createElement('iframe'), { srcdoc }));
    });
    await shows(tab, { title: 'Liner Notes: 6 terms on this page', badge: '6' });
    await tab.evaluate(() => document.querySelector('p')!.remove());
    await shows(tab, { title: 'Liner Notes: 2 terms on this page', badge: '2' });
    await store({});
    await shows(tab, ON);
    await tab.close();
  });

  it('wakes nobody again for words that change nothing on it', async () => {
    await store({}, { 'pref:density': 'every' });
    const listener = await driver.openExtensionPage('options.html');
    await listener.evaluate(() => {
      const world = globalThis as unknown as ExtensionGlobal & { heard: number };
      world.heard = 0;
      world.chrome.runtime.onMessage.addListener((message: unknown) => {
        if ((message as { name: string }).name === 'tab:state') world.heard++;
        return undefined;
      });
    });
    const heard = () => listener.evaluate(() => (globalThis as unknown as { heard: number }).heard);
    const tab = await open('/cooking');
    await shows(tab, NOTHING);
    expect(await heard()).toBe(1);
    const add = (html: string) => tab.evaluate((added) => document.body.insertAdjacentHTML('beforeend', added), html);
    await add('<iframe srcdoc="<p>Soup."></iframe><iframe srcdoc="<p>Salad."></iframe>');
    await add('<p id="first">The mastering engineer and the record producer came.');
    await shows(tab, ON);
    for (let i = 0; i < 20; i++) await add('<p>The mastering engineer and the audio engineer came again.');
    await tab.waitFor(() => (CSS.highlights.get('liner-notes-mark')?.size ?? 0) > 10);
    await tab.evaluate(() => document.querySelectorAll('p').forEach((one) => void one.remove()));
    await shows(tab, NOTHING);
    expect(await heard()).toBe(3);
    await tab.close();
    await listener.close();
  });
});
