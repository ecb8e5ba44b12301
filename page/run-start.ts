/** The way back: where the run around a place begins, and what lies before it. */
import { CLOSED, EDITABLE, INLINE, isOpen, kindOf, strength, tagCode } from './tags.ts';
import { closestOf, elementOver, following, hasSome, isMatch, lastOf, parentOf, previousOf, typeOf } from './tree.ts';

const isElement = (node: Node): node is Element => typeOf(node) === 1;
const isText = (node: Node): node is Text => typeOf(node) === 3;

/** True when no text in this element is ours, by its own or an ancestor's name or attributes. */
export function isClosed(element: Element): boolean {
  return closestOf(element, `${CLOSED},${EDITABLE}`) !== null;
}

/** The outermost element around a node in which no text is ours; the node itself when there is none. */
export function outOfClosed(node: Node): Node {
  let out = node;
  for (let over = elementOver(out); over; over = elementOver(out)) {
    const closed = closestOf(over, `${CLOSED},${EDITABLE}`);
    if (!closed) break;
    out = closed;
  }
  return out;
}

/** Text is looked for inside: an open element that is not left alone for its attributes. */
function isEntered(element: Element, kind: number): boolean {
  if (!isOpen(kind)) return false;
  if (!hasSome(element)) return true;
  return !isMatch(element, EDITABLE);
}

/**
 * The node to enter first so that a walk reads the whole run around the place just before `node`, or at the end of
 * `parent` when `node` is null: a boundary lies right before it. Null when there is nothing to enter.
 */
export function runStart(root: Node, parent: Node, node: Node | null): Node | null {
  let start = node;
  let up: Node = parent;
  let before = node ? previousOf(node) : lastOf(parent);
  for (;;) {
    if (before) {
      if (isElement(before)) {
        const kind = kindOf(tagCode(before));
        if (strength(kind) >= 0) return start ?? following(before, root);
        if (kind === INLINE && isEntered(before, kind) && lastOf(before)) {
          up = before;
          before = lastOf(before);
          continue;
        }
      }
      start = before;
      before = previousOf(before);
      continue;
    }
    if (up === root || (isElement(up) && strength(kindOf(tagCode(up))) >= 0))
      return start ?? (up === root ? null : following(up, root));
    start = up;
    before = previousOf(up);
    up = parentOf(up)!;
  }
}

/**
 * Goes back from `node` to the nearest text for which `known` returns something, and tells how strongly the two are
 * parted. Text that is not known is passed over.
 */
export function textBefore<T>(
  root: Node,
  node: Node,
  known: (text: Text) => T | undefined,
): { found: T | null; boundary: 0 | 1 | 2 } {
  let boundary = 0;
  let at: Node = node;
  for (;;) {
    let before: Node | null = previousOf(at);
    if (!before) {
      const parent = parentOf(at);
      if (!parent || parent === root) return { found: null, boundary: 2 };
      boundary = Math.max(boundary, strength(kindOf(tagCode(parent as Element))));
      at = parent;
      continue;
    }
    for (;;) {
      if (isText(before)) {
        const found = known(before);
        if (found !== undefined) return { found, boundary: boundary as 0 | 1 | 2 };
      } else if (isElement(before)) {
        const kind = kindOf(tagCode(before));
        boundary = Math.max(boundary, strength(kind));
        const inner: Node | null = isEntered(before, kind) ? lastOf(before) : null;
        if (inner) {
          before = inner;
          continue;
        }
      }
      break;
    }
    at = before;
  }
}
