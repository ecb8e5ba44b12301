/**
 * A page with ten thousand marks: what its own frames cost with us there and without, in turn, and what we hold; once as
 * a reader meets it, who has not been far down, and once with every mark of it found.
 */
import { type Driver, serve } from '../../browsers/index.ts';
import { bundle } from '../browser/engine/bundle.ts';
import { heapOf } from './heap.ts';
import type { Company } from './in-company.ts';
import { processorOf } from './processor.ts';
import type { Report } from './report.ts';

declare const company: Company;

const PARAGRAPH =
  '<p>The mastering engineer came to the studio on a Monday and listened to the whole album twice before she said a word, and the record producer, who had been there since the week before, went out for a walk.</p>';

/** The whole bench ends within ten minutes: these have so many seconds of it … */
const SECONDS = 120;
/** … but so many rounds in any case. */
const FEWEST = 3;
const SCENES = ['scroll', 'edit', 'list', 'burst', 'storm'] as const;
type Scene = (typeof SCENES)[number];
const TITLES: Record<Scene, string> = {
  scroll: 'a frame that scrolls',
  edit: 'a frame that changes one text in view',
  list: 'a frame that puts in and takes out 200 shown elements',
  burst: '2,000 insertions and removals in one go, nothing drawn',
  storm: 'ten such bursts in frames one after the other, and what follows each',
};
const LIMITS: Partial<Record<Scene, number>> = { edit: 1.1, list: 1.05 };
const WAYS = [
  { way: 'as a reader meets it', density: 'section', all: false },
  { way: 'each of them found and painted where it is near', density: 'every', all: true },
] as const;
const FLOOR = 'an observer that does nothing and the same ranges registered';

/** Ms of each run: of a frame as the page sees it, and of the processor until ten frames later. */
type Times = Record<Scene, { frame: number[]; processor: number[] }>;
const times = (): Times =>
  Object.fromEntries(SCENES.map((name) => [name, { frame: [], processor: [] }])) as unknown as Times;

/** @param paragraphs each with three marks. */
export async function measureCompany(driver: Driver, runs: number, report: Report, paragraphs = 5000): Promise<void> {
  const script = await bundle('tests/bench/in-company.ts');
  const style = 'body{font:16px/1.5 serif;margin:2em}::highlight(liner-notes-mark){text-decoration:underline dotted}';
  const server = await serve('/', () => ({
    body: `<!doctype html><html lang="en"><title>Records</title><style>${style.replace('::', ':root::')}</style><body><main>${PARAGRAPH.repeat(paragraphs)}</main>`,
    headers: { 'Cross-Origin-Opener-Policy': 'same-origin', 'Cross-Origin-Embedder-Policy': 'require-corp' },
  }));
  try {
    const tab = await driver.open(`${server.origin}/`);
    await tab.evaluate((code) => {
      new Function(code)();
    }, script);
    const before = await heapOf(tab);
    const processor = await processorOf(tab);
    const play = async (into: Times) => {
      for (const name of SCENES) {
        await tab.evaluate((name) => company.stage.before(name), name);
        const start = processor();
        into[name].frame.push(await tab.evaluate((name) => company.stage.run(name), name));
        into[name].processor.push(processor() - start);
        await tab.evaluate((name) => company.stage.after(name), name);
      }
    };
    const without = times();
    const ways = WAYS.map((way) => ({
      ...way,
      withUs: times(),
      floor: times(),
      pointers: [] as number[],
      rests: [] as number[],
      marks: 0,
      bytes: 0,
    }));
    const end = performance.now() + SECONDS * 1000;
    for (let run = 0; run < runs && (run < FEWEST || performance.now() < end); run++) {
      await play(without);
      for (const way of ways) {
        way.marks = await tab.evaluate((density, all) => company.hold(density, all), way.density, way.all);
        way.bytes ||= (await heapOf(tab)) - before;
        await play(way.withUs);
        way.pointers.push(await tab.evaluate(() => company.pointer()));
        way.rests.push(await tab.evaluate(() => company.rest()));
        await tab.evaluate(() => company.leaveFloor());
        await play(way.floor);
        await tab.evaluate(() => company.leave());
      }
    }
    for (const { way, withUs, floor, pointers, rests, marks, bytes } of ways) {
      const on = `ten thousand marks, ${way}`;
      for (const name of SCENES) {
        const title = `${TITLES[name]}: ${on}`;
        const [us, bare, least] = [withUs[name], without[name], floor[name]];
        report.ratio(title, us.frame, bare.frame, 'without us', LIMITS[name], { marks });
        report.ratio(`${title}: ${FLOOR}`, least.frame, bare.frame, 'without us');
        report.ratio(`${title}, time of the processor`, us.processor, bare.processor, 'without us');
        report.ratio(`${title}, time of the processor: ${FLOOR}`, least.processor, bare.processor, 'without us');
      }
      report.ratio(`${TITLES.burst}: ${on}`, withUs.burst.frame, floor.burst.frame, FLOOR, 1.05);
      report.figure(`pointer move: ${on}`, pointers, 'ms', 0.05, { marks });
      report.figure(`pointer comes to rest: ${on}`, rests, 'ms', undefined, { marks });
      report.figure(`heap held: ${on}`, [bytes], 'bytes', undefined, { bytesPerMark: Math.round(bytes / marks) });
    }
    await tab.close();
  } finally {
    await server.close();
  }
}
