/** Runs in the page: what the page's own frames cost, with our marks held and without. */
import cardTable from 'virtual:liner-notes/card-table';
import matchTable from 'virtual:liner-notes/match-table';
import { createJudge } from '../../core/sense/judge.ts';
import type { Density } from '../../core/settings/types.ts';
import { attachCard } from '../../page/card/attach.ts';
import type { Engine } from '../../page/engine.ts';
import { WATCHED_ATTRIBUTES } from '../../page/tags.ts';
import { wholeEngine } from '../../page/whole-engine.ts';
import { cardAlone } from '../browser/engine/card-alone.ts';

const judge = createJudge(matchTable);
const KEY = 'liner-notes-mark';
const OBSERVED = {
  subtree: true,
  childList: true,
  characterData: true,
  attributeFilter: WATCHED_ATTRIBUTES,
  attributeOldValue: true,
};
let held: { engine: Engine; end: AbortController } | null = null;

/**
 * Lets the engine mark the page and go on watching; returns how many marks it has found.
 * @param density which of them are painted.
 * @param all those far from the viewport are found too, as after the popup has asked for counts.
 */
async function hold(density: Density, all: boolean): Promise<number> {
  const end = new AbortController();
  const marking = { density, markStyle: 'dotted', wants: () => true } as const;
  const engine = wholeEngine({ judge, marking, signal: end.signal });
  engine.start();
  await engine.completion.ready();
  await (all ? engine.completion.idle() : engine.completion.rested());
  held = { engine, end };
  const marks = engine.marks?.every().length ?? 0;
  await frames(10);
  return marks;
}

function release(): Promise<void> {
  held?.end.abort();
  held = null;
  return frames(3);
}

const nextFrame = () => new Promise<number>((resolve) => requestAnimationFrame(resolve));
async function frames(count: number): Promise<void> {
  for (let i = 0; i < count; i++) await nextFrame();
}

/** Ms of the main thread for one frame: what the page does, what is done in answer to it, style, layout, paint. */
function frameOf(act: () => void): Promise<number> {
  return new Promise((resolve) => {
    requestAnimationFrame(() => {
      const start = performance.now();
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = () => resolve(performance.now() - start);
      act();
      port2.postMessage(0);
    });
  });
}

async function mean(count: number, act: (turn: number) => void): Promise<number> {
  let sum = 0;
  for (let turn = 0; turn < count; turn++) sum += await frameOf(() => act(turn));
  return sum / count;
}

const inView = (): Text => {
  for (const p of document.querySelectorAll('p')) {
    if (p.getBoundingClientRect().top > 0) return p.firstChild as Text;
  }
  throw new Error('no paragraph below the top');
};

interface Scene {
  /** Sets the stage. */
  before(): Promise<void>;
  /** Ms of the page's main thread: the mean of a frame, or the sum. */
  run(): Promise<number>;
  after(): void;
}

const box = document.createElement('div');
let text: Text;
let said = '';

/** 2,000 elements put in and taken out again in one go, nothing laid out. */
function burst(): number {
  const box = document.body.appendChild(document.createElement('div'));
  const start = performance.now();
  for (let i = 0; i < 2000; i++) box.appendChild(document.createElement('i')).textContent = `Item ${i}`;
  while (box.firstChild) box.firstChild.remove();
  const ms = performance.now() - start;
  box.remove();
  return ms;
}

const scenes = {
  /** A frame that scrolls by 150 px. */
  scroll: {
    async before() {
      window.scrollTo(0, 5000);
      await frames(4);
    },
    run: () => mean(30, () => scrollBy(0, 150)),
    after() {},
  },
  /** A frame that changes one text that the reader sees. */
  edit: {
    async before() {
      window.scrollTo(0, 9000);
      await frames(4);
      text = inView();
      said = text.data;
    },
    run: () =>
      mean(20, (turn) => {
        text.data = `${said} And ${turn} more.`;
      }),
    after() {
      text.data = said;
    },
  },
  /** A frame that puts 200 shown elements in and takes 200 out. */
  list: {
    async before() {
      window.scrollTo(0, 0);
      document.body.prepend(box);
      await frames(4);
    },
    run: () =>
      mean(20, (turn) => {
        while (box.firstChild) box.firstChild.remove();
        for (let i = 0; i < 200; i++) box.appendChild(document.createElement('i')).textContent = `Item ${turn} ${i} `;
      }),
    after() {
      box.replaceChildren();
      box.remove();
    },
  },
  burst: { before: () => frames(2), run: async () => burst(), after() {} },
  /** Ten bursts, a frame apart, and what is done in answer to them. */
  storm: { before: () => frames(2), run: async () => 10 * (await mean(10, () => void burst())), after() {} },
} satisfies Record<string, Scene>;

const stage = {
  before: (name: keyof typeof scenes) => scenes[name].before(),
  /** The scene, and ten frames more, so that what we put off is in the time of the processor. */
  async run(name: keyof typeof scenes) {
    const ms = await scenes[name].run();
    await frames(10);
    return ms;
  },
  async after(name: keyof typeof scenes) {
    scenes[name].after();
    await frames(3);
  },
};

const nobody = new MutationObserver(() => {});

/**
 * We leave, and what stays is what nobody who is to know of changes and to paint can do without: an observer that does
 * nothing, and a highlight of the ranges that we had registered.
 */
async function leaveFloor(): Promise<void> {
  const ranges = [...((CSS.highlights.get(KEY) ?? []) as unknown as Iterable<StaticRange>)];
  await release();
  nobody.observe(document, OBSERVED);
  CSS.highlights.set(KEY, new Highlight(...ranges));
  await frames(10);
}

/** That leaves too. */
function leave(): Promise<void> {
  nobody.disconnect();
  CSS.highlights.delete(KEY);
  return frames(3);
}

/** Calls `visit` along a path over the viewport; mean ms of a call. */
function overViewport(visit: (x: number, y: number) => void): number {
  window.scrollTo(0, 9000);
  void document.body.offsetHeight;
  const start = performance.now();
  let calls = 0;
  for (let y = 5; y < innerHeight; y += 11) for (let x = 5; x < innerWidth; x += 17, calls++) visit(x, y);
  return (performance.now() - start) / calls;
}

/** Mean ms of our answer to a move of the pointer. The card hears only trusted events: its listeners are called here. */
function pointer(): number {
  const end = new AbortController();
  const moved: ((event: object) => void)[] = [];
  const listen = window.addEventListener;
  window.addEventListener = function (this: Window, type: string, listener: never, options?: never) {
    if (type === 'pointermove') moved.push(listener);
    listen.call(this, type, listener, options);
  } as typeof listen;
  attachCard({
    marks: held!.engine.marks!,
    table: cardTable,
    signal: end.signal,
    ...cardAlone,
  });
  window.addEventListener = listen;
  if (moved.length === 0) throw new Error('The card listens to no pointer');
  const event = { isTrusted: true, buttons: 0, composedPath: () => [document.body], target: document.body };
  const ms = overViewport((clientX, clientY) => {
    for (const listener of moved) listener({ ...event, clientX, clientY });
  });
  end.abort();
  return ms;
}

/** Mean ms of asking which word is under the pointer, once each time it comes to rest. */
function rest(): number {
  const marks = held!.engine.marks!;
  return overViewport((x, y) => marks.at(x, y));
}

const company = { hold, leaveFloor, leave, stage, pointer, rest };
export type Company = typeof company;
Object.assign(globalThis, { company });
