/**
 * `npm run --silent bench:popup [-- --runs N] [-- --browser NAME]`: how soon after the click the toolbar popup is useful,
 * with no worker awake and a page in front that answers nobody, beside an empty popup of another extension in the same
 * browser: what that takes is the browser's own. JSON lines `{name, ratio, unit, against, runs, quartiles, median, …}`.
 *
 * Useful: this site's name, its switch and its state are painted. All times end where the browser has painted, by one
 * measure for both popups and browsers: a task after the next frame.
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
/** What of that is ours, in ms: all that we can do about "within 100 ms of the click". */
const MOST_OWN = 100;

/** A page whose script waits for an answer that never comes, so that nobody in it can answer. */
async function stuckPage(): Promise<{ url: string; close(): void }> {
  const server = createServer((request, response) => {
    if (request.url !== '/') return;
    response.setHeader('content-type', 'text/html');
    response.end(`<!doctype html><title>Stuck</title><p>The record producer and the mastering engineer of the album.
      <script>addEventListener('load', () => setTimeout(() => {
        const request = new XMLHttpRequest();
        request.open('GET', '/never', false);
        request.send();
      }))</script>`);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const close = () => {
    server.closeAllConnections();
    server.close();
  };
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`, close };
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

const report = new Report();
const began = performance.now();
for (const name of BROWSERS.filter((one) => !values.browser || one === values.browser)) {
  const stuck = await stuckPage();
  const bench = await popupBench(name, stuck.url);
  try {
    const { ours, empty } = await measure(bench);
    const of = (list: Clicked[], what: (one: Clicked) => number) => list.map(what);
    const fromClick = ({ clicked, origin, drawn }: Clicked) => origin + drawn - clicked;
    const useful = of(ours, fromClick);
    const base = of(empty, fromClick);
    report.ratio(`popup: first useful paint: ${name}`, useful, base, EMPTY, MOST_RATIO);
    report.figure(`popup: click to first useful paint: ${name}`, useful, 'ms');
    report.figure(`popup: click to the empty popup's paint: ${name}`, base, 'ms');
    const own = useful.map((ms, run) => ms - base[run]!);
    report.figure(`popup: what of it is ours: ${name}`, own, 'ms', MOST_OWN);
    report.figure(
      `popup: document to first paint: ${name}`,
      of(ours, ({ painted }) => painted),
      'ms',
    );
    report.figure(
      `popup: document to this site and its switch: ${name}`,
      of(ours, ({ drawn }) => drawn),
      'ms',
    );
    report.figure(
      `popup: document to search and comparisons: ${name}`,
      of(ours, ({ whole }) => whole),
      'ms',
    );
    report.figure(
      `popup: an empty document to its paint: ${name}`,
      of(empty, ({ drawn }) => drawn),
      'ms',
    );
  } finally {
    await bench.close();
    stuck.close();
  }
}
report.summary((performance.now() - began) / 1000);
