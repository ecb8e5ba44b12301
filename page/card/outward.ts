/** The way out of a node in the tree as it is drawn: by its slot, its parent, or the host of its shadow root. */

/** The element around a node, out of open shadow roots as well; null at the top. */
export function outward(node: Node): Element | null {
  const slot = node instanceof Element || node instanceof Text ? node.assignedSlot : null;
  if (slot) return slot;
  return node.parentNode instanceof ShadowRoot ? node.parentNode.host : node.parentElement;
}

/** The nearest of a node's surroundings, itself included, that matches the selector. */
export function closestOutward(element: Element, selector: string): Element | null {
  for (let at: Element | null = element; at; at = outward(at)) if (at.matches(selector)) return at;
  return null;
}
