/**
 * `npm run --silent bench:popup [-- --runs N] [-- --browser NAME]`: how soon the toolbar popup is there after the click,
 * with the worker put to sleep (Chromium), as JSON lines `{name, ratio, unit, against, runs, quartiles, max}`. Milliseconds
 * from the start of the popup's own document, by its own clock.
 */
import { parseArgs } from 'node:util';
import type { launchChromium } from '../../browsers/chromium.ts';
import { BROWSERS, type Driver, launch, serve } from '../../browsers/index.ts';

const { values } = parseArgs({ options: { runs: { type: 'string', default: '12' }, browser: { type: 'string' } } });
const MUSIC = `<!doctype html><html lang="en"><title>Making a record</title><body><h1>Who made the album</h1>
  <p>The record producer worked with the mastering engineer, and the audio engineer set up the microphones.`;

const quantile = (list: number[], q: number): number => {
  const sorted = [...list].sort((a, b) => a - b);
  return Math.round(sorted[Math.min(sorted.length - 1, Math.floor(q * sorted.length))]!);
};

/** Ends the worker, as Chromium does after half a minute; Firefox's event page goes on. */
async function sleep(driver: Driver): Promise<void> {
  if (driver.name !== 'chromium') return;
  const { browser } = driver as Awaited<ReturnType<typeof launchChromium>>;
  for (const target of browser.targets().filter((one) => one.type() === 'service_worker')) {
    await (await target.worker())?.close();
  }
}

const server = await serve('tests/fixtures', () => ({ body: MUSIC }));
for (const name of BROWSERS.filter((one) => !values.browser || one === values.browser)) {
  const driver = await launch(name);
  const tab = await driver.open(`${server.origin}/`);
  await tab.waitFor(() => (CSS.highlights.get('liner-notes-mark')?.size ?? 0) > 0);
  const paint: number[] = [];
  const site: number[] = [];
  for (let run = 0; run < Number(values.runs); run++) {
    await sleep(driver);
    const popup = await driver.popup(tab);
    await popup.waitFor(() => document.querySelector('[role=switch]'));
    const at = await popup.waitFor(() => {
      const [drawn] = performance.getEntriesByName('first-contentful-paint');
      const [switched] = performance.getEntriesByName('liner-notes-site');
      return drawn && switched && { paint: drawn.startTime, site: switched.startTime };
    });
    if (!at) throw new Error('no times');
    paint.push(at.paint);
    site.push(at.site);
    await popup.close();
  }
  for (const [what, list] of [
    ['first paint', paint],
    ['this site and its switch', site],
  ] as const) {
    const line = { name: `popup, ${what}: ${name}`, ratio: quantile(list, 0.5), unit: 'ms', against: 'nothing' };
    const spread = { quartiles: [quantile(list, 0.25), quantile(list, 0.75)], max: quantile(list, 1) };
    console.log(JSON.stringify({ ...line, runs: list.length, ...spread }));
  }
  await driver.close();
}
await server.close();
