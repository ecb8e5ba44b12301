/**
 * A page with ten thousand marks: what its own frames cost with us there and without, in turn, and what we hold; once as
 * a reader meets it, who has not been far down, and once with every mark of it found.
 */
import { type Driver, serve } from '../../browsers/index.ts';
import { bundle } from '../browser/engine/bundle.ts';
import { heapOf } from './heap.ts';
import type { Company } from './in-company.ts';
import type { Report } from './report.ts';

declare const company: Company;

const PARAGRAPH =
  '<p>The mastering engineer came to the studio on a Monday and listened to the whole album twice before she said a word, and the record producer, who had been there since the week before, went out for a walk.</p>';

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
    const names = ['scroll', 'edit', 'list', 'burst', 'storm'] as const;
    const without = names.map((): number[] => []);
    const bare: number[] = [];
    const before = await heapOf(tab);
    const ways = [
      { way: 'as a reader meets it', density: 'section', all: false },
      { way: 'each of them found and painted where it is near', density: 'every', all: true },
    ] as const;
    const held = ways.map((way) => ({
      ...way,
      withUs: names.map((): number[] => []),
      pointers: [] as number[],
      rests: [] as number[],
      marks: 0,
      bytes: 0,
    }));
    for (let run = 0; run < runs; run++) {
      for (const [index, name] of names.entries())
        without[index]!.push(await tab.evaluate((name) => company[name](), name));
      bare.push(await tab.evaluate(() => company.bareObserver()));
      for (const way of held) {
        way.marks = await tab.evaluate((density, all) => company.hold(density, all), way.density, way.all);
        way.bytes ||= (await heapOf(tab)) - before;
        for (const [index, name] of names.entries())
          way.withUs[index]!.push(await tab.evaluate((name) => company[name](), name));
        way.pointers.push(await tab.evaluate(() => company.pointer()));
        way.rests.push(await tab.evaluate(() => company.rest()));
        await tab.evaluate(() => company.release());
      }
    }
    const titles = {
      scroll: 'a frame that scrolls',
      edit: 'a frame that changes one text in view',
      list: 'a frame that puts in and takes out 200 shown elements',
      burst: '2,000 insertions and removals in one go, nothing drawn',
      storm: 'ten such bursts in frames one after the other, and what follows each',
    };
    const limits = { scroll: undefined, edit: 1.1, list: 1.05, burst: undefined, storm: undefined };
    for (const { way, withUs, pointers, rests, marks, bytes } of held) {
      const on = `ten thousand marks, ${way}`;
      for (const [index, name] of names.entries())
        report.ratio(`${titles[name]}: ${on}`, withUs[index]!, without[index]!, 'without us', limits[name], { marks });
      report.ratio(`${titles.burst}: ${on}`, withUs[3]!, bare, 'a MutationObserver that does nothing', 1.05);
      report.figure(`pointer move: ${on}`, pointers, 'ms', 0.05, { marks });
      report.figure(`pointer comes to rest: ${on}`, rests, 'ms', undefined, { marks });
      report.figure(`heap held: ${on}`, [bytes], 'bytes', undefined, { bytesPerMark: Math.round(bytes / marks) });
    }
    await tab.close();
  } finally {
    await server.close();
  }
}
