/**
 * Keeps the blocks of a page equal to what a fresh scan would find. Work is queued as seeds (a node that was added or
 * changed, a gap where something left) and done in slices; each seed is grown to the runs it touches, no further.
 */
import { emptyTotals, type Judge, type Totals } from '../core/sense/types.ts';
import type { BlockRecord } from './block-record.ts';
import type { Dirt } from './dirt.ts';
import { Horizon } from './horizon.ts';
import { isOther, isOtherRun } from './language.ts';
import { dropLostRoots } from './lost-roots.ts';
import { Portion } from './portion.ts';
import type { Run } from './run.ts';
import { RunReader } from './run-reader.ts';
import { isClosed } from './run-start.ts';
import { Seeds } from './seeds.ts';
import { TextRoot } from './text-root.ts';
import { TextWalk, type WalkListener } from './text-walk.ts';
import { firstOf, isBefore, isInPage, nameOf, nextOf, rootOf, typeOf } from './tree.ts';

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

/** Text read between two looks at the clock, in UTF-16 code units: 0.03 ms, a millisecond before any compiler has come. */
const AT_ONCE = 1000;

export class Scan implements WalkListener {
  readonly roots = new Map<Node, TextRoot>();
  /** A text node's record; the first of its pieces when a long run was cut. Holds exactly the nodes of live records. */
  readonly byNode = new Map<Text, BlockRecord>();
  readonly totals: Totals = emptyTotals();
  /** Set when `totals` have changed; cleared by whoever reads them. */
  totalsChanged = false;
  private readonly judge: Judge;
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
    this.judge = judge;
    this.listener = listener;
    this.portion = new Portion(ahead);
    this.horizon = new Horizon(listener);
    this.seeds = new Seeds(this.roots, this.byNode, this.horizon);
    this.reader = new RunReader(
      judge,
      (record) => {
        this.count(record, 1);
        listener.added(record);
      },
      (root, node) => this.seeds.before(root, node).before,
    );
  }

  /** Forgets everything. */
  reset(): void {
    this.roots.clear();
    this.byNode.clear();
    this.seeds.reset();
    this.endWalk();
    this.reader.reset();
    this.horizon.stop();
    this.all = false;
    this.portion.reset();
    Object.assign(this.totals, emptyTotals());
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
    const root = new TextRoot(node, this.byNode);
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
    const walked = new Set<Node>();
    for (const nodes of [dirt.gone, dirt.changed]) for (const node of nodes) this.forget(node, walked);
    if (late && dirt.gone.length > 0) {
      this.forgetLost();
      // What was taken out of it may be back, where no walk comes by.
      for (const node of dirt.added) this.forget(node, walked);
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
      if (late()) return this.done;
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

  /** Texts leave that stand no more in the tree in which they were read. */
  private forgetLost(): void {
    for (const [text, { root }] of this.byNode) if (rootOf(text) !== root.node) this.forgetText(text);
  }

  /** The records of a node and all it holds leave. @param walked nodes with much in them for which that was done. */
  private forget(node: Node, walked: Set<Node>): void {
    if (this.byNode.size === 0) return;
    if (typeOf(node) === Node.TEXT_NODE) {
      this.forgetText(node as Text);
      return;
    }
    const first = firstOf(node);
    if (!first) return;
    // Most of what leaves by the thousand holds one text: a walk of its own would cost ten times as much.
    if (typeOf(first) === Node.TEXT_NODE && !nextOf(first)) this.forgetText(first as Text);
    else if (!walked.has(node)) {
      walked.add(node);
      const texts = document.createTreeWalker(node, NodeFilter.SHOW_TEXT);
      while (texts.nextNode()) this.forgetText(texts.currentNode as Text);
    }
  }

  private forgetText(text: Text): void {
    const record = this.byNode.get(text);
    record?.root.removeRun(record, (piece) => this.leave(piece));
  }

  private leave(record: BlockRecord): void {
    this.count(record, -1);
    this.listener.removed(record);
  }

  private count(record: BlockRecord, sign: 1 | -1): void {
    this.totalsChanged = true;
    this.judge.count(this.totals, record.reading, sign);
  }

  private dropRoot(root: TextRoot): void {
    this.horizon.drop(root);
    while (root.first) root.removeRun(root.first, (piece) => this.leave(piece));
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
    const whole = isNew && !this.portion.isPart;
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
    if (this.unasked < AT_ONCE) return this.portion.isEnough;
    this.unasked = 0;
    return true;
  }

  text(node: Text): void {
    this.forgetText(node);
  }

  ends(node: Text, passed: boolean): boolean {
    return this.horizon.hides(node) || (passed && this.stands(node));
  }

  private stands(node: Text): boolean {
    const record = this.byNode.get(node);
    // Nothing was read at all: in a page of another language there is no run to end at.
    if (!record && this.byNode.size === 0 && isOtherRun([node])) return true;
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
