/** In a page of a test: the engine without the extension around it, for tests that must see inside. */
import cardTable from 'virtual:liner-notes/card-table';
import matchTable from 'virtual:liner-notes/match-table';
import { createJudge } from '../../../core/sense/judge.ts';
import { attachCard } from '../../../page/card/attach.ts';
import type { Engine } from '../../../page/engine.ts';
import type { Marking } from '../../../page/marking.ts';
import { type WholeEngineOptions, wholeEngine } from '../../../page/whole-engine.ts';
import { acting } from './acting.ts';
import { cardAlone } from './card-alone.ts';
import { blocksOf, freshScan } from './fresh-scan.ts';
import { taskClock } from './task-clock.ts';

const judge = createJudge(matchTable);
const marking = { density: 'every', markStyle: 'dotted', wants: () => true } as const;

/** Limits with which what settles a page comes soon: it is the same work, after waits of ms instead of seconds. */
const soon = { settleAfter: 20, calmAfter: 50 };

/** An engine at work on this page. */
function start(options: Partial<WholeEngineOptions> = {}) {
  const end = new AbortController();
  const errors: string[] = [];
  const states: string[] = [];
  const engine = wholeEngine({
    judge,
    marking,
    signal: end.signal,
    failed: (error) => errors.push(String(error)),
    changed: () => {
      const { state } = engine.state();
      if (states.at(-1) !== state) states.push(state);
    },
    ...options,
  });
  engine.start();
  return { engine, end, errors, states };
}

const painted = (): number => CSS.highlights.get('liner-notes-mark')?.size ?? 0;
/** What the registered ranges say at this moment. */
const said = () =>
  [...((CSS.highlights.get('liner-notes-mark') as unknown as Iterable<StaticRange> | undefined) ?? [])].map(
    ({ startContainer, startOffset, endContainer, endOffset }) => {
      const node = startContainer as Text;
      return {
        node,
        start: startOffset,
        text: node.data.slice(startOffset, endContainer === node ? endOffset : undefined),
      };
    },
  );
const ids = new WeakMap<Node, number>();
let lastId = 0;
const idOf = (node: Node): number => {
  if (!ids.has(node)) ids.set(node, ++lastId);
  return ids.get(node)!;
};
/** Comes after so many ms. */
const after = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms));
const frame = () => new Promise<number>((resolve) => requestAnimationFrame(resolve));

/** Waits, frame by frame, until something is so; throws after `ms`. */
async function until(met: () => unknown, ms = 8000): Promise<void> {
  const end = performance.now() + ms;
  while (!met()) {
    if (performance.now() > end) throw new Error(`not so in time: ${met}`);
    await frame();
  }
}

/** Does something in each frame for so many ms. */
async function eachFrame(ms: number, act: () => void): Promise<void> {
  const end = performance.now() + ms;
  while (performance.now() < end) {
    act();
    await frame();
  }
}

const insides = (engine: Engine) => (engine as unknown as { marker: { marking: Marking } }).marker.marking;

/** How many words are marked, seen or not. */
function marked(engine: Engine): number {
  let count = 0;
  for (const root of insides(engine).scan.roots.values()) for (const { marks } of root.records()) count += marks.length;
  return count;
}

/** Whether what the engine keeps, blocks and marks, is what a scan from nothing would find now. */
const isFresh = (engine: Engine): boolean => blocksOf(insides(engine)).join('\n') === freshScan(judge).join('\n');

const lab = {
  acting,
  judge,
  marking,
  soon,
  start,
  taskClock,
  painted,
  said,
  idOf,
  after,
  frame,
  until,
  eachFrame,
  insides,
  marked,
  isFresh,
  attachCard,
  cardAlone,
  cardTable,
};
export type Lab = typeof lab;
Object.assign(globalThis, { lab });
