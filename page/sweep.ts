/**
 * Finds open shadow roots that no event tells of: `attachShadow` on an element that stands in the page already. Looks
 * at every element that may host one, in slices; what was left unread is passed over, its roots are found when it is read.
 */
import { mayHost, tagCode } from './tags.ts';
import { shadowOf, typeOf } from './tree.ts';

export class Sweep {
  private readonly elements: TreeWalker;
  private readonly gaps: () => Map<Element, Node | null>;

  /** @param gaps the elements at which unread stretches begin, each with the first node behind its stretch. */
  constructor(root: Document | ShadowRoot, gaps: () => Map<Element, Node | null>) {
    this.gaps = gaps;
    this.elements = document.createTreeWalker(root, NodeFilter.SHOW_ELEMENT);
  }

  /** Goes on until `late()`; true at the end. Gives each open root to `found`. */
  step(found: (root: ShadowRoot) => void, late: () => boolean): boolean {
    const gaps = this.gaps();
    for (let count = 1; ; count++) {
      const element = this.next(gaps);
      if (!element) return true;
      if (mayHost(tagCode(element))) {
        const shadowRoot = shadowOf(element);
        if (shadowRoot) found(shadowRoot);
      }
      if (count % 512 === 0 && late()) return false;
    }
  }

  private next(gaps: Map<Element, Node | null>): Element | null {
    const { elements } = this;
    let element = elements.nextNode() as Element | null;
    while (element) {
      const behind = gaps.get(element);
      if (behind === undefined) return element;
      if (behind === null) return null;
      elements.currentNode = behind;
      element = typeOf(behind) === Node.ELEMENT_NODE ? (behind as Element) : (elements.nextNode() as Element | null);
    }
    return null;
  }
}
