/**
 * Finds open shadow roots that no event tells of: `attachShadow` on an element that stands in the page already. Looks
 * at every element that may host one, in slices; what was left unread is passed over, its roots are found when it is read.
 */
import { mayHost, tagCode } from './tags.ts';
import { isInPage, shadowOf, typeOf } from './tree.ts';

export interface Swept {
  /** A tree has left the page. */
  left(tree: Document | ShadowRoot): void;
  /** The elements at which unread stretches begin, each with the first node behind its stretch. */
  gaps(): Map<Element, Node | null>;
}

export class Sweep {
  /** Open shadow roots, known or not. */
  readonly found: ShadowRoot[] = [];
  private readonly swept: Swept;
  private readonly trees: Set<Document | ShadowRoot>;
  /** A set gives what is added to it meanwhile: what is found on the way is looked through as well. */
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
      if (element) this.look(element);
      else if (!this.enterNext()) return true;
      // Small trees come by the thousand: the clock is looked at after each.
      if ((!element || count % 512 === 0) && late()) return false;
    }
  }

  private look(element: Element): void {
    const root = mayHost(tagCode(element)) ? shadowOf(element) : null;
    if (!root) return;
    this.found.push(root);
    this.trees.add(root);
  }

  /** Goes on to the next tree; one that has left the page is passed over. False when there is none. */
  private enterNext(): boolean {
    const { value: tree, done } = this.waiting.next();
    if (done) return false;
    this.elements = isInPage(tree) ? document.createTreeWalker(tree, NodeFilter.SHOW_ELEMENT) : null;
    if (!this.elements) this.swept.left(tree);
    return true;
  }

  private next(gaps: Map<Element, Node | null>): Element | null {
    const { elements } = this;
    if (!elements) return null;
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
