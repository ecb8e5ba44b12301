/**
 * Keeps the marks of one document true, from its first scan to its end: which parts are at work when, and what becomes
 * of them when the page costs too much or something of ours throws. What marks is fetched only for a page on which
 * there is something to mark. docs/decisions/0201-page-engine.md, 0205-the-gate-first.md.
 */
import type { PageState } from '../core/messages/types.ts';
import type { PiecewiseGate } from '../core/sense/gate.ts';
import { Calm } from './calm.ts';
import { Completion } from './completion.ts';
import { Gate } from './gate.ts';
import type { AllMarks } from './guarded-marks.ts';
import { isOptedOut, isPage } from './is-page.ts';
import { LIMITS, type Limits } from './limits.ts';
import type { Marker, MarkerHost } from './marker.ts';
import { Pace } from './pace.ts';
import { isAtWork, type Phase, stateIn } from './phase.ts';
import { Recovery } from './recovery.ts';
import { Settling } from './settling.ts';
import type { MarkOptions } from './types.ts';
import { Watch } from './watch.ts';

export interface EngineOptions {
  /** What asks the text of the page whether there is anything to mark in it. */
  gate(): PiecewiseGate;
  /** Fetches what marks. Asked once the gate has opened, and again when it was refused. */
  marker(host: MarkerHost): Promise<Marker>;
  signal: AbortSignal;
  /** Other limits than those of `LIMITS`, for tests. */
  limits?: Partial<Limits>;
  /** False when the extension is gone; the signal is aborted then. Asked now and then. */
  alive?(): boolean;
  /** Called when what the popup would be told may have changed. */
  changed?(): void;
  /** Hears what was thrown, for tests: the reader hears nothing, the popup says that marking rests. */
  failed?(error: unknown): void;
}

export class Engine {
  /** For those who wait for something of ours to end. */
  readonly completion: Completion;
  private readonly limits: Limits;
  private readonly changed: () => void;
  private readonly tellFailure: (error: unknown) => void;
  private readonly fetch: () => Promise<Marker>;
  private readonly pace: Pace;
  private readonly gate: Gate;
  private readonly settling: Settling;
  private readonly calm: Calm;
  private readonly watch: Watch;
  private readonly recovery: Recovery;
  private readonly signal: AbortSignal;
  private phase: Phase = { is: 'gated' };
  private marker: Marker | null = null;
  private fetching: Promise<Marker> | null = null;
  private scanned = false;
  /** What is near has been read since there was something to mark. */
  private isNearRead = false;
  /** The page has settled since it was last looked at what is near. */
  private lookDue = false;
  /** What was told is so no more. */
  private untold = false;

  constructor(options: EngineOptions) {
    const { gate, signal, limits, alive = () => true, changed = () => {}, failed = () => {} } = options;
    this.signal = signal;
    this.limits = { ...LIMITS, ...limits };
    this.changed = changed;
    this.tellFailure = failed;
    this.pace = new Pace(this.limits, {
      alive,
      work: (late) => this.work(late),
      isFirst: () => !this.scanned,
      isAwaited: () => this.isAwaited,
      done: () => this.done(),
      tired: () => this.rest('too-costly', this.pace.rest()),
      failed: (error) => this.fail(error),
    });
    const trees = () => this.watch.trees;
    this.gate = new Gate(gate, this.limits, trees, () => void this.pace.pump());
    this.settling = new Settling(this.limits, this.pace, {
      trees,
      left: (tree) => this.watch.forget(tree),
      gaps: () => this.marking?.gaps() ?? new Map(),
      found: (roots) => this.foundRoots(roots),
      done: () => this.settled(),
    });
    this.calm = new Calm(this.limits.calmAfter, () => this.run(() => this.atRest()));
    this.recovery = new Recovery(this.limits, () => this.begin());
    this.watch = new Watch((records) => this.pageChanged(records));
    this.fetch = () => options.marker(this.host());
    this.completion = new Completion({
      limits: this.limits,
      phase: () => this.phase,
      marker: () => this.marking,
      isScanned: () => this.scanned,
      isWorking: () => this.pace.busy || this.phase.is === 'opening',
      isLooking: () => this.settling.busy || this.gate.waiting || this.calm.waiting,
      lookAgain: () => this.settling.later(),
      goOn: () => this.goOn(),
      run: (work) => this.run(work),
    });
    signal.addEventListener('abort', () => this.end(), { once: true });
  }

  /** What is marked, for those who read it; null as long as the gate was never open. */
  get marks(): AllMarks | null {
    return this.marker?.marks ?? null;
  }

  /** Working time of the first scan, in ms. */
  get scanMs(): number {
    return this.pace.firstMs;
  }

  /** Looks at the page and, if it has anything to say to us, begins. */
  start(): void {
    if (this.signal.aborted) return;
    if (!isPage(document)) this.phase = { is: 'refused', reason: 'not-html' };
    else if (isOptedOut(document)) this.phase = { is: 'refused', reason: 'author-opt-out' };
    if (this.phase.is === 'refused') {
      this.completion.tell();
      return;
    }
    // Scripts that load late upgrade elements, which may attach shadow roots without any change to the tree.
    const settle = () => this.settling.later();
    document.addEventListener('load', settle, { capture: true, passive: true, signal: this.signal });
    this.begin();
  }

  setMarking(options: MarkOptions): void {
    this.run(() => this.marker?.setOptions(options));
    this.changed();
  }

  /** What is so right now, in the popup's terms. */
  state(): PageState {
    const found = this.run(() => this.marking?.state());
    // Looking may have been what made marking rest.
    return stateIn(this.phase, document, found);
  }

  /** The reader waits for the first mark: the page has something to mark, and what is near has not been read yet. */
  private get isAwaited(): boolean {
    return this.marking !== null && !this.isNearRead && !this.marking.marks.any() && !document.hidden;
  }

  /** What marks, while it is at work. */
  private get marking(): Marker | null {
    return this.phase.is === 'marking' ? this.marker : null;
  }

  private host(): MarkerHost {
    return {
      limits: this.limits,
      signal: this.signal,
      observe: (root) => void this.watch.observe(root),
      take: () => this.takeChanges(),
      run: (work, counted) => this.run(work, counted),
      runOnly: (work) => this.pace.run(work),
      readOn: () => this.readOn(),
      isBusy: () => this.pace.busy,
    };
  }

  /** Everything is to be read. */
  private goOn(): void {
    if (!isAtWork(this.phase)) return;
    this.marker?.readAll();
    this.readOn();
  }

  /** What the reader comes to see or asks for is not held against us. */
  private readOn(): void {
    this.pace.begin();
    void this.pace.pump();
  }

  /** From nothing: at the start, and after each rest. */
  private begin(): void {
    this.phase = { is: 'gated' };
    this.watch.observe(document);
    this.pace.resume();
    this.settling.resume();
    this.gate.begin();
    void this.pace.pump();
    this.settling.later();
  }

  private pageChanged(records: MutationRecord[]): void {
    if (!isAtWork(this.phase)) return;
    this.pace.run(() => {
      if (this.phase.is === 'gated') this.gate.changed();
      if (this.marking) this.lookAtChanges(this.marking.pageChanged(records));
      else this.settling.later();
    });
  }

  /** @param soon what is painted must never lie, nor blink: such changes are looked at now, others behind the frame. */
  private lookAtChanges(soon: boolean): void {
    this.calm.changed();
    this.settling.later();
    if (soon) this.pace.soon();
    else this.pace.later();
  }

  /** What the browser has not told yet. Whoever takes it has it looked at as if it had been told. */
  private takeChanges(): MutationRecord[] {
    const records = this.watch.take();
    if (records.length > 0) this.lookAtChanges(false);
    return records;
  }

  /** Runs what needs to know the page as it is now. */
  private run<T>(work: () => T, counted = true): T | undefined {
    // What the page has caused is counted, whoever asks.
    if (this.marking?.isBehind()) this.pace.run(() => this.marking?.hear());
    const outcome = this.pace.run(work, counted);
    this.completion.tell();
    return outcome;
  }

  private work(late: () => boolean): boolean {
    if (this.phase.is === 'gated') {
      const answer = this.gate.step(late);
      if (answer === null) return false;
      if (answer) this.open();
    }
    if (this.phase.is === 'opening' && this.marker) {
      this.beginMarking(this.marker);
      // On a vast page asking and beginning are a task's work.
      if (late()) return false;
    }
    return this.marking?.work(late) ?? true;
  }

  /** There is something to mark. */
  private open(): void {
    this.gate.stop();
    const opening: Phase = { is: 'opening' };
    this.phase = opening;
    if (this.marker) return;
    // It may be on its way since an opening that was given up.
    this.fetching ??= this.fetch();
    this.fetching.then(
      (marker) => {
        if (this.signal.aborted) return;
        this.marker = marker;
        if (this.phase === opening) this.readOn();
      },
      (error) => {
        this.fetching = null;
        this.tellFailure(error);
        if (this.phase === opening) this.rest('failed', this.recovery.afterRefusal());
      },
    );
  }

  private beginMarking(marker: Marker): void {
    this.phase = { is: 'marking' };
    this.isNearRead = false;
    marker.begin();
  }

  private done(): void {
    if (this.phase.is === 'opening') return;
    if (this.marking) this.isNearRead = true;
    // Whether a page has anything to say is not known before it is found, or all is read.
    if (this.marking && !this.marking.hasAnswer) {
      this.goOn();
      return;
    }
    this.lookIfDue();
    // Telling costs a count of all marks: not for changes that left every mark as it was.
    const news = this.marking?.takeChange() || this.untold || !this.scanned;
    this.scanned = true;
    this.untold = false;
    if (news) this.changed();
    this.completion.tell();
  }

  private foundRoots(roots: ShadowRoot[]): void {
    if (this.marking) {
      if (this.marking.foundRoots(roots)) void this.pace.pump();
      return;
    }
    for (const root of roots) {
      if (this.watch.observe(root) && this.phase.is === 'gated') this.gate.changed();
    }
  }

  private settled(): void {
    if (this.marking?.settled()) void this.pace.pump();
    this.lookDue = true;
    if (!this.pace.busy) this.lookIfDue();
    this.completion.tell();
  }

  /** Looks at what is near: before all that was to be read is read, nobody knows what will be left. */
  private lookIfDue(): void {
    if (!this.marking || !this.lookDue) return;
    this.lookDue = false;
    this.marking.look();
  }

  private atRest(): void {
    if (this.marking?.atRest()) void this.pace.pump();
    this.completion.tell();
  }

  /** Something of ours threw: nothing half done may stay. */
  private fail(error: unknown): void {
    this.tellFailure(error);
    const ms = this.recovery.afterFault();
    if (isAtWork(this.phase)) this.rest('failed', ms);
  }

  /** Leaves the page alone for `ms`, or for good: it costs too much, or we fail on it. */
  private rest(reason: 'too-costly' | 'failed', ms: number): void {
    this.phase = { is: 'resting', reason };
    this.letGo();
    this.untold = true;
    this.recovery.beginIn(ms);
    this.changed();
    this.completion.tell();
  }

  private end(): void {
    this.recovery.stop();
    this.phase = { is: 'ended' };
    this.letGo();
    this.completion.tell();
  }

  /** No watching, no work, no marks. */
  private letGo(): void {
    for (const part of [this.pace, this.gate, this.settling, this.calm, this.watch]) part.stop();
    this.marker?.reset();
  }
}
