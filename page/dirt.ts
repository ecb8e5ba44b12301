import { firstOf, nextOf, parentOf } from './tree.ts';

/** What has changed on the page and was not looked at yet: collected from mutation records, worked off by the scan. */

export class Dirt {
  readonly added = new Set<Node>();
  /** Text nodes whose text changed, elements of which an attribute changed. */
  readonly changed = new Set<Node>();
  /** Nodes that were taken out (and perhaps put back elsewhere). */
  readonly gone = new Set<Node>();
  /** Those of `added` that were not there at the last look. */
  private readonly fresh = new Set<Node>();
  /** Places where nodes were taken out or put in: parent, and the siblings as they were then. */
  private places: [Node, Node | null, Node | null][] = [];

  add(records: readonly MutationRecord[]): void {
    for (const record of records) {
      if (record.type !== 'childList') this.changed.add(record.target);
      else {
        for (const node of record.removedNodes) {
          // What came and went since the last look was never known.
          if (this.fresh.has(node)) this.added.delete(node);
          else this.gone.add(node);
        }
        for (const node of record.addedNodes) {
          if (!this.gone.has(node)) this.fresh.add(node);
          this.added.add(node);
        }
        this.places.push([record.target, record.previousSibling, record.nextSibling]);
      }
    }
  }

  /**
   * The places as they are now, each once: a parent and the child behind the place, null for its end. A place whose
   * two siblings have both left needs no look of its own: their leaving was recorded with siblings of its own.
   */
  gaps(): Map<Node, Set<Node | null>> {
    const gaps = new Map<Node, Set<Node | null>>();
    for (const [parent, before, after] of this.places) {
      let behind: Node | null;
      if (before && parentOf(before) === parent) behind = nextOf(before);
      else if (after && parentOf(after) === parent) behind = after;
      else if (!before) behind = firstOf(parent);
      else if (!after) behind = null;
      else continue;
      const known = gaps.get(parent);
      if (known) known.add(behind);
      else gaps.set(parent, new Set([behind]));
    }
    return gaps;
  }

  clear(): void {
    this.added.clear();
    this.changed.clear();
    this.gone.clear();
    this.fresh.clear();
    this.places = [];
  }
}
