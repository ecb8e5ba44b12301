/**
 * `npm run --silent bench:popup [-- [--runs N] [--browser NAME]]`: how soon after the click the toolbar popup is useful,
 * with no worker awake and a page in front that answers nobody, beside an empty popup of another extension in the same
 * browser. JSON lines `{name, ratio, unit, against, runs, quartiles, median, …}`.
 *
 * The way from the click: the browser opens (in Chromium it starts a process, unless the worker is awake), reads the page
 * and paints it, which the empty popup costs too; the rest is ours. Both icons are on the toolbar.
 *
 * Useful: this site's name, its switch and, where the settings decide it, its state are painted. All times end where the
 * browser has painted, by one measure for both popups and browsers: a task after the next frame.
 */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { parseArgs } from 'node:util';
import { BROWSERS } from '../../browsers/index.ts';
import { type Clicked, type PopupBench, popupBench } from './popup-driver.ts';
import { Report } from './report.ts';

const { values } = parseArgs({ options: { runs: { type: 'string', default: '15' }, browser: { type: 'string' } } });
const RUNS = Number(values.runs);
const EMPTY = 'an empty popup';
/** From the click to something useful, against the empty popup. */
const MOST_RATIO = 2;
/** What of that is ours, in ms; docs/decisions/0402 says what it was when this was written. */
const MOST_OWN = 40;

const SENTENCE = '<p>The record producer and the mastering engineer of the album heard it in the studio.';
/** Holds the page by a request that is never answered, so that nobody in it can answer. */
const STUCK = `<script>addEventListener('load', () => setTimeout(() => {
  const request = new XMLHttpRequest();
  request.open('GET', '/never', false);
  request.send();
}))</script>`;

/** Two pages, one of which answers nobody. */
async function servePages(): Promise<{ stuck: string; answering: string; close(): void }> {
  const server = createServer((request, response) => {
    if (request.url === '/never') return;
    response.setHeader('content-type', 'text/html');
    response.end(
      `<!doctype html><html lang="en"><title>Making a record</title>${SENTENCE}${request.url === '/stuck' ? STUCK : ''}`,
    );
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const close = () => {
    server.closeAllConnections();
    server.close();
  };
  return { stuck: `${origin}/stuck`, answering: `${origin}/`, close };
}

/** Both popups by turns, so that both meet the same machine. The first of each is the browser's own warming up. */
async function measure(bench: PopupBench): Promise<Record<'ours' | 'empty', Clicked[]>> {
  const all: Record<'ours' | 'empty', Clicked[]> = { ours: [], empty: [] };
  for (let run = -1; run < RUNS; run++) {
    for (const which of ['empty', 'ours'] as const) {
      await bench.sleep();
      const clicked = await bench.click(which);
      if (run >= 0) all[which].push(clicked);
    }
  }
  return all;
}

/** Ours alone, over a page that answers, with the worker awake. */
async function measureAwake(bench: PopupBench, url: string): Promise<Clicked[]> {
  await bench.goTo(url);
  const all: Clicked[] = [];
  for (let run = -1; run < RUNS; run++) {
    const clicked = await bench.click('ours', true);
    if (run >= 0) all.push(clicked);
  }
  return all;
}

const toUseful = ({ clicked, origin, drawn }: Clicked) => origin + drawn - clicked;
const toDocument = ({ clicked, origin }: Clicked) => origin - clicked;

const report = new Report();
const began = performance.now();
const pages = await servePages();
for (const name of BROWSERS.filter((one) => !values.browser || one === values.browser)) {
  const bench = await popupBench(name, pages.stuck);
  try {
    const { ours, empty } = await measure(bench);
    const awake = await measureAwake(bench, pages.answering);
    const figure = (what: string, times: number[], most?: number) =>
      report.figure(`popup: ${what}: ${name}`, times, 'ms', most);
    const [useful, base] = [ours.map(toUseful), empty.map(toUseful)];
    const own = useful.map((ms, run) => ms - base[run]!);
    report.ratio(`popup: first useful paint: ${name}`, useful, base, EMPTY, MOST_RATIO);
    figure('click to first useful paint', useful);
    figure('  the browser opens: click to document', ours.map(toDocument));
    figure(
      '  the browser reads and paints: an empty document',
      empty.map(({ drawn }) => drawn),
    );
    figure('  ours', own, MOST_OWN);
    figure(
      'document to search and comparisons',
      ours.map(({ whole }) => whole),
    );
    figure('worker awake: click to first useful paint', awake.map(toUseful));
    figure('worker awake: click to document', awake.map(toDocument));
    figure(
      'worker awake: click to what the page says',
      awake.map((one) => toDocument(one) + one.told),
    );
  } finally {
    await bench.close();
  }
}
pages.close();
report.summary((performance.now() - began) / 1000);
