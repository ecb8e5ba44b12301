/**
 * Finds open shadow roots that no event tells of: `attachShadow` on an element that stands in the page already. Looks
 * at every element that may host one, in slices.
 */
import { mayHost, tagCode } from './tags.ts';
import { shadowOf } from './tree.ts';

export class Sweep {
  private readonly elements: TreeWalker;

  constructor(root: Document | ShadowRoot) {
    this.elements = document.createTreeWalker(root, NodeFilter.SHOW_ELEMENT);
  }

  /** Goes on until `late()`; true at the end. Gives each open root to `found`. */
  step(found: (root: ShadowRoot) => void, late: () => boolean): boolean {
    for (let count = 1; ; count++) {
      const element = this.elements.nextNode() as Element | null;
      if (!element) return true;
      if (mayHost(tagCode(element))) {
        const shadowRoot = shadowOf(element);
        if (shadowRoot) found(shadowRoot);
      }
      if (count % 512 === 0 && late()) return false;
    }
  }
}
