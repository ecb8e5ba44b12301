/** Runs in the page: what is timed, each on a fresh copy of the document, as a reader's browser first meets it. */

import matchTable from 'virtual:liner-notes/match-table';
import Mark from 'mark.js';
import { Finds, find } from '../../core/matching/find.ts';
import { FormIndex } from '../../core/matching/form-index.ts';
import { createJudge } from '../../core/sense/judge.ts';
import type { Judge } from '../../core/sense/types.ts';
import { Engine } from '../../page/engine.ts';
import { readFacts } from '../../page/facts.ts';
import { Marking } from '../../page/marking.ts';
import { Paint } from '../../page/paint.ts';
import { benchForms, trieRegExp } from './forms.ts';

const judge = createJudge(matchTable);
const marking = { density: 'every', markStyle: 'dotted', wants: () => true } as const;
let pristine: HTMLElement | null = null;

/** A body with no wrapper made, no layout done and nothing cached. */
function freshBody(): void {
  pristine ??= document.body.cloneNode(true) as HTMLElement;
  document.body.replaceWith(pristine.cloneNode(true));
  void document.body.offsetHeight;
}

function timed(work: () => number): { ms: number; result: number } {
  freshBody();
  const start = performance.now();
  const result = work();
  return { ms: performance.now() - start, result };
}

/** The least anybody must do: visit each text node and read it. */
const bare = () =>
  timed(() => {
    const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    let sum = 0;
    while (texts.nextNode()) sum += (texts.currentNode as Text).data.length;
    return sum;
  });

const gate = () =>
  timed(() => {
    const text = document.documentElement.textContent;
    return judge.gate(text) ? 1 : 0;
  });

/** Gate, facts, walk, matching, sense, ranges: until what is near the viewport is registered. */
function pipeline(by: Judge = judge) {
  const paint = new Paint();
  let last: Marking | null = null;
  const { ms, result } = timed(() => {
    const text = document.documentElement.textContent;
    if (!by.gate(text)) return 0;
    last = new Marking(by, paint, marking, readFacts(document), { root() {}, facts() {}, run: (work) => work() });
    last.scan.addRoot(document);
    while (!last.work(() => false));
    return 1;
  });
  const marks = (last as Marking | null)?.marks.counts().reduce((sum, { count }) => sum + count, 0) ?? 0;
  (last as Marking | null)?.reset();
  return { ms, result, marks };
}

const formsPattern = trieRegExp(benchForms(matchTable()));

const markRegExp = () =>
  timed(() => {
    let found = 0;
    new Mark(document.body).markRegExp(formsPattern, { each: () => found++, exclude: ['script', 'style'] });
    return found;
  });

const markArray = () =>
  timed(() => {
    let found = 0;
    new Mark(document.body).mark(benchForms(matchTable()), {
      accuracy: 'exactly',
      separateWordSearch: false,
      diacritics: false,
      each: () => found++,
    });
    return found;
  });

/** Every form of the glossary on the page, as our own walk and pattern find it before any judging. */
function candidates(): number {
  const found = new Marking(judge, new Paint(), marking, {}, { root() {}, facts() {}, run: (work) => work() });
  found.scan.addRoot(document);
  found.scan.step(() => false);
  let sum = 0;
  for (const root of found.scan.roots.values())
    for (const { reading } of root.records()) sum += reading.candidates.length;
  found.reset();
  return sum;
}

/** A judge that takes every form for music: so many marks as there can be. */
const eager: Judge = {
  ...judge,
  judge: (blocks, _, from = 0, to = blocks.length) =>
    blocks
      .slice(from, to)
      .map(({ reading }) => reading.candidates.map((candidate) => ({ candidate, music: true, score: 1 }))),
};

let held: { engine: Engine; end: AbortController } | null = null;

/** Lets the engine mark all forms and go on watching; returns how many. */
async function hold(): Promise<number> {
  const end = new AbortController();
  const engine = new Engine({ judge: eager, marking, signal: end.signal });
  engine.start();
  await engine.idle();
  held = { engine, end };
  return engine.marks.every().length;
}

function release(): void {
  held?.end.abort();
  held = null;
}

/** The page's own work: puts 2,000 nodes in and takes them out again, apart from our marks. */
function mutate(): number {
  const list = document.body.appendChild(document.createElement('div'));
  const start = performance.now();
  for (let i = 0; i < 2000; i++) list.appendChild(document.createElement('i')).textContent = `Item ${i}`;
  while (list.firstChild) list.firstChild.remove();
  const ms = performance.now() - start;
  list.remove();
  return ms;
}

/** One frame in which the page changes one text: until the frame after it begins, without the wait for it. */
async function frame(): Promise<number> {
  const text = [...document.querySelectorAll('p')].find((p) => p.firstChild instanceof Text)?.firstChild as Text;
  const frames = () => new Promise((resolve) => requestAnimationFrame(resolve));
  await frames();
  const start = performance.now();
  text.data = text.data.endsWith(' ') ? text.data.trimEnd() : `${text.data} `;
  await null;
  void document.body.offsetHeight;
  const after = new Promise<number>((resolve) => {
    const { port1, port2 } = new MessageChannel();
    requestAnimationFrame(() => {
      port1.onmessage = () => resolve(performance.now());
      port2.postMessage(0);
    });
  });
  return (await after) - start;
}

/** Mean ms of asking what is under a point, over a grid of the viewport. */
function pointer(): number {
  const { marks } = held!.engine;
  const start = performance.now();
  let asked = 0;
  for (let y = 5; y < innerHeight; y += 11) {
    for (let x = 5; x < innerWidth; x += 17) {
      marks.at(x, y);
      asked++;
    }
  }
  return (performance.now() - start) / asked;
}

/** Longest of our slices on this page, in ms, as the engine itself slices. */
async function longestSlice(): Promise<number> {
  const work = Marking.prototype.work;
  let longest = 0;
  Marking.prototype.work = function (late) {
    const start = performance.now();
    const done = work.call(this, late);
    longest = Math.max(longest, performance.now() - start);
    return done;
  };
  await hold();
  release();
  Marking.prototype.work = work;
  return longest;
}

/** Time to read the page's text, in ms, with a table of `times` as many forms. */
function readWith(times: number): number {
  const text = document.body.textContent.slice(0, 1_000_000);
  const forms = benchForms(matchTable());
  const endings = ['', ...'bcdfghjkl'].slice(0, times);
  const index = new FormIndex();
  for (const ending of endings) for (const form of forms) index.add(form + ending);
  const finds = new Finds();
  const start = performance.now();
  find(index, text, finds);
  return performance.now() - start;
}

Object.assign(globalThis, {
  bench: {
    bare,
    gate,
    pipeline,
    markRegExp,
    markArray,
    candidates,
    hold,
    release,
    mutate,
    frame,
    pointer,
    longestSlice,
    readWith,
    size: () => ({ nodes: document.body.querySelectorAll('*').length, text: document.body.textContent.length }),
    passes: () => judge.gate(document.documentElement.textContent),
  },
});
