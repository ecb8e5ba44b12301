/**
 * `npm run --silent bench:arrival [-- [--runs N] [--browser NAME]]`: how soon a page is marked as it should be when the
 * reader comes to it, with the background awake and asleep: one that loads, one that was loaded ahead and is opened
 * (Chromium), one that comes back from the back/forward cache after the mark style was changed; and how much later than
 * without us a page of five million letters is first painted. JSON lines `{name, ratio, unit, against, runs, quartiles, …}`;
 * all times are taken in the page, from its own event to the frame with the marks.
 */
import { parseArgs } from 'node:util';
import type { Browser } from 'puppeteer-core';
import { BROWSERS, type Driver, launch, type Server, serve } from '../../browsers/index.ts';
import { keepSettings } from '../../browsers/keep-settings.ts';
import { loadsAhead, openAhead } from '../../browsers/prerender.ts';
import { putToSleep } from '../../browsers/sleep.ts';
import { largeDocument } from '../browser/engine/large-document.ts';
import { Report } from './report.ts';

const { values } = parseArgs({ options: { runs: { type: 'string', default: '15' }, browser: { type: 'string' } } });
const RUNS = Number(values.runs);
/** The limits, in ms: for marks, and for a first paint. */
const MOST = 100;
const MOST_LATER = 50;

const KEYS = { dotted: 'liner-notes-mark', solid: 'liner-notes-solid' };
const SENTENCE = '<p>The record producer and the mastering engineer talked about the mix of the album.</p>';
/** Tells in `marked` how many ms after an event of the page the marks of a style were there. */
const clock = (target: string, event: string, key: string) => `<script>
  ${target}.addEventListener('${event}', ({ persisted }) => {
    if (persisted === false) return;
    const begun = performance.now();
    const look = () => CSS.highlights.get('${key}')?.size ? (globalThis.marked = performance.now() - begun) : requestAnimationFrame(look);
    look();
  });
</script>`;
const page = (head: string) => `<!doctype html><html lang="en"><title>Page</title>${head}<body>${SENTENCE.repeat(20)}`;
const PAGES: Record<string, string> = {
  '/large': largeDocument(),
  '/loads': page(clock('window', 'load', KEYS.dotted)),
  '/before': `<!doctype html><html lang="en"><title>Before</title>${loadsAhead('/ahead')}<body>`,
  '/ahead': page(clock('document', 'prerenderingchange', KEYS.dotted)),
  '/back': page(clock('window', 'pageshow', KEYS.solid)),
};
const OTHER = '<!doctype html><html lang="en"><title>Other</title>';

declare const marked: number | undefined;
/** In an object: marks that are there at the event come after 0 ms. */
const whenMarked = () => (typeof marked === 'undefined' ? null : { ms: marked });

interface Stage {
  driver: Driver;
  server: Server;
  /** Ends the background, when that is what is measured; called last before the reader comes. */
  ready(): Promise<void>;
}

async function loads({ driver, server, ready }: Stage): Promise<number> {
  await ready();
  const tab = await driver.open(`${server.origin}/loads`);
  const { ms } = (await tab.waitFor(whenMarked))!;
  await tab.close();
  return ms;
}

async function ahead({ driver, server, ready }: Stage): Promise<number> {
  const { browser } = driver as Driver & { browser: Browser };
  const opened = await openAhead(browser, `${server.origin}/before`, '/ahead', ready);
  const { ms } = (await (await opened.waitForFunction(whenMarked)).jsonValue())!;
  await opened.close();
  return ms;
}

/** @throws when the browser has not kept the page: then it loads, and is none that comes back. */
async function back({ driver, server, ready }: Stage): Promise<number> {
  await keepSettings(driver);
  const tab = await driver.open(`${server.origin}/back`);
  await tab.waitFor((key) => CSS.highlights.get(key)?.size, KEYS.dotted);
  await tab.evaluate(() => void Object.assign(globalThis, { kept: true }));
  await tab.goto(`${server.origin}/`);
  await keepSettings(driver, {}, { 'pref:markStyle': 'solid' });
  await tab.bringToFront();
  await ready();
  await tab.back();
  const isKept = await tab.evaluate(() => (globalThis as { kept?: boolean }).kept === true);
  if (!isKept) throw new Error('The browser has not kept the page that was to come back.');
  const { ms } = (await tab.waitFor(whenMarked))!;
  await tab.close();
  return ms;
}

async function firstPaint({ driver, server }: Omit<Stage, 'ready'>): Promise<number> {
  const tab = await driver.open(`${server.origin}/large`);
  await tab.bringToFront();
  const at = await tab.waitFor(() => performance.getEntriesByName('first-contentful-paint')[0]?.startTime);
  await tab.close();
  return at!;
}

/** By turns with a browser that has no extension. */
async function measureFirstPaint(report: Report, driver: Driver, server: Server): Promise<void> {
  const bare = await launch(driver.name, { extension: null });
  const later: number[] = [];
  try {
    for (let run = -1; run < RUNS; run++) {
      const without = await firstPaint({ driver: bare, server });
      const ms = (await firstPaint({ driver, server })) - without;
      if (run >= 0) later.push(ms);
    }
  } finally {
    await bare.close();
  }
  report.figure(`first paint of five million letters, later than without us: ${driver.name}`, later, 'ms', MOST_LATER);
}

/** All that is measured in one browser. */
async function measure(report: Report, driver: Driver, server: Server): Promise<void> {
  const ways: [string, (stage: Stage) => Promise<number>, number?][] = [['a page that loads', loads]];
  if (driver.name === 'chromium') ways.push(['a page loaded ahead is opened', ahead, MOST]);
  ways.push(['a page comes back, with other settings', back, MOST]);
  for (const [what, come, most] of ways) {
    for (const asleep of [false, true]) {
      await keepSettings(driver);
      const ready = async () => {
        if (asleep) await putToSleep(driver);
      };
      const all: number[] = [];
      // The first is the browser's own warming up.
      for (let run = -1; run < RUNS; run++) {
        const ms = await come({ driver, server, ready });
        if (run >= 0) all.push(ms);
      }
      report.figure(`${what}, background ${asleep ? 'asleep' : 'awake'}: ${driver.name}`, all, 'ms', most);
    }
  }
}

const report = new Report();
const began = performance.now();
const server = await serve('tests/fixtures', (path) => ({ body: PAGES[path] ?? OTHER }));
try {
  for (const name of BROWSERS.filter((one) => !values.browser || one === values.browser)) {
    const driver = await launch(name);
    try {
      await measure(report, driver, server);
      await measureFirstPaint(report, driver, server);
    } finally {
      await driver.close();
    }
  }
} finally {
  await server.close();
  report.summary((performance.now() - began) / 1000);
}
