/**
 * Steps in a tree that a page cannot bend: a form answers `form.parentNode` with its field named `parentNode`, also to
 * a content script in Chromium, and a walk that believes it never ends. The getters of the prototypes are not fooled.
 */
const getter = (name: 'parentNode' | 'nextSibling' | 'previousSibling' | 'firstChild' | 'lastChild') =>
  Object.getOwnPropertyDescriptor(Node.prototype, name)!.get as (this: Node) => Node | null;

const parent = getter('parentNode');
const next = getter('nextSibling');
const previous = getter('previousSibling');
const first = getter('firstChild');
const last = getter('lastChild');

export const parentOf = (node: Node): Node | null => parent.call(node);
export const nextOf = (node: Node): Node | null => next.call(node);
export const previousOf = (node: Node): Node | null => previous.call(node);
export const firstOf = (node: Node): Node | null => first.call(node);
export const lastOf = (node: Node): Node | null => last.call(node);

const { closest, matches, hasAttributes } = Element.prototype;
export const closestOf = (element: Element, selector: string): Element | null => closest.call(element, selector);
export const isMatch = (element: Element, selector: string): boolean => matches.call(element, selector);
export const hasSome = (element: Element): boolean => hasAttributes.call(element);
