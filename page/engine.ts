/**
 * Says when the marks of one document are worked on: at the start, after changes, when the page has settled; never
 * longer than a slice, never more than a small share of the page's time. docs/decisions/0201-page-engine.md.
 */
import type { PageState } from '../core/messages/types.ts';
import type { Judge } from '../core/sense/types.ts';
import { Dirt } from './dirt.ts';
import { isOptedOut, isPage, readFacts } from './facts.ts';
import { declaresOther } from './language.ts';
import { Marking } from './marking.ts';
import { Meter } from './meter.ts';
import { Paint } from './paint.ts';
import { SLICE, turn } from './slices.ts';
import { Sweep } from './sweep.ts';
import type { MarkOptions, Marks } from './types.ts';
import { touchesFacts, Watch } from './watch.ts';

/** Work done at once when the page has changed, in ms; more of it waits for its turn. */
const AT_ONCE = 2;
/** After work that took t ms we wait for this many times t: at most a fiftieth of the time is ours. */
const PATIENCE = 50;
/** How often what the page may have done to our highlight is looked at, in ms. */
const GUARD = 800;
/** A node that is given to us in a change may be gated by its text up to this length, in UTF-16 code units. */
const GATED = 20_000;

export interface EngineOptions {
  judge: Judge;
  marking: MarkOptions;
  signal: AbortSignal;
  /** How long after a change the page counts as settled, in ms; default 500. */
  settleAfter?: number;
  /** False when the extension is gone; the signal is aborted then. Asked now and then. */
  alive?(): boolean;
  /** Called when what the popup would be told may have changed. */
  changed?(): void;
}

export class Engine {
  /** Working time of the first scan, in ms. */
  scanMs = 0;
  private readonly judge: Judge;
  private readonly signal: AbortSignal;
  private readonly changed: () => void;
  private readonly alive: () => boolean;
  private readonly settleAfter: number;
  private readonly paint = new Paint();
  private readonly meter = new Meter();
  private readonly dirt = new Dirt();
  private readonly watch: Watch;
  private readonly watched = new Set<Document | ShadowRoot>();
  private readonly marking: Marking;
  private refused: 'not-html' | 'author-opt-out' | null = null;
  /** Nothing was found that could be marked: no walk yet. */
  private gated = true;
  private resting = false;
  private first = true;
  private pumping = false;
  private factsStale = false;
  private quietUntil = 0;
  private wakeUp = 0;
  /** The timer of the next look at the settled page. */
  private settling = 0;
  private looking = false;
  /** Something has changed since the last look began. */
  private unsettled = false;
  /** What the last look took, in ms. */
  private settleCost = 0;
  private whenScanned: (() => void)[] = [];

  constructor({ judge, marking, signal, settleAfter = 500, alive = () => true, changed = () => {} }: EngineOptions) {
    this.settleAfter = settleAfter;
    this.alive = alive;
    this.judge = judge;
    this.signal = signal;
    this.changed = changed;
    this.watch = new Watch((records) => this.pageChanged(records));
    this.marking = new Marking(
      judge,
      this.paint,
      marking,
      {},
      {
        root: (node) => this.observe(node),
        facts: () => {
          this.factsStale = true;
        },
      },
    );
    signal.addEventListener('abort', () => this.stop(), { once: true });
  }

  get marks(): Marks & Pick<Marking['marks'], 'every'> {
    return this.marking.marks;
  }

  /** Looks at the page and, if it has anything to say to us, begins. */
  start(): void {
    if (!isPage(document)) this.refused = 'not-html';
    else if (isOptedOut(document)) this.refused = 'author-opt-out';
    if (this.refused) {
      this.scanned();
      return;
    }
    this.observe(document);
    const guard = setInterval(() => this.paint.active && this.alive() && this.paint.guard(), GUARD);
    this.signal.addEventListener('abort', () => clearInterval(guard));
    const text = document.documentElement.textContent;
    if (this.judge.gate(text)) this.begin();
    else this.scanned();
    this.settleLater();
    // Scripts that load late upgrade elements, which may attach shadow roots without any change to the tree.
    document.addEventListener('load', () => this.settleLater(), { capture: true, passive: true, signal: this.signal });
  }

  setMarking(options: MarkOptions): void {
    this.marking.setOptions(options);
    this.changed();
  }

  /** Resolves when the first scan is over. */
  get ready(): Promise<void> {
    return this.first ? new Promise((resolve) => this.whenScanned.push(resolve)) : Promise.resolve();
  }

  /** Looks at everything once more; resolves when nothing is left to do until the page changes again. */
  async idle(): Promise<void> {
    this.settleLater();
    const busy = () => this.first || this.pumping || this.wakeUp !== 0 || this.unsettled || this.looking;
    while (busy() && !this.resting && !this.signal.aborted) await new Promise((resolve) => setTimeout(resolve, 10));
  }

  /** What is so right now, in the popup's terms. */
  state(): PageState {
    if (this.refused === 'author-opt-out') return { state: 'off', reason: 'author-opt-out' };
    if (this.refused === 'not-html') return { state: 'nothing', reason: 'not-html' };
    if (this.resting) return { state: 'resting', reason: 'too-costly' };
    if (!this.marking.readable) return { state: 'nothing', reason: 'not-english' };
    const terms = this.gated ? [] : this.marks.counts();
    if (terms.length > 0) return { state: 'marking', terms };
    return { state: 'nothing', reason: declaresOther(document) ? 'not-english' : 'not-musical' };
  }

  private stop(): void {
    this.watch.stop();
    this.marking.reset();
    clearTimeout(this.wakeUp);
    clearTimeout(this.settling);
    this.scanned();
  }

  private observe(root: Document | ShadowRoot): void {
    if (this.watched.has(root)) return;
    this.watched.add(root);
    this.watch.observe(root);
  }

  private begin(): void {
    if (!this.gated || this.signal.aborted) return;
    this.gated = false;
    this.marking.setFacts(readFacts(document));
    this.marking.scan.addRoot(document, elementInView());
    void this.pump();
  }

  private pageChanged(records: MutationRecord[]): void {
    if (this.resting || this.signal.aborted || !this.alive()) return;
    const start = performance.now();
    if (!this.factsStale) this.factsStale = records.some(touchesFacts);
    if (this.gated) {
      if (this.mayHoldSomething(records)) this.begin();
    } else {
      this.dirt.add(records);
      // What is painted must never lie: records of changed text leave at once, whenever they are made again.
      this.marking.take(this.dirt);
      if (!this.pumping) this.soon(start);
    }
    this.meter.add(start, performance.now());
    this.settleLater();
  }

  /** A little work at once, so that marks do not flicker; the rest, or all when we have worked just now, later. */
  private soon(now: number): void {
    if (now >= this.quietUntil && this.slice(AT_ONCE)) return;
    if (this.wakeUp) return;
    const wait = Math.max(0, this.quietUntil - performance.now());
    this.wakeUp = setTimeout(() => {
      this.wakeUp = 0;
      void this.pump();
    }, wait) as unknown as number;
  }

  /** Works for at most `ms`; true when all is done. */
  private slice(ms: number): boolean {
    const start = performance.now();
    const end = start + ms;
    const done = this.marking.work(() => performance.now() >= end);
    const now = performance.now();
    this.quietUntil = now + (now - start) * PATIENCE;
    if (this.first) this.scanMs += now - start;
    else this.meter.add(start, now);
    if (done) {
      this.scanned();
      this.changed();
      if (this.meter.isOver(now)) this.rest();
    }
    return done;
  }

  private async pump(): Promise<void> {
    if (this.pumping) return;
    this.pumping = true;
    // A slice that throws must not end all work on the page: the next change begins again.
    try {
      while (!this.signal.aborted && !this.resting && !this.slice(SLICE)) await turn();
    } finally {
      this.pumping = false;
    }
  }

  private scanned(): void {
    if (!this.first) return;
    this.first = false;
    for (const resolve of this.whenScanned.splice(0)) resolve();
  }

  private mayHoldSomething(records: MutationRecord[]): boolean {
    const asked = new Set<Node>();
    for (const { target, addedNodes } of records) {
      const nodes: Iterable<Node> = addedNodes.length ? addedNodes : [target];
      for (const node of nodes) asked.add(node.nodeType === Node.ELEMENT_NODE ? node : (node.parentNode ?? node));
    }
    for (const node of asked) {
      // A word may be put together from text that was there; from far away it does not come.
      const around = node.parentNode?.textContent ?? '';
      const text = around.length <= GATED ? around : (node.textContent ?? '');
      if (this.judge.gate(text)) return true;
    }
    return false;
  }

  /** Has a look soon; once more, when one is going on. */
  private settleLater(): void {
    this.unsettled = true;
    if (this.settling || this.looking || this.signal.aborted) return;
    const wait = Math.max(this.settleAfter, this.settleCost * 4 * PATIENCE);
    this.settling = setTimeout(() => {
      this.settling = 0;
      void this.settle();
    }, wait) as unknown as number;
  }

  /** The page has come to rest for a moment: look at what no event tells of. */
  private async settle(): Promise<void> {
    this.looking = true;
    this.unsettled = false;
    this.settleCost = 0;
    const found: ShadowRoot[] = [];
    for (const root of [...this.watched]) {
      if (root instanceof ShadowRoot && !root.host.isConnected) {
        this.watched.delete(root);
        continue;
      }
      const sweep = new Sweep(root);
      const push = (shadow: ShadowRoot) => found.push(shadow);
      while (!this.timed(() => sweep.step(push, lateAfter(SLICE / 2)))) await turn();
      if (this.signal.aborted) return;
    }
    for (const root of found) this.foundRoot(root);
    if (!this.gated && (this.factsStale || this.marking.facts.url !== location.href)) {
      this.factsStale = false;
      this.timed(() => this.marking.setFacts(readFacts(document)));
      await this.pump();
    }
    this.looking = false;
    if (this.unsettled) this.settleLater();
  }

  private foundRoot(root: ShadowRoot): void {
    if (this.gated) {
      this.observe(root);
      if (this.judge.gate(root.textContent ?? '')) this.begin();
    } else if (!this.marking.scan.roots.has(root) && this.marking.scan.isOurs(root)) {
      this.marking.scan.addRoot(root);
      void this.pump();
    }
  }

  private timed<T>(work: () => T): T {
    const start = performance.now();
    try {
      return work();
    } finally {
      const end = performance.now();
      this.meter.add(start, end);
      this.settleCost += end - start;
    }
  }

  /** This page costs too much: leave it alone for a while. */
  private rest(): void {
    this.resting = true;
    this.watch.stop();
    this.watched.clear();
    this.marking.reset();
    this.changed();
    const again = setTimeout(() => this.wake(), this.meter.rest());
    this.signal.addEventListener('abort', () => clearTimeout(again));
  }

  private wake(): void {
    this.resting = false;
    this.observe(document);
    this.gated = true;
    this.begin();
  }
}

const lateAfter = (ms: number) => {
  const end = performance.now() + ms;
  return () => performance.now() >= end;
};

/** An element that the reader sees, when the page does not show its beginning. */
function elementInView(): Element | null {
  if (scrollY < innerHeight) return null;
  return document.elementFromPoint(innerWidth / 2, 1);
}
