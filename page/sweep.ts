/**
 * Finds open shadow roots that no event tells of: `attachShadow` on an element that stands in the page already. Looks
 * at every element that may host one, in slices; what was left unread is passed over, its roots are found when it is read.
 */
import { mayHost, tagCode } from './tags.ts';
import { shadowOf, typeOf } from './tree.ts';

export interface Swept {
  /** False when a tree has left the page meanwhile. */
  stands(tree: Document | ShadowRoot): boolean;
  /** The elements at which unread stretches begin, each with the first node behind its stretch. */
  gaps(): Map<Element, Node | null>;
}

export class Sweep {
  /** Open shadow roots, known or not. */
  readonly found: ShadowRoot[] = [];
  private readonly swept: Swept;
  /** All trees there are: what is found on the way is added, and looked through as well. */
  private readonly trees: Set<Document | ShadowRoot>;
  private readonly waiting: Iterator<Document | ShadowRoot>;
  private elements: TreeWalker | null = null;

  constructor(trees: Iterable<Document | ShadowRoot>, swept: Swept) {
    this.swept = swept;
    this.trees = new Set(trees);
    this.waiting = this.trees.values();
  }

  /** Goes on until `late()`; true at the end. */
  step(late: () => boolean): boolean {
    const gaps = this.swept.gaps();
    for (let count = 1; ; count++) {
      const element = this.next(gaps);
      if (!element && !this.enterNext()) return true;
      if (element && mayHost(tagCode(element))) this.look(element);
      if ((!element || count % 512 === 0) && late()) return false;
    }
  }

  private look(element: Element): void {
    const root = shadowOf(element);
    if (!root) return;
    this.found.push(root);
    this.trees.add(root);
  }

  /** Goes to the next tree that is still in the page; false when there is none. */
  private enterNext(): boolean {
    const { value: tree, done } = this.waiting.next();
    if (done) return false;
    this.elements = this.swept.stands(tree) ? document.createTreeWalker(tree, NodeFilter.SHOW_ELEMENT) : null;
    return true;
  }

  private next(gaps: Map<Element, Node | null>): Element | null {
    const { elements } = this;
    let element = elements?.nextNode() as Element | null | undefined;
    while (elements && element) {
      const behind = gaps.get(element);
      if (behind === undefined) return element;
      if (behind === null) return null;
      elements.currentNode = behind;
      element = typeOf(behind) === Node.ELEMENT_NODE ? (behind as Element) : (elements.nextNode() as Element | null);
    }
    return null;
  }
}
