/** Watches the trees of a page for changes that bear on its text. Changes nothing itself. */
import { WATCHED_ATTRIBUTES } from './tags.ts';
import { attributeOf } from './tree.ts';

export class Watch {
  private readonly observer: MutationObserver;
  private readonly watched = new Set<Document | ShadowRoot>();

  constructor(changed: (records: MutationRecord[]) => void) {
    this.observer = new MutationObserver((records) => {
      if (isChange(records)) changed(records);
    });
  }

  /** The trees that are watched, among them some that have left the page. */
  get trees(): ReadonlySet<Document | ShadowRoot> {
    return this.watched;
  }

  /** A tree has left the page. The observer would go on telling of it; should it come back, `observe` is told of it anew. */
  forget(tree: Document | ShadowRoot): void {
    this.watched.delete(tree);
  }

  /** Watches a tree. False when it is watched already. */
  observe(root: Document | ShadowRoot): boolean {
    if (this.watched.has(root)) return false;
    this.watched.add(root);
    this.observer.observe(root, {
      subtree: true,
      childList: true,
      characterData: true,
      attributeFilter: WATCHED_ATTRIBUTES,
      attributeOldValue: true,
    });
    return true;
  }

  /** What the browser was still to tell. */
  take(): MutationRecord[] {
    const records = this.observer.takeRecords();
    return isChange(records) ? records : [];
  }

  stop(): void {
    this.observer.disconnect();
    this.watched.clear();
  }
}

/** Many a script writes the language again that stands there. */
export const isSame = ({ type, target, attributeName, oldValue }: MutationRecord): boolean =>
  type === 'attributes' && attributeOf(target as Element, attributeName!) === oldValue;

/** Where all is the same nothing would be other, and everything read anew. */
const isChange = (records: readonly MutationRecord[]): boolean => !records.every(isSame);
