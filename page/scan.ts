/**
 * Keeps the blocks of a page equal to what a fresh scan would find. Work is queued as seeds (a node that was added or
 * changed, a gap where something left) and done in slices; each seed is grown to the runs it touches, no further.
 */
import type { Judge } from '../core/sense/types.ts';
import type { BlockRecord } from './block-record.ts';
import type { Dirt } from './dirt.ts';
import { Horizon } from './horizon.ts';
import { Known } from './known.ts';
import { isOther, isOtherRun } from './language.ts';
import { dropLostRoots } from './lost-roots.ts';
import { Portion } from './portion.ts';
import type { Run } from './run.ts';
import { RunReader } from './run-reader.ts';
import { isClosed } from './run-start.ts';
import { Seeds } from './seeds.ts';
import { TextRoot } from './text-root.ts';
import { TextWalk, type WalkListener } from './text-walk.ts';
import { isBefore, isInPage, nameOf } from './tree.ts';

export interface ScanListener {
  /** A record was put in; its neighbours' surroundings have changed. */
  added(record: BlockRecord): void;
  /** A record is about to be taken out. */
  removed(record: BlockRecord): void;
  /** A tree is looked after (`true`), or has left the page. */
  root(root: TextRoot, found: boolean): void;
  /** Something that is not text but speaks about the page may have changed. */
  facts(): void;
  /** What was left unread has come near. */
  due(): void;
  /** Runs what the browser calls us for. */
  run(work: () => void): void;
}

/** Text read between two looks at the clock, in UTF-16 code units: 0.03 ms … */
const AT_ONCE = 1000;
/** … and before any compiler has seen the code, when as many take several ms, no more than this share of what has been read. */
const AT_FIRST = 1 / 16;
/** Elements that are many for a question to all of them. */
const VAST = 50_000;

export class Scan implements WalkListener {
  readonly roots = new Map<Node, TextRoot>();
  readonly known: Known;
  private readonly listener: ScanListener;
  private readonly seeds: Seeds;
  /** What was left unread. */
  readonly horizon: Horizon;
  private walk: TextWalk | null = null;
  private walked: TextRoot | null = null;
  /** Everything is to be read, near or not. */
  private all = false;
  private readonly portion: Portion;
  private readonly reader: RunReader;
  private unasked = 0;

  /** @param ahead see `Limits.ahead`. */
  constructor(judge: Judge, listener: ScanListener, ahead: number) {
    this.listener = listener;
    this.known = new Known(judge, (record) => listener.removed(record));
    this.portion = new Portion(ahead);
    this.horizon = new Horizon(listener);
    this.seeds = new Seeds(this.roots, this.known.byNode, this.horizon);
    this.reader = new RunReader(
      judge,
      (record) => {
        this.known.add(record);
        listener.added(record);
      },
      (root, node) => this.seeds.before(root, node).before,
    );
  }

  /** Forgets everything. */
  reset(): void {
    this.roots.clear();
    this.known.reset();
    this.seeds.reset();
    this.endWalk();
    this.reader.reset();
    this.horizon.stop();
    this.all = false;
    this.portion.reset();
  }

  get done(): boolean {
    if (this.walk || this.seeds.any || this.reader.waits) return false;
    return !this.horizon.isDue && !(this.all && !this.horizon.isWhole);
  }

  /** Nothing was left unread. */
  get isWhole(): boolean {
    return this.done && this.horizon.isWhole;
  }

  /** What was left unread is to be read too. */
  readAll(): void {
    this.all = !this.isWhole;
    this.portion.takeAll();
  }

  /**
   * Begins to look after a tree.
   * @param from an element to begin with; what is before it comes last.
   */
  addRoot(node: Document | ShadowRoot, from: Element | null = null): void {
    if (this.roots.has(node)) return;
    const root = new TextRoot(node, this.known.byNode);
    this.roots.set(node, root);
    this.seeds.addRoot(root, from);
    this.listener.root(root, true);
  }

  /** True when the text in a shadow root is ours to look after: its host is on the page where text is ours. */
  isOurs({ host }: ShadowRoot): boolean {
    if (!isInPage(host) || this.seeds.rootOf(host) === undefined || this.horizon.hides(host)) return false;
    return !isClosed(host) && !isOther(host);
  }

  /**
   * Takes over what has changed.
   * @param late it was told a while ago: what has left may have changed since, and nobody tells of that.
   */
  take(dirt: Dirt, late: boolean): void {
    // A run must not be changed while only some of its pieces are there.
    this.reader.readOn(() => false);
    this.walk?.pageChanged();
    const walked = new Set<Node>();
    for (const nodes of [dirt.gone, dirt.changed]) for (const node of nodes) this.known.forget(node, walked);
    if (late && dirt.gone.length > 0) {
      this.known.forgetLost();
      // What was taken out of it may be back, where no walk comes by.
      for (const node of dirt.added) this.known.forget(node, walked);
    }
    const isOurs = (root: ShadowRoot) => this.isOurs(root);
    dropLostRoots(this.roots, dirt, isOurs, (root) => this.dropRoot(root));
    this.seeds.addChanges(dirt);
    dirt.clear();
    this.horizon.changed();
  }

  /** Works until all is done or `late()`; true when all is done. */
  step(late: () => boolean): boolean {
    const stop = () => late() || this.portion.isEnough;
    for (;;) {
      if (!this.reader.readOn(late)) return false;
      if (this.walk && this.portion.isEnough) this.leaveRest();
      if (!this.walk) {
        this.endWalk();
        if (!this.begin()) {
          this.all = false;
          return true;
        }
      }
      if (this.walk?.step(stop)) this.walk = null;
      // When all is done it is also cleaned up.
      if (late() && !this.done) return false;
    }
  }

  /** The rest of the present walk is left for later. */
  private leaveRest(): void {
    const cursor = this.walk!.rest();
    const { end: to } = this.portion;
    if (to && cursor && (this.seeds.rootOf(to) !== this.walked || !isBefore(cursor, to))) {
      // Nobody knows any more where it would end.
      this.portion.takeAll();
      return;
    }
    if (cursor) this.horizon.leave(this.walked!, cursor, to);
    this.walk = null;
    this.portion.stop();
  }

  private dropRoot(root: TextRoot): void {
    this.horizon.drop(root);
    this.known.forgetRoot(root);
    if (this.walked === root) this.endWalk();
    this.listener.root(root, false);
  }

  /** Begins the next walk; false when nothing is left to do. */
  private begin(): boolean {
    let plan = this.seeds.next();
    if (!plan) {
      plan = this.seeds.nextUnread(this.all);
      if (!plan) return false;
      this.portion.goOn();
    }
    const { root, first, to, before, boundary, isNew } = plan;
    if (isNew && !this.all) this.portion.begin(to);
    else this.portion.takeAll();
    const { visited } = this.seeds;
    this.walked = root;
    this.reader.begin(root, before);
    const whole = isNew && !this.portion.isPart && !isVast(root.node);
    this.walk = new TextWalk(root.node, first, to, boundary, this, isNew ? null : visited, whole);
    return true;
  }

  /** What is kept of a walk would hold on to a tree, or a block's nodes, that leave the page later. */
  private endWalk(): void {
    this.walk = null;
    this.walked = null;
    this.reader.end();
  }

  run(run: Run): boolean {
    this.portion.read(run.text.length);
    this.horizon.readInto(run.nodes.at(-1)!);
    this.reader.take(run);
    this.unasked += run.text.length;
    if (this.unasked < Math.min(AT_ONCE, this.known.totals.length * AT_FIRST)) return this.portion.isEnough;
    this.unasked = 0;
    return true;
  }

  text(node: Text): void {
    this.known.forgetText(node);
  }

  ends(node: Text, passed: boolean): boolean {
    return this.horizon.hides(node) || (passed && this.stands(node));
  }

  private stands(node: Text): boolean {
    const record = this.known.byNode.get(node);
    // Nothing was read at all: in a page of another language there is no run to end at.
    if (!record && this.known.byNode.size === 0 && isOtherRun([node])) return true;
    if (!record || record.nodes[0] !== node || record.starts[0] !== 0 || record.prev?.continues) return false;
    if (record.boundary !== this.walk!.boundary) {
      record.boundary = this.walk!.boundary;
      this.listener.added(record);
    }
    return true;
  }

  host(root: ShadowRoot): void {
    if (!isOther(root.host)) this.addRoot(root);
  }

  absent(element: Element): void {
    if (/^(?:script|meta)$/.test(nameOf(element))) this.listener.facts();
  }

  torn(element: Node): void {
    this.seeds.addTorn(this.walked!, element);
  }
}

/** Whether a question to the whole tree would be a task of its own: 230,000 elements take 30 ms. */
const isVast = (root: Document | ShadowRoot): boolean =>
  root instanceof Document && root.getElementsByTagName('*').item(VAST) !== null;
