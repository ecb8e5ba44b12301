/** The way out of a node in the tree as it is drawn: by its slot, its parent, or the host of its shadow root. */
import { elementOver, isMatch, parentOf, slotOf } from '../tree.ts';

/** The element around a node, out of open shadow roots as well; null at the top. */
export function outward(node: Node): Element | null {
  const slot = node instanceof Element ? slotOf(node) : node instanceof Text ? node.assignedSlot : null;
  if (slot) return slot;
  const parent = parentOf(node);
  return parent instanceof ShadowRoot ? parent.host : elementOver(node);
}

/** The nearest of a node's surroundings, itself included, that matches the selector. */
export function closestOutward(element: Element, selector: string): Element | null {
  for (let at: Element | null = element; at; at = outward(at)) if (isMatch(at, selector)) return at;
  return null;
}
