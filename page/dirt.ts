/** What has changed on the page and was not looked at yet: collected from mutation records, worked off by the scan. */
import { firstOf, isInPage, nextOf, parentOf } from './tree.ts';
import { isSame } from './watch.ts';

export class Dirt {
  /** Nodes that were put in, and are on the page. One may come twice. */
  readonly added: Node[] = [];
  /** Text nodes whose text changed, elements of which an attribute changed. */
  readonly changed = new Set<Node>();
  /** Nodes that were taken out (and perhaps put back elsewhere), known or not. One may come twice. */
  readonly gone: Node[] = [];
  /** Places where nodes were taken out: parent, and the siblings as they were then. */
  private places: [Node, Node | null, Node | null][] = [];

  /**
   * Reading a record costs more than its change has cost the page (each list and each node in it is made for us), so what
   * has left the page again is not asked for what stood around it.
   * @param brief what changed in a node that has left since is not asked for: with the node all that it held has left, or has
   * come back by a record of its own. Texts that are lost are then looked for (`Known.forgetLost`), shadow roots are not.
   */
  add(records: readonly MutationRecord[], brief: boolean): void {
    for (const record of records) {
      if (record.type !== 'childList') {
        if (!isSame(record)) this.changed.add(record.target);
        continue;
      }
      const { target } = record;
      const stands = isInPage(target);
      if (brief && !stands) continue;
      const { removedNodes, addedNodes } = record;
      const { length: left } = removedNodes;
      // By index: iterating costs twice as much.
      for (let i = 0; i < left; i++) this.gone.push(removedNodes.item(i)!);
      for (let i = 0, { length } = addedNodes; i < length; i++) {
        const node = addedNodes.item(i)!;
        if (isInPage(node)) this.added.push(node);
      }
      // Where something was put in, it is itself the place, or its leaving was recorded with a place of its own.
      if (left === 0) continue;
      if (stands) this.places.push([target, record.previousSibling, record.nextSibling]);
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
    this.added.length = 0;
    this.changed.clear();
    this.gone.length = 0;
    this.places = [];
  }
}
