import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { accessibleTree } from '../../../browsers/card.ts';
import type { ChromiumTab } from '../../../browsers/chromium.ts';
import type { FirefoxChrome } from '../../../browsers/firefox-chrome.ts';
import { pressInCard } from '../../../browsers/in-card.ts';
import { BROWSERS, type Driver, type Tab, until } from '../../../browsers/index.ts';
import { pointOf } from '../../../browsers/point-of.ts';
import { shortcut } from '../../../browsers/shortcut.ts';
import { fixedExtension } from './fixed-glossary.ts';
import { closed, elapse, hover, opened, page, type Stage, setStage, shows } from './stage.ts';

/** Collects what is announced from now on; the function returned reads it. */
async function listenIn(driver: Driver, tab: Tab): Promise<() => Promise<string[]>> {
  if (driver.name === 'firefox') {
    const { chrome } = driver as Driver & { chrome: FirefoxChrome };
    await tab.accessibility();
    await chrome.run(`
      window.stopListening?.();
      window.announced = [];
      const listener = { observe(subject) {
        const event = subject.QueryInterface(Ci.nsIAccessibleEvent);
        if (event.eventType !== Ci.nsIAccessibleEvent.EVENT_ANNOUNCEMENT) return;
        window.announced.push(event.QueryInterface(Ci.nsIAccessibleAnnouncementEvent).announcement);
      } };
      Services.obs.addObserver(listener, 'accessible-event');
      window.stopListening = () => Services.obs.removeObserver(listener, 'accessible-event');`);
    return () => chrome.run<string[]>('return window.announced;');
  }
  // Nobody can hear Chromium speak: its notification is counted where our script asks for it, in its own world.
  const realms = (tab as ChromiumTab).page.extensionRealms();
  const [realm] = await realms;
  if (!realm) throw new Error('no content script in this page');
  await realm.evaluate(() => {
    const told: string[] = [];
    (globalThis as unknown as { announced: string[] }).announced = told;
    const proto = Document.prototype as unknown as { ariaNotify(text: string): void };
    const { ariaNotify } = proto;
    proto.ariaNotify = function (text) {
      told.push(text);
      ariaNotify.call(this, text);
    };
  });
  return () => realm.evaluate(() => (globalThis as unknown as { announced: string[] }).announced);
}

describe.each(BROWSERS)('the card by ear in %s', (name) => {
  let stage: Stage;
  let tab: Tab;

  beforeAll(async () => {
    stage = await setStage(name, { '/': page() }, { extension: fixedExtension(name) });
  });
  afterAll(() => stage?.close());
  beforeEach(() => stage.reset());
  afterEach(() => tab?.close());

  /** Firefox brings its tree up to date after the page. */
  const says = (line: string) =>
    until(async () => (await accessibleTree(tab)).some((one) => one.startsWith(line)), `“${line}” in the tree`);

  it('APG tooltip: a card opened by pointer is announced once and leaves focus where it is', async () => {
    tab = await stage.open('/');
    const announced = await listenIn(stage.driver, tab);
    await hover(tab, 'record producer');
    await until(async () => (await announced()).length > 0, 'the announcement');
    await elapse(tab, 400);
    expect(await announced()).toEqual(['Producer: Leads the making of a record.']);
    await says('dialog "Producer"');
    const tree = await accessibleTree(tab);
    expect(tree[0]).toBe('dialog "Producer" (Leads the making of a record.)');
    expect(tree.join('\n')).not.toContain('[focused]');
  });

  it('a card opened by touch is announced once', async () => {
    tab = await stage.open('/');
    const announced = await listenIn(stage.driver, tab);
    const { x, y } = await tab.evaluate(pointOf, 'record producer');
    await tab.tap(x, y);
    await opened(tab);
    await until(async () => (await announced()).length > 0, 'the announcement');
    await elapse(tab, 400);
    expect(await announced()).toEqual(['Producer: Leads the making of a record.']);
  });

  it('APG dialog: a card opened by keyboard has focus, and that is all that is said', async () => {
    tab = await stage.open('/');
    const announced = await listenIn(stage.driver, tab);
    await shortcut(stage.driver, tab, 'next-term');
    await shows(stage, tab, 'Producer');
    await elapse(tab, 400);
    expect(await announced()).toEqual([]);
    await says('dialog "Producer"');
    expect(`\n${(await accessibleTree(tab)).join('\n')}\n`).toMatchSnapshot();
  });

  it('tells of a control whether it is open', async () => {
    tab = await stage.open('/');
    await shortcut(stage.driver, tab, 'next-term');
    await shows(stage, tab, 'Producer');
    await says('  button "Why marked?" [collapsed]');
    await pressInCard(stage.driver, tab, 'Why marked?');
    await says('  button "Why marked?" [focused expanded]');
    await pressInCard(stage.driver, tab, 'Not music here');
    await says('  status');
    await pressInCard(stage.driver, tab, 'Undo');
    await closed(tab);
  });
});
