/** What the card's browser tests share: a page about an album, a hand that rests on words, and what it sees. */
import { inCard } from '../../../browsers/in-card.ts';
import {
  type BrowserName,
  type Driver,
  type LaunchOptions,
  launch,
  type Server,
  serve,
  type Tab,
  until,
} from '../../../browsers/index.ts';
import { keepSettings } from '../../../browsers/keep-settings.ts';
import { pointOf } from '../../../browsers/point-of.ts';

/** Four terms that are marked anywhere, and no other word of music. */
export const CREDITS = `The record producer asked the recording engineer to wait. Later the mix engineer came in, and then the
  mastering engineer.`;

/** A page with the credits; `head` and `body` add to it. */
export const page = (head = '', body = `<h1>Who was there</h1><p>${CREDITS}</p>`, attributes = '') =>
  `<!doctype html><html lang="en" ${attributes}><meta charset="utf-8"><meta name="viewport" content="width=device-width">
  <title>The credits of an album</title><style>body{font:16px/1.6 sans-serif;margin:40px}</style>${head}<body>${body}`;

export interface Stage {
  driver: Driver;
  server: Server;
  open(path: string): Promise<Tab>;
  /** Takes back what is stored and emulated: a test that failed has left it behind, and is tried once more. */
  reset(): Promise<void>;
  close(): Promise<void>;
}

/** Starts a browser and serves the pages by path. */
export async function setStage(
  name: BrowserName,
  pages: Record<string, string>,
  options: LaunchOptions = {},
): Promise<Stage> {
  const server = await serve('demo', (path) => (pages[path] === undefined ? undefined : { body: pages[path] }));
  const driver = await launch(name, options);
  return {
    driver,
    server,
    async open(path) {
      const tab = await driver.open(`${server.origin}${path}`);
      await tab.bringToFront();
      await tab.waitFor(() => CSS.highlights.size > 0);
      return tab;
    },
    async reset() {
      await keepSettings(driver);
      await driver.emulate({});
    },
    async close() {
      await driver.close();
      await server.close();
    },
  };
}

export const isOpen = (tab: Tab) => tab.evaluate(() => document.querySelector('liner-notes-card') !== null);

export const opened = (tab: Tab) => tab.waitFor(() => document.querySelector('liner-notes-card') !== null);

export const closed = (tab: Tab) => tab.waitFor(() => document.querySelector('liner-notes-card') === null);

/** Rests on the word until its card is open; returns the point. */
export async function hover(tab: Tab, word: string): Promise<{ x: number; y: number }> {
  const point = await tab.evaluate(pointOf, word);
  await tab.move(point.x, Math.max(1, point.y - 60));
  await tab.move(point.x, point.y, 6);
  await opened(tab);
  return point;
}

/** The name that the open card shows. */
const shownName = ({ driver }: Stage, tab: Tab) =>
  inCard(driver, tab, (root) => root.querySelector('#name')?.textContent ?? '');

export const shows = (stage: Stage, tab: Tab, name: string) =>
  until(async () => (await shownName(stage, tab)) === name, `the card of ${name}`);

/** The card's box, and whether it is the one that has focus. */
export const cardBox = ({ driver }: Stage, tab: Tab) =>
  inCard(driver, tab, (root) => root.querySelector('.surface')?.getBoundingClientRect().toJSON() as DOMRect);

/** Lets real time pass in the page, in ms: only to show that something does not happen meanwhile. */
export async function elapse(tab: Tab, ms: number): Promise<void> {
  const until = (await tab.evaluate(() => performance.now())) + ms;
  await tab.waitFor((then) => performance.now() > then, until);
}
