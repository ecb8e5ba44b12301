import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { askMarks } from '../../browsers/content-script.ts';
import { BROWSERS, type Driver, launch, type Server, serve } from '../../browsers/index.ts';
import { describeLab } from './engine/lab-stage.ts';
import { LARGE_MARKS, largeDocument } from './engine/large-document.ts';
import type { Large } from './engine/large-page.ts';
import { random } from './engine/random.ts';

declare const large: Large;

/** More of each scroll when asked (`SCROLLS=500`); the gate's run is short and real. */
const SCROLLS = Number(process.env.SCROLLS ?? 60);
/** No task of ours may take longer, in ms: what a browser calls a long task. */
const LONG = 50;
const PAGES = [
  'five million letters in two hundred thousand nodes',
  'one text of a million letters',
  'nesting three thousand deep',
  'ten thousand shadow roots',
];

describeLab(
  'on a page of a rare size',
  (tab) => {
    it.each(PAGES)(
      'marks all that is said, and never takes the page a long task: %s',
      async (page) => {
        const seen = await tab().evaluate((page, limit) => large.measure(page, limit, 3), page, LONG);
        expect(seen).toMatchObject({ marked: seen.said, errors: [], change: { marked: true } });
        expect(seen.longest).toBeLessThan(LONG);
        expect(seen.change.longest).toBeLessThan(LONG);
        // The browser's own count, where it keeps one: with what our work makes it do.
        expect(seen.longTasks).toBeLessThanOrEqual(0);
        expect(seen.change.longTasks).toBeLessThanOrEqual(0);
        expect(tab().errors).toEqual([]);
      },
      120_000,
    );

    it(`is as after a fresh scan soon after each of ${SCROLLS} scrolls of a list of 100,000 rows`, async () => {
      const below = random(7);
      const far = Array.from({ length: SCROLLS }, () => below(1000) / 1000);
      const seen = await tab().evaluate((times, far) => large.scroll(times, far), SCROLLS, far);
      expect(seen).toMatchObject({ wrong: 0, errors: [] });
      expect(seen.fewest).toBeGreaterThan(8);
      const took = seen.took.toSorted((a, b) => a - b);
      // A busy machine keeps a single one waiting; what is slow is slow more often.
      expect(took[Math.floor(SCROLLS * 0.95)]).toBeLessThan(200);
      expect(took.at(-1)).toBeLessThan(1000);
    });
  },
  'large-page',
);

describe.each(BROWSERS)('a page of five million letters, in %s', (name) => {
  let server: Server;
  let driver: Driver;

  beforeAll(async () => {
    const body = largeDocument();
    server = await serve('tests/fixtures', () => ({ body }));
    driver = await launch(name);
  });
  afterAll(async () => {
    await driver?.close();
    await server?.close();
  });

  // That it is first painted as soon as without us: `npm run bench:arrival`; that we come after its first paint: the manifest.
  it('is marked wherever it says something', async () => {
    const tab = await driver.open(`${server.origin}/`);
    const extension = await driver.openExtensionPage('popup.html');
    const { marks } = await askMarks(extension, `${server.origin}/`, 40_000);
    expect(marks).toHaveLength(LARGE_MARKS);
    expect(tab.errors).toEqual([]);
  }, 120_000);
});
