/**
 * Finds open shadow roots that no event tells of: `attachShadow` on an element that stands in the page already. Looks
 * at every element that may host one, in slices; what was left unread is passed over, its roots are found when it is read.
 */
import { mayHost, tagCode } from './tags.ts';
import { shadowOf, typeOf } from './tree.ts';

export class Sweep {
  private readonly elements: TreeWalker;
  private readonly behind: (element: Element) => Node | null | undefined;

  /** @param behind the first node behind the unread stretch in which an element lies, null at the end of its tree; undefined when it was read. */
  constructor(root: Document | ShadowRoot, behind: (element: Element) => Node | null | undefined) {
    this.behind = behind;
    this.elements = document.createTreeWalker(root, NodeFilter.SHOW_ELEMENT);
  }

  /** Goes on until `late()`; true at the end. Gives each open root to `found`. */
  step(found: (root: ShadowRoot) => void, late: () => boolean): boolean {
    for (let count = 1; ; count++) {
      const element = this.next();
      if (!element) return true;
      if (mayHost(tagCode(element))) {
        const shadowRoot = shadowOf(element);
        if (shadowRoot) found(shadowRoot);
      }
      if (count % 512 === 0 && late()) return false;
    }
  }

  private next(): Element | null {
    const { elements } = this;
    let element = elements.nextNode() as Element | null;
    while (element) {
      const behind = this.behind(element);
      if (behind === undefined) return element;
      if (behind === null) return null;
      elements.currentNode = behind;
      element = typeOf(behind) === Node.ELEMENT_NODE ? (behind as Element) : (elements.nextNode() as Element | null);
    }
    return null;
  }
}
