/**
 * What marks a page and keeps its marks true, from the page's changes to what is painted. It is large, and most pages
 * and frames never need it: page/engine.ts fetches it when the gate has opened, and says when it works.
 */
import type { PageState } from '../core/messages/types.ts';
import type { Judge } from '../core/sense/types.ts';
import { readFacts } from './facts.ts';
import { Guard } from './guard.ts';
import { type AllMarks, guardedMarks } from './guarded-marks.ts';
import type { Limits } from './limits.ts';
import { Marking } from './marking.ts';
import { Paint } from './paint.ts';
import { Standing } from './standing.ts';
import type { MarkOptions } from './types.ts';
import { Unheard } from './unheard.ts';

/** What the marker needs of the engine. */
export interface MarkerHost {
  readonly limits: Limits;
  readonly signal: AbortSignal;
  /** A tree of text was found: its changes are to be told. */
  observe(root: Document | ShadowRoot): void;
  /** What the browser still has to tell of the page's changes. */
  take(): MutationRecord[];
  /** Runs what needs to know the page as it is now. @param counted see `Pace.run`. */
  run<T>(work: () => T, counted?: boolean): T | undefined;
  /** Runs what does not. */
  runOnly(work: () => void): void;
  /** What the reader comes to see has been left unread: it is to be read now. */
  readOn(): void;
  /** Work is going on or waits for its time. */
  isBusy(): boolean;
}

export class Marker {
  /** What is marked, for those who read it: the card and the messages. */
  readonly marks: AllMarks;
  private readonly host: MarkerHost;
  private readonly marking: Marking;
  private readonly unheard: Unheard;
  private readonly standing: Standing;
  /** The page may say something else of itself than it did. */
  private factsStale = false;
  /** The marks are no longer those that were told. */
  private untold = false;

  constructor(judge: Judge, options: MarkOptions, host: MarkerHost) {
    const { limits, signal } = host;
    this.host = host;
    const paint = new Paint((any) => guard.watch(any));
    const guard = new Guard(limits.guard, () => host.runOnly(() => paint.guard()), signal);
    const facts = () => {
      this.factsStale = true;
    };
    this.unheard = new Unheard(host.take, {
      take: (dirt, late) => this.marking.take(dirt, late),
      hasRoots: () => this.marking.scan.roots.size > 1,
      isFactsStale: () => this.factsStale,
      facts,
    });
    this.marking = new Marking(
      judge,
      paint,
      options,
      {},
      { root: (node) => host.observe(node), facts, due: () => host.readOn(), run: (work) => void host.run(work) },
      limits,
    );
    this.standing = new Standing(this.marking, () => host.isBusy());
    this.marks = guardedMarks(this.marking.marks, (work) => host.run(work, false));
    const changed = () => {
      this.untold = true;
    };
    this.marking.marks.onChange(changed, signal);
  }

  /** From nothing: the document as it is now. */
  begin(): void {
    this.marking.setFacts(readFacts(document));
    this.marking.scan.addRoot(document, elementInView());
  }

  setOptions(options: MarkOptions): void {
    this.marking.setOptions(options);
  }

  /** Whether the page has told of changes that nobody has looked at yet. */
  isBehind(): boolean {
    return this.unheard.collect();
  }

  /** Takes over what the page has told: from here on what is known of the page is what is so. */
  hear(): void {
    this.unheard.hear();
  }

  /** The page has changed. True when that must not wait: what is painted would lie or blink. */
  pageChanged(records: MutationRecord[]): boolean {
    this.unheard.add(records);
    this.marking.pageChanged();
    if (!this.marking.isUrgent(records) && this.unheard.size <= this.host.limits.records) return false;
    this.unheard.hear(this.unheard.isLate);
    return true;
  }

  /** Works until all is done or `late()`; true when all is done. */
  work(late: () => boolean): boolean {
    this.unheard.hear();
    return this.marking.work(late);
  }

  /** Whether the page has anything to say is known: something is marked, or all is read. */
  get hasAnswer(): boolean {
    return this.marks.any() || this.isWhole;
  }

  /** All of the page is read, near or not. */
  get isWhole(): boolean {
    return this.marking.scan.isWhole;
  }

  /** Everything is to be read, near or not. */
  readAll(): void {
    this.marking.scan.readAll();
  }

  /** Counts the marks until `late()`; true when the counts are right. */
  count(late: () => boolean): boolean {
    return this.marking.marks.count(late);
  }

  /** Whether the marks have changed since this was last asked. Telling costs a count of all: not for nothing. */
  takeChange(): boolean {
    const changed = this.untold;
    this.untold = false;
    return changed;
  }

  /** What is painted follows the reader in a moment. */
  get paintWaits(): boolean {
    return this.marking.paintWaits;
  }

  /** It is being looked at what is near. */
  get isLooking(): boolean {
    return this.marking.scan.horizon.isLooking;
  }

  /** See `Swept`. */
  gaps(): Map<Element, Node | null> {
    this.unheard.hear();
    return this.marking.scan.horizon.gaps();
  }

  /** Open shadow roots were found, known ones among them. True when there is something to read. */
  foundRoots(roots: readonly ShadowRoot[]): boolean {
    this.unheard.hear();
    const { scan } = this.marking;
    const before = scan.roots.size;
    // One may lie in another: what is ours is asked when it is its turn.
    for (const root of roots) if (!scan.roots.has(root) && scan.isOurs(root)) scan.addRoot(root);
    return scan.roots.size > before;
  }

  /** The page has settled. True when it says something else of itself, so that there is something to do. */
  settled(): boolean {
    this.unheard.hear();
    const moved = this.marking.facts.url !== location.href;
    if (!this.factsStale && !moved) return false;
    this.factsStale = false;
    if (moved) this.marking.settle();
    this.marking.setFacts(readFacts(document));
    return true;
  }

  /** Looks soon at what is near, read or not. */
  look(): void {
    this.marking.scan.horizon.lookSoon();
  }

  /** The page is at rest. True when that may have changed what is said of it. */
  atRest(): boolean {
    return this.marking.settle();
  }

  /** How things stand, in the popup's terms. Counts, which may take its time or throw. */
  state(): PageState {
    return this.standing.found();
  }

  /** No marks; nothing is kept of the page. */
  reset(): void {
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
