/** Runs in the page: what it is to be a page that we, or another marker, have been through. */
import type { Judge } from '../../core/sense/types.ts';
import type { Engine } from '../../page/engine.ts';
import { Paint } from '../../page/paint.ts';
import { wholeEngine } from '../../page/whole-engine.ts';
import { taskClock } from '../browser/engine/task-clock.ts';

export const MARKING = { density: 'every', markStyle: 'dotted', wants: () => true } as const;

let pristine: HTMLElement | null = null;

/** A body with no wrapper made and nothing cached, laid out as it was when the reader got it. */
export function freshBody(): void {
  pristine ??= document.body.cloneNode(true) as HTMLElement;
  document.body.replaceWith(pristine.cloneNode(true));
  void document.body.offsetHeight;
}

export function company(judge: Judge, newJudge: () => Judge, spans: () => number) {
  /** A judge that takes every form for music: so many marks as there can be. */
  const eager: Judge = {
    ...judge,
    judge: (blocks, _, from = 0, to = blocks.length) =>
      blocks
        .slice(from, to)
        .map(({ reading }) => reading.candidates.map((candidate) => ({ candidate, music: true, score: 1 }))),
  };
  let held: { engine: Engine; end: AbortController } | null = null;

  async function begin(by: Judge): Promise<Engine> {
    const end = new AbortController();
    const engine = wholeEngine({ judge: by, marking: MARKING, signal: end.signal });
    held = { engine, end };
    engine.start();
    await engine.completion.idle();
    return engine;
  }

  /** Lets the engine mark all forms and go on watching; returns how many. */
  const hold = async () => (await begin(eager)).marks!.every().length;

  function release(): void {
    held?.end.abort();
    held = null;
  }

  /** The engine at work until all is read: all it takes, its longest task, and when the first mark near the viewport is painted, in ms. */
  async function atWork(by: Judge): Promise<{ ms: number; longest: number; near: number }> {
    const { add } = Paint.prototype;
    const start = performance.now();
    let near = Number.NaN;
    Paint.prototype.add = function (range) {
      if (Number.isNaN(near)) near = performance.now() - start;
      add.call(this, range);
    };
    const clock = taskClock();
    await begin(by);
    clock.stop();
    release();
    Object.assign(Paint.prototype, { add });
    return { ms: clock.sum, longest: clock.longest, near };
  }

  /**
   * Ms of the page's own work over its whole tree: counts its elements, copies it, sets it in another width. Done once
   * before it is timed, after some frames: what a tree has been through (drawn, laid out, copied) bears on it more than we do.
   */
  async function relayout(): Promise<number> {
    wholeTree();
    for (let i = 0; i < 20; i++) await new Promise((resolve) => requestAnimationFrame(resolve));
    return wholeTree();
  }

  function wholeTree(): number {
    const start = performance.now();
    let sum = document.querySelectorAll('body *').length;
    sum += document.body.cloneNode(true).childNodes.length;
    document.body.style.width = '500px';
    sum += document.body.offsetHeight;
    document.body.style.width = '';
    sum += document.body.offsetHeight;
    return sum > 0 ? performance.now() - start : Number.NaN;
  }

  return {
    hold,
    release,
    spans,
    pristine: freshBody,
    relayout,
    cold: () => atWork(newJudge()),
    longestTask: async () => (await atWork(eager)).longest,
  };
}
