/** Runs in the page: what the page's own frames cost, with our marks held and without. */
import cardTable from 'virtual:liner-notes/card-table';
import matchTable from 'virtual:liner-notes/match-table';
import { createJudge } from '../../core/sense/judge.ts';
import type { Density } from '../../core/settings/types.ts';
import { attachCard } from '../../page/card/attach.ts';
import { Engine } from '../../page/engine.ts';

const judge = createJudge(matchTable);
let held: { engine: Engine; end: AbortController } | null = null;

/**
 * Lets the engine mark the page and go on watching; returns how many marks it has found.
 * @param density which of them are painted.
 * @param all those far from the viewport are found too, as after the popup has asked for counts.
 */
async function hold(density: Density, all: boolean): Promise<number> {
  const end = new AbortController();
  const marking = { density, markStyle: 'dotted', wants: () => true } as const;
  const engine = new Engine({ judge, marking, signal: end.signal });
  engine.start();
  await engine.ready;
  await (all ? engine.idle() : engine.rested());
  held = { engine, end };
  const marks = engine.marks.every().length;
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

/** Mean ms of a frame that scrolls by 150 px. */
async function scroll(): Promise<number> {
  window.scrollTo(0, 5000);
  await frames(2);
  return mean(30, () => scrollBy(0, 150));
}

/** Mean ms of a frame that changes one text that the reader sees. */
async function edit(): Promise<number> {
  window.scrollTo(0, 9000);
  await frames(4);
  const text = inView();
  const { data } = text;
  const ms = await mean(20, (turn) => {
    text.data = `${data} And ${turn} more.`;
  });
  text.data = data;
  return ms;
}

/** Mean ms of a frame that puts 200 shown elements in and takes 200 out. */
async function list(): Promise<number> {
  window.scrollTo(0, 0);
  const box = document.createElement('div');
  document.body.prepend(box);
  await frames(2);
  const ms = await mean(20, (turn) => {
    while (box.firstChild) box.firstChild.remove();
    for (let i = 0; i < 200; i++) box.appendChild(document.createElement('i')).textContent = `Item ${turn} ${i} `;
  });
  box.remove();
  await frames(2);
  return ms;
}

/** Ms of putting 2,000 elements in and taking them out again in one go, nothing laid out; with an observer of nothing. */
function bareObserver(): number {
  const observer = new MutationObserver(() => {});
  observer.observe(document, { subtree: true, childList: true, characterData: true });
  const ms = burst();
  observer.disconnect();
  return ms;
}

function burst(): number {
  const box = document.body.appendChild(document.createElement('div'));
  const start = performance.now();
  for (let i = 0; i < 2000; i++) box.appendChild(document.createElement('i')).textContent = `Item ${i}`;
  while (box.firstChild) box.firstChild.remove();
  const ms = performance.now() - start;
  box.remove();
  return ms;
}

/** Ms of ten such bursts, a frame apart, and of what is done in answer to them. */
async function storm(): Promise<number> {
  let sum = 0;
  for (let i = 0; i < 10; i++) sum += await frameOf(() => void burst());
  return sum;
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
    marks: held!.engine.marks,
    table: cardTable,
    signal: end.signal,
    look: () => ({ textSize: 100, slow: false }),
    openComparison() {},
    tellFrames() {},
    passOn() {},
    notMusicHere: () => undefined,
    neverMark: () => undefined,
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
  const { marks } = held!.engine;
  return overViewport((x, y) => marks.at(x, y));
}

const company = { hold, release, scroll, edit, list, bareObserver, burst, storm, pointer, rest };
export type Company = typeof company;
Object.assign(globalThis, { company });
