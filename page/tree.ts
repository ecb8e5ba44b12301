/**
 * Reads a tree in ways that a page cannot bend: a form answers `form.parentNode` with its field named `parentNode`, also
 * to a content script in Chromium, and a walk that believes it never ends. The members of the prototypes are not fooled.
 */
export const getter = <Of extends object, Name extends keyof Of>(of: Of, name: Name) =>
  Object.getOwnPropertyDescriptor(of, name)!.get as (this: Of) => Of[Name];

const node = Node.prototype;
const type = getter(node, 'nodeType');
const parent = getter(node, 'parentNode');
const over = getter(node, 'parentElement');
const next = getter(node, 'nextSibling');
const previous = getter(node, 'previousSibling');
const first = getter(node, 'firstChild');
const last = getter(node, 'lastChild');
const text = getter(node, 'textContent');
const connected = getter(node, 'isConnected');
const children = getter(node, 'childNodes');
const owner = getter(node, 'ownerDocument');
const { getRootNode, contains, compareDocumentPosition } = node;

export const typeOf = (node: Node): number => type.call(node);
export const parentOf = (node: Node): Node | null => parent.call(node);
/** The parent, when it is an element. */
export const elementOver = (node: Node): Element | null => over.call(node);
export const nextOf = (node: Node): Node | null => next.call(node);
export const previousOf = (node: Node): Node | null => previous.call(node);
export const firstOf = (node: Node): Node | null => first.call(node);
export const lastOf = (node: Node): Node | null => last.call(node);
export const textOf = (node: Node): string => text.call(node) ?? '';
export const childAt = (node: Node, index: number): Node | null => children.call(node)[index] ?? null;
export const holds = (outer: Node, inner: Node): boolean => contains.call(outer, inner);
/** Whether a node comes before another one in document order; an element comes before what it holds. */
export const isBefore = (a: Node, b: Node): boolean =>
  (compareDocumentPosition.call(a, b) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0;
export const isInPage = (node: Node): boolean => connected.call(node);
/** The document of a node that is none itself. */
export const documentOf = (node: Node): Document => owner.call(node)!;
export const rootOf = (node: Node): Node => getRootNode.call(node);

const name = getter(Element.prototype, 'localName');
const space = getter(Element.prototype, 'namespaceURI');
const shadow = getter(Element.prototype, 'shadowRoot');
const slot = getter(Element.prototype, 'assignedSlot');
const { closest, matches, hasAttributes, getAttribute, checkVisibility, getBoundingClientRect } = Element.prototype;

export const nameOf = (element: Element): string => name.call(element);
export const namespaceOf = (element: Element): string | null => space.call(element);
/** Its open shadow root. */
export const shadowOf = (element: Element): ShadowRoot | null => shadow.call(element);
export const slotOf = (element: Element): HTMLSlotElement | null => slot.call(element);
export const closestOf = (element: Element, selector: string): Element | null => closest.call(element, selector);
export const isMatch = (element: Element, selector: string): boolean => matches.call(element, selector);
export const attributeOf = (element: Element, attribute: string): string | null =>
  getAttribute.call(element, attribute);
export const hasSome = (element: Element): boolean => hasAttributes.call(element);
export const isVisible = (element: Element, how: CheckVisibilityOptions): boolean => checkVisibility.call(element, how);
export const rectOf = (element: Element): DOMRect => getBoundingClientRect.call(element);

/** The first node behind this one and all it holds; null at the end of the tree. */
export function following(node: Node, root: Node): Node | null {
  for (let up: Node | null = node; up && up !== root; up = parentOf(up)) {
    const next = nextOf(up);
    if (next) return next;
  }
  return null;
}
