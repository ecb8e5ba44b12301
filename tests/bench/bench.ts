/**
 * `npm run --silent bench [-- --runs N] [-- --only TEXT]`: our costs as ratios to something measured beside them, in the
 * same run, in real Chromium, on real documents; JSON lines `{name, ratio, unit, against, runs, …}`. Medians, with the
 * quartiles as spread. Ends with an error when a competitor found fewer of the same forms than we did.
 */
import { parseArgs } from 'node:util';
import { launch, serve, type Tab } from '../../browsers/index.ts';
import { bundle } from '../browser/engine/bundle.ts';
import { measureCompany } from './company.ts';
import { type BenchDocument, benchDocuments, bodyOf } from './documents.ts';
import type { Bench } from './types.ts';

declare const bench: Bench;

const { values } = parseArgs({ options: { runs: { type: 'string', default: '15' }, only: { type: 'string' } } });
const RUNS = Number(values.runs);
const documents = benchDocuments().filter(({ name }) => !values.only || name.includes(values.only));
const COMPANY = 'ten thousand marks';
const withCompany = !values.only || COMPANY.includes(values.only);
if (documents.length === 0 && !withCompany)
  throw new Error('None of the documents is on this machine: see tests/bench/documents.ts');

const quantile = (list: number[], q: number): number => {
  const sorted = [...list].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(q * sorted.length))]!;
};
const median = (list: number[]) => quantile(list, 0.5);
const round = (value: number) => Number(value.toPrecision(3));

/** One line: the median of the ratios of runs made one after the other, and their quartiles. */
function say(name: string, ours: number[], theirs: number[], against: string, more: object = {}): void {
  const ratios = ours.map((ms, index) => ms / theirs[index]!);
  const line = {
    name,
    ratio: round(median(ratios)),
    unit: 'ratio',
    against,
    runs: ratios.length,
    quartiles: [round(quantile(ratios, 0.25)), round(quantile(ratios, 0.75))],
    medianMs: [round(median(ours)), round(median(theirs))],
    ...more,
  };
  console.log(JSON.stringify(line));
}

const script = await bundle('tests/bench/in-page.ts');
let body = '';
const server = await serve('/', () => ({
  body,
  // Fine timers; without these a clock reads in steps of 0.1 ms.
  headers: { 'Cross-Origin-Opener-Policy': 'same-origin', 'Cross-Origin-Embedder-Policy': 'require-corp' },
}));
const driver = await launch('chromium', { extension: null });
const complaints: string[] = [];

async function open(document: BenchDocument): Promise<Tab> {
  body = bodyOf(document);
  const tab = await driver.open(`${server.origin}/`);
  await tab.evaluate((code) => {
    new Function(code)();
  }, script);
  return tab;
}

async function measure(document: BenchDocument): Promise<void> {
  const { name, music } = document;
  const tab = await open(document);
  const { nodes, text } = await tab.evaluate(() => bench.size());
  const size = { nodes, text, music };
  const heavy = text > 2_000_000;
  const ours: number[] = [];
  const bare: number[] = [];
  const gates: number[] = [];
  let marks = 0;
  await tab.evaluate(() => bench.pipeline().ms);
  for (let run = 0; run < RUNS; run++) {
    const round = await tab.evaluate(() => ({ bare: bench.bare().ms, ours: bench.pipeline(), gate: bench.gate().ms }));
    bare.push(round.bare);
    ours.push(round.ours.ms);
    gates.push(round.gate);
    marks = round.ours.marks;
  }
  say(`pipeline: ${name}`, ours, bare, 'bare TreeWalker pass', { ...size, marks });
  say(`gate alone: ${name}`, gates, bare, 'bare TreeWalker pass', { passes: await tab.evaluate(() => bench.passes()) });
  if (text >= 100_000) {
    const theirs: number[] = [];
    const mine: number[] = [];
    let found = 0;
    for (let run = 0; run < (heavy ? 3 : RUNS); run++) {
      const round = await tab.evaluate(() => ({ ours: bench.pipeline().ms, theirs: bench.markRegExp() }));
      theirs.push(round.theirs.ms);
      mine.push(round.ours);
      found = round.theirs.result;
    }
    const candidates = await tab.evaluate(() => bench.candidates());
    say(`time to marks: ${name}`, mine, theirs, 'mark.js, one trie RegExp', { found, candidates });
    if (found < candidates) complaints.push(`${name}: mark.js found ${found} of the ${candidates} forms that we found`);
  }
  if (text < 400_000) {
    const against = 'mark.js, array of terms';
    // Thousands of RegExps one after the other overflow its stack on some documents: then there is nothing to compare.
    const theirs = await tab.evaluate(() => bench.markArray().ms).catch((error: Error) => error);
    if (theirs instanceof Error)
      console.log(JSON.stringify({ name: `time to marks: ${name}`, against, failed: theirs.message.slice(-40) }));
    else say(`time to marks: ${name}`, [median(ours)], [theirs], against);
  }
  await tab.close();
}

/** What the page's own work costs with our marks held, against without. */
async function company(document: BenchDocument): Promise<void> {
  const tab = await open(document);
  const without: number[][] = [[], []];
  const withUs: number[][] = [[], []];
  const pointers: number[] = [];
  let marks = 0;
  for (let run = 0; run < RUNS; run++) {
    for (const [series, held] of [
      [without, false],
      [withUs, true],
    ] as const) {
      if (held) marks = await tab.evaluate(() => bench.hold());
      series[0]!.push(await tab.evaluate(() => bench.mutate()));
      series[1]!.push(await tab.evaluate(() => bench.frame()));
      if (held) {
        pointers.push(await tab.evaluate(() => bench.pointer()));
        await tab.evaluate(() => bench.release());
      }
    }
  }
  const { name } = document;
  say(`page's own 2,000 insertions and removals: ${name}`, withUs[0]!, without[0]!, 'without us', { marks });
  say(`a frame that changes one text: ${name}`, withUs[1]!, without[1]!, 'without us', { marks });
  const line = { name: `pointer move: ${name}`, ratio: round(median(pointers)), unit: 'ms', against: 'nothing', marks };
  console.log(JSON.stringify({ ...line, runs: pointers.length }));
  const slices = [];
  for (let run = 0; run < Math.min(RUNS, 5); run++) slices.push(await tab.evaluate(() => bench.longestSlice()));
  const longest = { name: `longest slice: ${name}`, ratio: round(median(slices)), unit: 'ms', against: 'nothing' };
  console.log(JSON.stringify({ ...longest, max: round(Math.max(...slices)), runs: slices.length }));
  const [ten, one]: [number[], number[]] = [[], []];
  for (let run = 0; run < RUNS; run++) {
    ten.push(await tab.evaluate(() => bench.readWith(10)));
    one.push(await tab.evaluate(() => bench.readWith(1)));
  }
  say(`ten times the forms: ${name}`, ten, one, 'the forms we have');
  await tab.close();
}

try {
  for (const document of documents) await measure(document);
  const largest = documents.filter(({ music }) => music).at(-1);
  if (largest) await company(largest);
  if (withCompany) await measureCompany(driver, RUNS, say);
} finally {
  await driver.close();
  await server.close();
}
if (complaints.length) {
  console.error(complaints.join('\n'));
  process.exitCode = 1;
}
