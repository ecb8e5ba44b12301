/**
 * `npm run --silent bench [-- [--runs N] [--seconds N] [--only TEXT]]`: our costs as ratios to something measured beside
 * them, in the same run, in real Chromium, on real documents (tests/bench/documents.ts); JSON lines `{name, ratio, unit,
 * against, runs, …}`, medians with the quartiles as spread, and at the end which limits hold. Ends with an error when a
 * competitor found fewer of the same forms than we did. On a slow machine the large documents are run less often than
 * asked, each line says how often.
 */
import { parseArgs } from 'node:util';
import { launch, serve, type Tab } from '../../browsers/index.ts';
import { bundle } from '../browser/engine/bundle.ts';
import { measureCompany } from './company.ts';
import { type BenchDocument, benchDocuments } from './documents.ts';
import { heapOf } from './heap.ts';
import { Report } from './report.ts';
import type { Bench } from './types.ts';

declare const bench: Bench;
/** By tests/bench/start.ts. */
declare const answerOfGate: () => Promise<unknown>;

const { values } = parseArgs({
  options: {
    runs: { type: 'string', default: '15' },
    seconds: { type: 'string', default: '24' },
    only: { type: 'string' },
  },
});
const RUNS = Number(values.runs);
/** A document has this many seconds, one measurement of it a third of that: with 24 the bench ends within ten minutes. */
const SECONDS = Number(values.seconds);
/** However slow the machine. */
const FEWEST = 3;
const BARE = 'bare TreeWalker pass';

const began = performance.now();
const documents = benchDocuments().filter(({ name }) => !values.only || name.includes(values.only));
const withCompany = !values.only || 'ten thousand marks'.includes(values.only);
if (documents.length === 0 && !withCompany && !'start in an empty frame'.includes(values.only ?? ''))
  throw new Error('None of the documents is on this machine: see tests/bench/documents.ts');

const report = new Report();
const script = await bundle('tests/bench/in-page.ts');
let body = '';
const server = await serve('/', () => ({
  body,
  // Fine timers; without these a clock reads in steps of 0.1 ms.
  headers: { 'Cross-Origin-Opener-Policy': 'same-origin', 'Cross-Origin-Embedder-Policy': 'require-corp' },
}));
const driver = await launch('chromium', { extension: null });
const complaints: string[] = [];
let opened = 0;

async function open(html: string): Promise<Tab> {
  body = html;
  const tab = await driver.open(`${server.origin}/`);
  // Another text each time: the browser would keep compiled code of the same one, and nothing would be cold.
  await tab.evaluate((code) => new Function(code)(), `/* ${opened++} */${script}`);
  return tab;
}

/** Runs something `RUNS` times, or as often as `seconds` allow. */
async function repeat(seconds: number, run: () => Promise<void>): Promise<void> {
  const end = performance.now() + seconds * 1000;
  for (let i = 0; i < RUNS && (i < FEWEST || performance.now() < end); i++) await run();
}

async function measure({ name, music, html }: BenchDocument): Promise<void> {
  const tab = await open(html());
  const size = await tab.evaluate(() => bench.size());
  const isLong = body.length >= 300_000;
  const ours: number[] = [];
  const bare: number[] = [];
  const whole: number[] = [];
  const gates: number[] = [];
  let [marks, all] = [0, 0];
  for (let warm = 0; warm < 2; warm++) await tab.evaluate(async () => (await bench.pipeline()).ms);
  await repeat(SECONDS / 3, async () => {
    const round = await tab.evaluate(async () => ({
      bare: bench.bare().ms,
      ours: await bench.pipeline(),
      whole: await bench.pipeline(true),
      gate: bench.gate().ms,
    }));
    bare.push(round.bare);
    whole.push(round.whole.ms);
    all = round.whole.marks;
    ours.push(round.ours.ms);
    gates.push(round.gate);
    marks = round.ours.marks;
  });
  const passes = await tab.evaluate(() => bench.passes());
  const limit = isLong && passes === music ? (music ? 2.5 : 1.5) : undefined;
  report.ratio(`pipeline: ${name}`, ours, bare, BARE, limit, { ...size, music, passes, marks });
  report.ratio(`pipeline, all of it read: ${name}`, whole, bare, BARE, undefined, { marks: all });
  report.ratio(`gate alone: ${name}`, gates, bare, BARE);
  if (body.length >= 100_000) await compete(name, tab);
  await tab.close();
}

async function compete(name: string, tab: Tab): Promise<void> {
  const theirs: number[] = [];
  const mine: number[] = [];
  const rest: number[] = [];
  let found = 0;
  let registered = 0;
  await repeat(SECONDS / 3, async () => {
    const round = await tab.evaluate(async () => ({ ours: await bench.pipeline(), theirs: bench.markRegExp() }));
    theirs.push(round.theirs.ms);
    mine.push(round.ours.toMarks);
    rest.push(round.ours.ms);
    ({ registered } = round.ours);
    found = round.theirs.result;
  });
  const candidates = await tab.evaluate(() => bench.candidates());
  const against = 'mark.js, one trie RegExp';
  report.ratio(`time to marks: ${name}`, mine, theirs, against, 0.25, { found, candidates, registered });
  report.ratio(`time until all rests: ${name}`, rest, theirs, against, 0.5);
  if (found < candidates) complaints.push(`${name}: mark.js found ${found} of the ${candidates} forms that we found`);
}

/** mark.js as people use it, where it ends at all: thousands of RegExps one after the other overflow its stack on some. */
async function competeByArray({ name, html }: BenchDocument): Promise<void> {
  const tab = await open(html());
  const against = 'mark.js, array of terms';
  const mine = await tab.evaluate(async () => (await bench.pipeline()).toMarks);
  const theirs = await tab.evaluate(() => bench.markArray().ms).catch((error: Error) => error);
  if (theirs instanceof Error)
    report.print({ name: `time to marks: ${name}`, against, failed: theirs.message.slice(-40) });
  else report.ratio(`time to marks: ${name}`, [mine], [theirs], against, 0.25);
  await tab.close();
}

/** The first scan in a fresh tab, code and table never used before, in the engine's own tasks. */
async function coldStart({ name, html }: BenchDocument): Promise<void> {
  const source = html();
  const colds: { ms: number; longest: number; near: number }[] = [];
  const bare: number[] = [];
  for (let i = 0; i < Math.min(RUNS, 5); i++) {
    const tab = await open(source);
    colds.push(await tab.evaluate(() => bench.cold()));
    bare.push(await tab.evaluate(() => bench.bare().ms));
    await tab.close();
  }
  const of = (key: 'ms' | 'longest' | 'near') => colds.map((one) => one[key]);
  report.ratio(`cold start, working time: ${name}`, of('ms'), bare, BARE);
  report.figure(`cold start, first mark near the viewport: ${name}`, of('near'), 'ms');
  report.figure(`cold start, longest task: ${name}`, of('longest'), 'ms', 16);
}

/** What it costs to be there where there is nothing: the content script read and run in an empty document, up to its answer. */
async function emptyFrame(): Promise<void> {
  const code = await bundle('tests/bench/start.ts', 'production');
  const times: number[] = [];
  for (let i = 0; i < RUNS; i++) {
    body = '<!doctype html><title>Empty</title>';
    const tab = await driver.open(`${server.origin}/`);
    times.push(
      await tab.evaluate(async (source) => {
        // As a script of the page, and so as a content script: read once. `new Function` reads all of it twice.
        const script = Object.assign(document.createElement('script'), { textContent: source });
        const start = performance.now();
        document.head.append(script);
        // No content script is part of the page's text.
        script.remove();
        await answerOfGate();
        return performance.now() - start;
      }, `/* ${opened++} */${code}`),
    );
    await tab.close();
  }
  report.figure('start in an empty frame', times, 'ms', 8, { bytes: Buffer.byteLength(code) });
}

/** What it is to be the page with all our marks held, against without us and against mark.js' spans. */
async function afterwards({ name, html }: BenchDocument): Promise<void> {
  const tab = await open(html());
  const tree: Record<'alone' | 'us' | 'spans', number[]> = { alone: [], us: [], spans: [] };
  const heap: typeof tree = { alone: [], us: [], spans: [] };
  let marks = 0;
  const look = async (at: keyof typeof tree) => {
    tree[at].push(await tab.evaluate(() => bench.relayout()));
    heap[at].push(await heapOf(tab));
  };
  await repeat(SECONDS * 2, async () => {
    await tab.evaluate(() => bench.pristine());
    await look('alone');
    marks = await tab.evaluate(() => bench.hold());
    await look('us');
    await tab.evaluate(() => bench.release());
    await tab.evaluate(() => bench.pristine());
    await tab.evaluate(() => bench.spans());
    await look('spans');
  });
  const held = (of: number[]) => of.map((bytes, i) => Math.max(1, bytes - heap.alone[i]!));
  report.ratio(`the page's work over its whole tree: ${name}`, tree.us, tree.alone, 'without us', 1.05, { marks });
  report.ratio(`the page's work over its whole tree: ${name}`, tree.us, tree.spans, "mark.js' spans", 1);
  report.ratio(`memory held: ${name}`, held(heap.us), held(heap.spans), "mark.js' spans", 1);
  const [ten, one]: [number[], number[]] = [[], []];
  await repeat(SECONDS / 3, async () => {
    ten.push(await tab.evaluate(() => bench.readWith(10)));
    one.push(await tab.evaluate(() => bench.readWith(1)));
  });
  report.ratio(`ten times the forms: ${name}`, ten, one, 'the forms we have', 1.3);
  await tab.close();
}

async function longestTask({ name, html }: BenchDocument): Promise<void> {
  const tab = await open(html());
  const longest: number[] = [];
  await repeat(SECONDS / 2, async () => void longest.push(await tab.evaluate(() => bench.longestTask())));
  report.figure(`longest task of ours: ${name}`, longest, 'ms', 16);
  await tab.close();
}

const called = (name: string) => documents.filter((document) => document.name === name);
try {
  if (!values.only || 'start in an empty frame'.includes(values.only)) await emptyFrame();
  for (const document of [...called('grown music 300 kB'), ...called('music glossary 700 kB')])
    await coldStart(document);
  for (const document of called('grown music 20 kB')) await competeByArray(document);
  for (const document of documents) await measure(document);
  for (const document of called('grown music 1 MB')) await afterwards(document);
  if (withCompany) await measureCompany(driver, RUNS, report);
  for (const document of called('grown music 10 MB')) await longestTask(document);
} finally {
  await driver.close();
  await server.close();
}
report.summary((performance.now() - began) / 1000);
if (complaints.length) {
  console.error(complaints.join('\n'));
  process.exitCode = 1;
}
