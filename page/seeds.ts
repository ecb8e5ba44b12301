/**
 * What is to be walked: places of a page where something is new or has changed, each grown to the runs of text that it
 * touches and no further.
 */
import type { BlockRecord } from './block-record.ts';
import type { Dirt } from './dirt.ts';
import type { Horizon } from './horizon.ts';
import { isClosed, outOfClosed, runStart, textBefore } from './run-start.ts';
import type { TextRoot } from './text-root.ts';
import { firstOf, following, parentOf, rootOf, typeOf } from './tree.ts';

export type Boundary = 0 | 1 | 2;

/** Something has changed. */
type Change =
  /** A node that was added or changed. */
  | { kind: 'node'; node: Node }
  /** The place before `behind` in `parent`; null: at its end. */
  | { kind: 'gap'; parent: Node; behind: Node | null };

type Seed =
  | Change
  /** A stretch of a tree never seen before; null: to its end. */
  | { kind: 'stretch'; root: TextRoot; from: Node | null; to: Node | null };

/** A walk to be made. */
export interface Plan {
  root: TextRoot;
  /** The first node to enter; null: there is none. */
  first: Node | null;
  /** Where it ends, or behind it, where a run begins that still stands; null: at the end of the tree. */
  to: Node | null;
  /** The record before the first node, and how strongly they are parted. */
  before: BlockRecord | null;
  boundary: Boundary;
  /** It reads what was never read, and may stop where nobody looks. */
  isNew: boolean;
}

export class Seeds {
  /** Nodes walked from their beginning to their end since the last change: nobody has to go there again. */
  readonly visited = new Set<Node>();
  private readonly queue: Seed[] = [];
  private readonly roots: ReadonlyMap<Node, TextRoot>;
  private readonly byNode: ReadonlyMap<Text, BlockRecord>;
  private readonly horizon: Horizon;

  /** @param byNode see `Known.byNode`. */
  constructor(roots: ReadonlyMap<Node, TextRoot>, byNode: ReadonlyMap<Text, BlockRecord>, horizon: Horizon) {
    this.roots = roots;
    this.byNode = byNode;
    this.horizon = horizon;
  }

  get any(): boolean {
    return this.queue.length > 0;
  }

  reset(): void {
    this.visited.clear();
    this.queue.length = 0;
  }

  /** A tree is to be read. @param from an element to begin with; what is before it comes last. */
  addRoot(root: TextRoot, from: Element | null): void {
    const middle = from && !isClosed(from) ? runStart(root.node, parentOf(from)!, from) : null;
    if (middle) this.queue.push({ kind: 'stretch', root, from: middle, to: null });
    this.queue.push({ kind: 'stretch', root, from: null, to: middle });
  }

  /** Takes over what was added or has changed, and the gaps of what has left. */
  addChanges(dirt: Dirt): void {
    this.visited.clear();
    for (const [parent, places] of dirt.gaps()) {
      if (this.rootOf(parent)) for (const behind of places) this.queue.push({ kind: 'gap', parent, behind });
    }
    for (const nodes of [dirt.added, dirt.changed]) {
      for (const node of nodes) if (this.rootOf(node)) this.queue.push({ kind: 'node', node });
    }
  }

  /** What lies in a node changed under a walk. */
  addTorn(root: TextRoot, node: Node): void {
    if (node === root.node) this.queue.push({ kind: 'stretch', root, from: null, to: null });
    else this.queue.push({ kind: 'node', node });
  }

  /** The next walk; null when there is none. */
  next(): Plan | null {
    for (let seed = this.queue.shift(); seed; seed = this.queue.shift()) {
      if (seed.kind !== 'stretch') {
        const plan = this.grow(seed);
        if (plan) return plan;
        continue;
      }
      const { root, from, to } = seed;
      if (!this.roots.has(root.node) || (from && this.rootOf(from) !== root)) continue;
      return { root, first: from ?? firstOf(root.node), to, before: null, boundary: 2, isNew: true };
    }
    return null;
  }

  /** The next walk through what had been left unread; null when nobody looks there. @param any near or not. */
  nextUnread(any: boolean): Plan | null {
    const next = this.horizon.next(any);
    if (!next) return null;
    const { root, from, to } = next;
    const open = outOfClosed(from);
    const start = runStart(root.node, parentOf(open)!, open);
    const first = start && !this.horizon.hides(start) ? start : open;
    return { root, first, to, ...this.before(root, first), isNew: true };
  }

  /** The record before a node, and how strongly they are parted: as strongly as can be when text between is unread. */
  before(root: TextRoot, node: Node): { before: BlockRecord | null; boundary: Boundary } {
    for (let at = node; ; ) {
      const { found, boundary } = textBefore(
        root.node,
        at,
        (text) => this.byNode.get(text) ?? (this.horizon.hides(text) ? text : undefined),
      );
      if (!(found instanceof Text)) return { before: found, boundary: at === node ? boundary : 2 };
      at = this.horizon.startOf(found);
    }
  }

  /** The tree that a node stands in, when it is looked after. */
  rootOf(node: Node): TextRoot | undefined {
    return this.roots.get(rootOf(node));
  }

  /** The walk where something has changed; null when there is nothing to walk. */
  private grow(seed: Change): Plan | null {
    const at = seed.kind === 'node' ? seed.node : seed.parent;
    const behind = seed.kind === 'node' ? seed.node : seed.behind;
    if (behind && this.visited.has(behind)) return null;
    const root = this.rootOf(at);
    if (!root || this.horizon.hides(at)) return null;
    const parent = seed.kind === 'node' ? parentOf(at)! : at;
    // What was behind the gap has left since: that was recorded with a gap of its own.
    if (behind && parentOf(behind) !== parent) return null;
    if (typeOf(parent) === Node.ELEMENT_NODE && isClosed(parent as Element)) return null;
    let first = runStart(root.node, parent, behind);
    if (first && this.horizon.hides(first)) {
      // Text before it that was not read belongs to the same run: that is made whole when it is read.
      if (seed.kind === 'gap') return null;
      first = seed.node;
    }
    if (!first) return null;
    if (seed.kind === 'node') this.horizon.opened(at);
    const to = seed.kind === 'gap' && behind ? behind : following(at, root.node);
    return { root, first, to, ...this.before(root, first), isNew: false };
  }
}
