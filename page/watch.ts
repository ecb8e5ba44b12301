/** Watches the trees of a page for changes that bear on its text. Changes nothing itself. */
import { WATCHED_ATTRIBUTES } from './tags.ts';
import { attributeOf } from './tree.ts';

export class Watch {
  private readonly observer: MutationObserver;

  constructor(changed: (records: MutationRecord[]) => void) {
    this.observer = new MutationObserver((records) => {
      // Nothing would be other, and everything read anew.
      if (!records.every(isSame)) changed(records);
    });
  }

  observe(root: Document | ShadowRoot): void {
    this.observer.observe(root, {
      subtree: true,
      childList: true,
      characterData: true,
      attributeFilter: WATCHED_ATTRIBUTES,
      attributeOldValue: true,
    });
  }

  /** What the browser was still to tell. */
  take(): MutationRecord[] {
    return this.observer.takeRecords();
  }

  stop(): void {
    this.observer.disconnect();
  }
}

/** Many a script writes the language again that stands there. */
export const isSame = ({ type, target, attributeName, oldValue }: MutationRecord): boolean =>
  type === 'attributes' && attributeOf(target as Element, attributeName!) === oldValue;
