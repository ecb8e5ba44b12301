/**
 * Keeps the blocks of a page equal to what a fresh scan would find. Work is queued as seeds (a node that was added or
 * changed, a gap where something left) and done in slices; each seed is grown to the runs it touches, no further.
 */
import { emptyTotals, type Judge, type Totals } from '../core/sense/types.ts';
import { BlockRecord } from './block-record.ts';
import type { Dirt } from './dirt.ts';
import { Horizon } from './horizon.ts';
import { isOther, isOtherRun } from './language.ts';
import { pieces, type Run } from './run.ts';
import { isClosed, outOfClosed, runStart, textBefore } from './run-start.ts';
import { TextRoot } from './text-root.ts';
import { TextWalk, type WalkListener } from './text-walk.ts';
import { firstOf, following, isBefore, isInPage, nameOf, parentOf, rootOf, typeOf } from './tree.ts';

/** Something to walk. */
type Seed =
  /** A node that was added or changed. */
  | { kind: 'node'; node: Node }
  /** The place before `behind` in `parent`; null: at its end. */
  | { kind: 'gap'; parent: Node; behind: Node | null }
  /** A stretch of a tree never seen before; null: to its end. */
  | { kind: 'stretch'; root: TextRoot; from: Node | null; to: Node | null };

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

/** What a run counts besides its text: many short ones take their time as well. */
const PER_RUN = 20;
/** A stretch that comes due so soon after reading stopped is read on with twice as much, in ms. */
const SOON = 200;

export class Scan implements WalkListener {
  readonly roots = new Map<Node, TextRoot>();
  /** A text node's record; the first of its pieces when a long run was cut. Holds exactly the nodes of live records. */
  readonly byNode = new Map<Text, BlockRecord>();
  readonly totals: Totals = emptyTotals();
  /** Set when `totals` have changed; cleared by whoever reads them. */
  totalsChanged = false;
  private readonly judge: Judge;
  private readonly listener: ScanListener;
  private readonly seeds: Seed[] = [];
  private readonly visited = new Set<Node>();
  /** Pieces of long runs that were walked and are still to be read, in their order. */
  private readonly pending: { piece: Run; continues: boolean }[] = [];
  /** What was left unread. */
  readonly horizon: Horizon;
  private walk: TextWalk | null = null;
  private walked: TextRoot | null = null;
  /** The walk may stop where nobody looks; where it ends then. */
  private lazy: { to: Node | null } | null = null;
  /** Everything is to be read, near or not. */
  private all = false;
  /** Text still to be read before asking; the same at the last beginning, and when it was used up. */
  private left = 0;
  private ahead: number;
  private readonly atFirst: number;
  private stoppedAt = Number.NEGATIVE_INFINITY;
  /** The record behind which the walk puts the next one. */
  private place: BlockRecord | null = null;

  /** @param ahead see `Limits.ahead`. */
  constructor(judge: Judge, listener: ScanListener, ahead: number) {
    this.ahead = this.atFirst = ahead;
    this.judge = judge;
    this.listener = listener;
    this.horizon = new Horizon(listener);
  }

  /** Forgets everything. */
  reset(): void {
    this.roots.clear();
    this.byNode.clear();
    this.visited.clear();
    this.seeds.length = 0;
    this.pending.length = 0;
    this.endWalk();
    this.horizon.stop();
    this.all = false;
    this.lazy = null;
    this.ahead = this.atFirst;
    Object.assign(this.totals, emptyTotals());
  }

  get done(): boolean {
    if (this.walk || this.seeds.length > 0 || this.pending.length > 0) return false;
    return !this.horizon.isDue && !(this.all && !this.horizon.isWhole);
  }

  /** Nothing was left unread. */
  get isWhole(): boolean {
    return this.done && this.horizon.isWhole;
  }

  /** What was left unread is to be read too. */
  readAll(): void {
    this.all = !this.isWhole;
    this.lazy = null;
  }

  /**
   * Begins to look after a tree.
   * @param from an element to begin with; what is before it comes last.
   */
  addRoot(node: Document | ShadowRoot, from: Element | null = null): void {
    if (this.roots.has(node)) return;
    const root = new TextRoot(node, this.byNode);
    this.roots.set(node, root);
    const middle = from && !isClosed(from) ? runStart(node, parentOf(from)!, from) : null;
    if (middle) this.seeds.push({ kind: 'stretch', root, from: middle, to: null });
    this.seeds.push({ kind: 'stretch', root, from: null, to: middle });
    this.listener.root(root, true);
  }

  /** True when the text in a shadow root is ours to look after: its host is on the page where text is ours. */
  isOurs({ host }: ShadowRoot): boolean {
    if (!isInPage(host) || this.rootOf(host) === undefined || this.horizon.hides(host)) return false;
    return !isClosed(host) && !isOther(host);
  }

  /** Takes over what has changed. */
  take(dirt: Dirt): void {
    // A run must not be changed while only some of its pieces are there.
    this.readOn(() => false);
    this.visited.clear();
    for (const node of dirt.gone) this.forget(node);
    for (const node of dirt.changed) this.forget(node);
    this.dropLostRoots(dirt);
    for (const [parent, places] of dirt.gaps()) {
      if (this.rootOf(parent)) for (const behind of places) this.seeds.push({ kind: 'gap', parent, behind });
    }
    for (const nodes of [dirt.added, dirt.changed]) {
      for (const node of nodes) if (this.rootOf(node)) this.seeds.push({ kind: 'node', node });
    }
    dirt.clear();
    this.horizon.changed();
  }

  /** Works until all is done or `late()`; true when all is done. */
  step(late: () => boolean): boolean {
    const stop = () => late() || this.isEnough();
    for (;;) {
      if (!this.readOn(late)) return false;
      if (this.walk && this.isEnough()) this.leaveRest();
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

  /** So much was read that it has to be asked whether anybody looks at more. */
  private isEnough(): boolean {
    return this.lazy !== null && this.left <= 0;
  }

  /** The rest of the present walk is left for later. */
  private leaveRest(): void {
    const cursor = this.walk!.rest();
    const { to } = this.lazy!;
    if (to && cursor && (this.rootOf(to) !== this.walked || !isBefore(cursor, to))) {
      // Nobody knows any more where it would end.
      this.lazy = null;
      return;
    }
    if (cursor) this.horizon.leave(this.walked!, cursor, to);
    this.walk = null;
    this.stoppedAt = performance.now();
  }

  /** The records of a node and all it holds leave. */
  private forget(node: Node): void {
    if (typeOf(node) === Node.TEXT_NODE) this.forgetText(node as Text);
    else if (this.byNode.size > 0 && typeOf(node) === Node.ELEMENT_NODE && firstOf(node)) {
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

  private rootOf(node: Node): TextRoot | undefined {
    return this.roots.get(rootOf(node));
  }

  /**
   * Shadow roots whose host has left the page, or stands where no text is ours; with them those that stand in them. There
   * may be thousands: they are asked only when elements have left, and closely only when some stand or are otherwise now.
   */
  private dropLostRoots({ gone, changed }: Dirt): void {
    if (this.roots.size < 2) return;
    let left = false;
    let otherwise = false;
    for (const nodes of [gone, changed]) {
      for (const node of nodes) {
        if (typeOf(node) !== Node.ELEMENT_NODE) continue;
        if (isInPage(node)) otherwise = true;
        else left = true;
      }
    }
    if (!left && !otherwise) return;
    const stays = (root: ShadowRoot) => (otherwise ? this.isOurs(root) : isInPage(root.host));
    for (let found = true; found; ) {
      found = false;
      for (const root of this.roots.values()) {
        if (!(root.node instanceof ShadowRoot)) continue;
        if (stays(root.node)) continue;
        found = true;
        this.roots.delete(root.node);
        this.horizon.drop(root);
        while (root.first) root.removeRun(root.first, (piece) => this.leave(piece));
        if (this.walked === root) this.endWalk();
        this.listener.root(root, false);
      }
    }
  }

  /** Begins the next walk; false when nothing is left to do. */
  private begin(): boolean {
    for (let seed = this.seeds.shift(); seed; seed = this.seeds.shift()) {
      if (seed.kind === 'stretch') {
        const { root, from, to } = seed;
        if (!this.roots.has(root.node) || (from && this.rootOf(from) !== root)) continue;
        this.beginStretch(root, from ?? firstOf(root.node), to, null, 2);
        return true;
      }
      if (this.beginChange(seed)) return true;
    }
    const next = this.horizon.next(this.all);
    if (!next) return false;
    this.goOn(next);
    return true;
  }

  /** Begins to walk where something has changed; false when there is nothing to walk. */
  private beginChange(seed: Exclude<Seed, { kind: 'stretch' }>): boolean {
    const at = seed.kind === 'node' ? seed.node : seed.parent;
    const root = this.rootOf(at);
    if (!root || this.horizon.hides(at)) return false;
    const behind = seed.kind === 'node' ? seed.node : seed.behind;
    if (behind && this.visited.has(behind)) return false;
    const parent = seed.kind === 'node' ? parentOf(at)! : at;
    // What was behind the gap has left since: that was recorded with a gap of its own.
    if (behind && parentOf(behind) !== parent) return false;
    if (typeOf(parent) === Node.ELEMENT_NODE && isClosed(parent as Element)) return false;
    let first = runStart(root.node, parent, behind);
    if (first && this.horizon.hides(first)) {
      // Text before it that was not read belongs to the same run: that is made whole when it is read.
      if (seed.kind === 'gap') return false;
      first = seed.node;
    }
    if (!first) return false;
    if (seed.kind === 'node') this.horizon.opened(at);
    const limit = seed.kind === 'gap' && behind ? behind : following(at, root.node);
    const { found, boundary } = this.before(root, first);
    this.lazy = null;
    this.start(root, first, limit, boundary, found, this.visited);
    return true;
  }

  /** Begins to read what had been left unread. */
  private goOn({ root, from, to }: { root: TextRoot; from: Node; to: Node | null }): void {
    const open = outOfClosed(from);
    const start = runStart(root.node, parentOf(open)!, open);
    const first = start && !this.horizon.hides(start) ? start : open;
    const { found, boundary } = this.before(root, first);
    this.ahead = performance.now() - this.stoppedAt < SOON ? this.ahead * 2 : this.atFirst;
    this.beginStretch(root, first, to, found, boundary);
  }

  private beginStretch(
    root: TextRoot,
    first: Node | null,
    to: Node | null,
    before: BlockRecord | null,
    boundary: 0 | 1 | 2,
  ): void {
    this.lazy = this.all ? null : { to };
    this.left = this.ahead;
    this.start(root, first, to, boundary, before, null);
  }

  /** The record before a node, and how strongly they are parted: as strongly as can be when text between is unread. */
  private before(root: TextRoot, node: Node): { found: BlockRecord | null; boundary: 0 | 1 | 2 } {
    for (let at = node; ; ) {
      const { found, boundary } = textBefore(
        root.node,
        at,
        (text) => this.byNode.get(text) ?? (this.horizon.hides(text) ? text : undefined),
      );
      if (!(found instanceof Text)) return { found, boundary: at === node ? boundary : 2 };
      at = this.horizon.startOf(found);
    }
  }

  private start(
    root: TextRoot,
    first: Node | null,
    limit: Node | null,
    boundary: 0 | 1 | 2,
    before: BlockRecord | null,
    visited: Set<Node> | null,
  ): void {
    this.walked = root;
    this.place = lastPiece(before);
    const whole = visited === null && this.lazy === null;
    this.walk = new TextWalk(root.node, first, limit, boundary, this, visited, whole);
  }

  /** What is kept of a walk would hold on to a tree, or a block's nodes, that leave the page later. */
  private endWalk(): void {
    this.walk = null;
    this.walked = null;
    this.place = null;
  }

  run(run: Run): boolean {
    this.left -= run.text.length + PER_RUN;
    this.horizon.readInto(run.nodes.at(-1)!);
    const cut = pieces(run);
    if (cut.length === 1 && this.pending.length === 0) this.read(run, false);
    else for (const piece of cut) this.pending.push({ piece, continues: piece !== cut.at(-1) });
    return this.isEnough();
  }

  /** Reads pieces of long runs until `late()`; true when none is left. */
  private readOn(late: () => boolean): boolean {
    for (let next = this.pending.shift(); next; next = this.pending.shift()) {
      this.read(next.piece, next.continues);
      if (this.pending.length > 0 && late()) return false;
    }
    return true;
  }

  private read(piece: Run, continues: boolean): void {
    const root = this.walked!;
    if (this.place && !this.place.alive) {
      this.place = lastPiece(this.before(root, piece.nodes[0]!).found);
    }
    const reading = this.judge.read(piece.text);
    const record = new BlockRecord(root, reading, piece.boundary, piece.heading, piece.nodes, piece.starts);
    record.continues = continues;
    root.insertAfter(record, this.place);
    this.place = record;
    this.count(record, 1);
    this.listener.added(record);
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
    if (element === this.walked!.node) this.seeds.push({ kind: 'stretch', root: this.walked!, from: null, to: null });
    else this.seeds.push({ kind: 'node', node: element });
  }
}

function lastPiece(record: BlockRecord | null): BlockRecord | null {
  let last = record;
  while (last?.continues) last = last.next;
  return last;
}
