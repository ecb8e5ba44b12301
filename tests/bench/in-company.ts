/** Runs in the page: what the page's own frames cost, with our marks held and without. */
import matchTable from 'virtual:liner-notes/match-table';
import { createJudge } from '../../core/sense/judge.ts';
import { Engine } from '../../page/engine.ts';

const judge = createJudge(matchTable);
const marking = { density: 'every', markStyle: 'dotted', wants: () => true } as const;
let held: { engine: Engine; end: AbortController } | null = null;

/** Lets the engine mark the page and go on watching; returns how many marks there are. */
async function hold(): Promise<number> {
  const end = new AbortController();
  const engine = new Engine({ judge, marking, signal: end.signal });
  engine.start();
  await engine.ready;
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

/** Mean ms of asking what is under a point, along a path over the viewport. */
function pointer(): number {
  const { marks } = held!.engine;
  window.scrollTo(0, 9000);
  void document.body.offsetHeight;
  const start = performance.now();
  let asked = 0;
  for (let y = 5; y < innerHeight; y += 11) for (let x = 5; x < innerWidth; x += 17, asked++) marks.at(x, y);
  return (performance.now() - start) / asked;
}

const company = { hold, release, scroll, edit, list, bareObserver, burst, storm, pointer };
export type Company = typeof company;
Object.assign(globalThis, { company });
