/**
 * What of the page was not read yet. Kept as live ranges, which the browser keeps right while the page changes: what is
 * put between their ends was not read either, what is put before or behind them is somebody else's.
 */
import type { TextRoot } from './text-root.ts';
import { childAt, firstOf, following, holds, rootOf, typeOf } from './tree.ts';

export interface Stretch {
  readonly root: TextRoot;
  /** Begins within `first`, as long as that stands: what is put right before it does not belong here. */
  readonly range: Range;
  first: Node;
}

/** A place in a range cannot lie in a document type. */
const DOCTYPE = 10;

export class Unread {
  /** In the order in which they are to be read. */
  readonly stretches: Stretch[] = [];

  /** @param to the first node behind it; null: it goes to the end of its tree. */
  put(root: TextRoot, from: Node, to: Node | null): Stretch {
    const range = new Range();
    range.selectNodeContents(root.node);
    if (to) range.setEndBefore(to);
    range.setStart(from, 0);
    const stretch = { root, range, first: from };
    this.stretches.push(stretch);
    return stretch;
  }

  /** Takes one out to be read: its first node, and the first behind it; null when nothing is left of it. */
  take(stretch: Stretch): { from: Node; to: Node | null } | null {
    this.stretches.splice(this.stretches.indexOf(stretch), 1);
    const { root, range } = stretch;
    if (range.collapsed || rootOf(range.startContainer) !== root.node) return null;
    const from = beginOf(stretch);
    return from && { from, to: endOf(stretch) };
  }

  clear(): void {
    this.stretches.length = 0;
  }

  /** Forgets what belongs to a tree that is looked after no more. */
  drop(root: TextRoot): void {
    for (const stretch of this.stretches.filter((one) => one.root === root)) this.take(stretch);
  }

  /** The stretch in which a node lies with all that it holds. */
  around(node: Node): Stretch | undefined {
    if (this.stretches.length === 0 || typeOf(node) === DOCTYPE) return undefined;
    return this.stretches.find((stretch) => {
      const { range, first } = stretch;
      if (!range.isPointInRange(node, 0) || holds(node, range.endContainer)) return false;
      return node === first || !holds(node, range.startContainer);
    });
  }

  /** A run that began before a stretch goes on into it, as far as `last`. */
  readInto(last: Node): void {
    const stretch = this.around(last);
    if (stretch) beginBehind(stretch, last);
  }

  /** A node is about to be read with all that it holds. */
  opened(node: Node): void {
    for (const stretch of this.stretches) {
      const { range } = stretch;
      const begins = holds(node, range.startContainer);
      const ends = holds(node, range.endContainer);
      if (begins && ends) range.collapse();
      else if (begins) beginBehind(stretch, node);
      else if (ends) range.setEndBefore(node);
    }
  }

  /**
   * Cuts the stretch around a node in two, of which the one that begins with the node is to be read first.
   * @returns the second part, or the stretch itself when the node begins it; undefined when the node lies in none.
   */
  split(node: Node): Stretch | undefined {
    const stretch = this.around(node);
    if (!stretch) return undefined;
    let second = stretch;
    if (beginOf(stretch) === node) this.stretches.splice(this.stretches.indexOf(stretch), 1);
    else {
      const range = stretch.range.cloneRange();
      range.setStart(node, 0);
      stretch.range.setEndBefore(node);
      second = { root: stretch.root, range, first: node };
    }
    this.stretches.unshift(second);
    return second;
  }
}

function beginBehind(stretch: Stretch, node: Node): void {
  const next = following(node, stretch.root.node);
  if (next) {
    stretch.range.setStart(next, 0);
    stretch.first = next;
  } else stretch.range.collapse();
}

/** The first node of a stretch. */
export const beginOf = ({ root, range, first }: Stretch): Node | null =>
  range.startContainer === first ? first : nodeAt(root.node, range.startContainer, range.startOffset);

/** The first node behind a stretch; null when it goes to the end of its tree. */
export const endOf = ({ root, range }: Stretch): Node | null => nodeAt(root.node, range.endContainer, range.endOffset);

/** The node that begins at a place, or the first that begins behind it. */
function nodeAt(root: Node, container: Node, offset: number): Node | null {
  const child = firstOf(container) && childAt(container, offset);
  return child ?? (container === root ? null : following(container, root));
}
