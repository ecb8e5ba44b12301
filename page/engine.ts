/**
 * Keeps the marks of one document true, from its first scan to its end: which parts are at work when, and what becomes
 * of them when the page costs too much or something of ours throws. docs/decisions/0201-page-engine.md.
 */
import type { PageState } from '../core/messages/types.ts';
import type { Judge } from '../core/sense/types.ts';
import { Calm } from './calm.ts';
import { Completion } from './completion.ts';
import { isOptedOut, isPage, readFacts } from './facts.ts';
import { Gate } from './gate.ts';
import { Guard } from './guard.ts';
import { type AllMarks, guardedMarks } from './guarded-marks.ts';
import { LIMITS, type Limits } from './limits.ts';
import { Marking } from './marking.ts';
import { Pace } from './pace.ts';
import { Paint } from './paint.ts';
import { Settling } from './settling.ts';
import { idleState, type Phase, Standing } from './standing.ts';
import { isInPage } from './tree.ts';
import type { MarkOptions } from './types.ts';
import { Unheard } from './unheard.ts';
import { Watch } from './watch.ts';

export interface EngineOptions {
  judge: Judge;
  marking: MarkOptions;
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
  private readonly limits: Limits;
  private readonly changed: () => void;
  private readonly tellFailure: (error: unknown) => void;
  /** What is marked, for those who read it: the card and the messages. */
  readonly marks: AllMarks;
  private readonly pace: Pace;
  private readonly gate: Gate;
  private readonly settling: Settling;
  private readonly calm: Calm;
  private readonly guard: Guard;
  private readonly marking: Marking;
  private readonly standing: Standing;
  private readonly watch: Watch;
  private readonly watched = new Set<Document | ShadowRoot>();
  private readonly unheard: Unheard;
  private readonly completion: Completion;
  private readonly signal: AbortSignal;
  private phase: Phase = { is: 'gated' };
  private factsStale = false;
  private faults = 0;
  private again: ReturnType<typeof setTimeout> | undefined;
  private scanned = false;
  /** The page has settled since it was last looked at what is near. */
  private lookDue = false;
  /** The marks are no longer those that were told. */
  private untold = false;

  constructor(options: EngineOptions) {
    const { judge, marking, signal, limits, alive = () => true, changed = () => {}, failed = () => {} } = options;
    this.signal = signal;
    this.limits = { ...LIMITS, ...limits };
    this.changed = changed;
    this.tellFailure = failed;
    this.pace = new Pace(this.limits, {
      alive,
      work: (late) => this.work(late),
      done: () => this.done(),
      tired: () => this.rest('too-costly'),
      failed: (error) => this.fail(error),
    });
    this.gate = new Gate(
      judge,
      this.limits,
      () => this.watched,
      () => void this.pace.pump(),
    );
    this.settling = new Settling(this.limits, this.pace, {
      trees: () => this.trees(),
      gaps: () => {
        this.unheard.hear();
        return this.marking.scan.horizon.gaps();
      },
      found: (roots) => this.foundRoots(roots),
      done: () => this.settled(),
    });
    this.calm = new Calm(this.limits.calmAfter, () => this.run(() => this.atRest()));
    const paint = new Paint((any) => this.guard.watch(any));
    this.guard = new Guard(this.limits.guard, () => this.pace.run(() => paint.guard()), signal);
    this.watch = new Watch((records) => this.pageChanged(records));
    const factsChanged = () => {
      this.factsStale = true;
    };
    this.unheard = new Unheard(this.watch, {
      take: (dirt, late) => this.marking.take(dirt, late),
      hasRoots: () => this.marking.scan.roots.size > 1,
      isFactsStale: () => this.factsStale,
      facts: factsChanged,
    });
    this.marking = new Marking(
      judge,
      paint,
      marking,
      {},
      {
        root: (node) => this.observe(node),
        facts: factsChanged,
        due: () => this.readOn(),
        run: (work) => this.run(work),
      },
      this.limits,
    );
    this.standing = new Standing(this.marking, () => this.pace.busy);
    this.completion = new Completion({
      limits: this.limits,
      marking: this.marking,
      isAtWork: () => this.isAtWork,
      isMarking: () => this.phase.is === 'marking',
      isScanned: () => this.scanned,
      isWorking: () => this.pace.busy,
      isLooking: () =>
        this.settling.busy || this.gate.waiting || this.calm.waiting || this.marking.scan.horizon.isLooking,
      lookAgain: () => this.settling.later(),
      goOn: () => this.goOn(),
      run: (work) => this.run(work),
    });
    this.marks = guardedMarks(this.marking.marks, (work) => this.run(work, false));
    const marksChanged = () => {
      this.untold = true;
    };
    this.marking.marks.onChange(marksChanged, signal);
    signal.addEventListener('abort', () => this.end(), { once: true });
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
    this.run(() => this.marking.setOptions(options));
    this.changed();
  }

  /** Resolves when the first scan is over. */
  get ready(): Promise<void> {
    return this.completion.ready();
  }

  /** Reads what was left unread, far from what the reader sees; resolves when all is read, or after `ms`. */
  readAll(ms = this.limits.counting): Promise<void> {
    return this.completion.readAll(ms);
  }

  /** Resolves when `state` tells the right counts, or soon after on a page that is long or does not come to rest. */
  counted(): Promise<void> {
    return this.completion.counted();
  }

  /**
   * Resolves when nothing is left to do until the page changes or the reader scrolls.
   * @param again looks once more at what no event tells of, as after a change.
   */
  rested(again = true): Promise<void> {
    return this.completion.rested(again);
  }

  /** The same when everything has been read, near or not. */
  idle(): Promise<void> {
    return this.completion.idle();
  }

  /** Everything is to be read. */
  private goOn(): void {
    if (!this.isAtWork) return;
    this.marking.scan.readAll();
    this.readOn();
  }

  /** What the reader comes to see or asks for is not held against us. */
  private readOn(): void {
    this.pace.begin();
    void this.pace.pump();
  }

  /** What is so right now, in the popup's terms. */
  state(): PageState {
    const found = this.isAtWork ? this.run(() => this.standing.found(this.phase)) : undefined;
    // Looking may have been what made marking rest.
    return idleState(this.phase) ?? found ?? { state: 'nothing', reason: 'not-musical' };
  }

  private get isAtWork(): boolean {
    return this.phase.is === 'gated' || this.phase.is === 'marking';
  }

  /** From nothing: at the start, and after each rest. */
  private begin(): void {
    this.phase = { is: 'gated' };
    this.observe(document);
    this.pace.resume();
    this.settling.resume();
    this.gate.begin();
    void this.pace.pump();
    this.settling.later();
  }

  private observe(root: Document | ShadowRoot): void {
    if (this.watched.has(root)) return;
    this.watched.add(root);
    this.watch.observe(root);
  }

  private pageChanged(records: MutationRecord[]): void {
    if (!this.isAtWork) return;
    this.pace.run(() => {
      if (this.phase.is === 'gated') this.gate.changed();
      else {
        this.unheard.add(records);
        this.calm.changed();
        this.marking.pageChanged();
        // What is painted must never lie, nor blink: such changes are looked at now, others behind the frame.
        if (this.marking.isUrgent(records) || this.unheard.size > this.limits.records) {
          this.unheard.hear(this.unheard.isLate);
          this.pace.soon();
        } else this.pace.later();
      }
      this.settling.later();
    });
  }

  /** Runs what needs to know the page as it is now. */
  private run<T>(work: () => T, counted = true): T | undefined {
    // What the page has caused is counted, whoever asks.
    if (this.unheard.size > 0) this.pace.run(() => this.unheard.hear());
    const outcome = this.pace.run(work, counted);
    this.completion.tell();
    return outcome;
  }

  private work(late: () => boolean): boolean {
    this.unheard.hear();
    if (this.phase.is === 'gated') {
      const answer = this.gate.step(late);
      if (answer === null) return false;
      if (answer === false) return true;
      this.gate.stop();
      this.phase = { is: 'marking' };
      this.marking.setFacts(readFacts(document));
      this.marking.scan.addRoot(document, elementInView());
    }
    return this.phase.is === 'marking' ? this.marking.work(late) : true;
  }

  private done(): void {
    // Whether a page has anything to say is not known before it is found, or all is read.
    if (this.phase.is === 'marking' && !this.marks.any() && !this.marking.scan.isWhole) {
      this.goOn();
      return;
    }
    this.lookIfDue();
    const first = !this.scanned;
    this.scanned = true;
    // Telling costs a count of all marks: not for changes that left every mark as it was.
    if (first || this.untold) {
      this.untold = false;
      this.changed();
    }
    this.completion.tell();
  }

  private trees(): Iterable<Document | ShadowRoot> {
    for (const root of this.watched) {
      if (root instanceof ShadowRoot && !isInPage(root.host)) this.watched.delete(root);
    }
    return this.watched;
  }

  private foundRoots(roots: ShadowRoot[]): void {
    this.unheard.hear();
    for (const root of roots) {
      if (this.phase.is === 'gated') {
        if (this.watched.has(root)) continue;
        this.observe(root);
        this.gate.changed();
      } else if (!this.marking.scan.roots.has(root) && this.marking.scan.isOurs(root)) {
        this.marking.scan.addRoot(root);
        void this.pace.pump();
      }
    }
  }

  private settled(): void {
    this.unheard.hear();
    const moved = this.marking.facts.url !== location.href;
    if (this.phase.is === 'marking' && (this.factsStale || moved)) {
      this.factsStale = false;
      if (moved) this.marking.settle();
      this.marking.setFacts(readFacts(document));
      void this.pace.pump();
    }
    this.lookDue = true;
    if (!this.pace.busy) this.lookIfDue();
    this.completion.tell();
  }

  /** Looks at what is near: before all that was to be read is read, nobody knows what will be left. */
  private lookIfDue(): void {
    if (this.lookDue && this.phase.is === 'marking') this.marking.scan.horizon.lookSoon();
    this.lookDue = false;
  }

  private atRest(): void {
    if (this.marking.settle()) void this.pace.pump();
    this.completion.tell();
  }

  /** Something of ours threw: nothing half done may stay. */
  private fail(error: unknown): void {
    this.faults++;
    this.tellFailure(error);
    if (this.isAtWork) this.rest('failed');
  }

  /** Leaves the page alone for a while: it costs too much, or we fail on it; for good when we do so again and again. */
  private rest(reason: 'too-costly' | 'failed'): void {
    this.phase = { is: 'resting', reason };
    this.letGo();
    const forGood = reason === 'failed' && this.faults >= this.limits.faults;
    const ms = reason === 'failed' ? this.limits.recover : this.pace.rest();
    if (!forGood) this.again = setTimeout(() => this.begin(), ms);
    this.changed();
    this.completion.tell();
  }

  private end(): void {
    clearTimeout(this.again);
    this.phase = { is: 'ended' };
    this.letGo();
    this.completion.tell();
  }

  /** No watching, no work, no marks. */
  private letGo(): void {
    this.pace.stop();
    this.gate.stop();
    this.settling.stop();
    this.calm.stop();
    this.watch.stop();
    this.watched.clear();
    this.unheard.clear();
    this.standing.forget();
    this.marking.reset();
  }
}

/** An element that the reader sees, when the page does not show its beginning. */
function elementInView(): Element | null {
  if (scrollY < innerHeight) return null;
  return document.elementFromPoint(innerWidth / 2, 1);
}
