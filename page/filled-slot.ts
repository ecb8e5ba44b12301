/**
 * Text that is not drawn since it stands in a slot that shows what its host holds instead. Firefox 153 goes further: it
 * loses the whole tab when a range is registered as a highlight that has such a slot for the nearest surroundings of both
 * of its ends (docs/browser-notes.md).
 */
import { elementOver, parentOf } from './tree.ts';

const { assignedNodes } = HTMLSlotElement.prototype;

/** A slot that shows something else than its own content. */
export const isFilledSlot = (node: Node): boolean =>
  node instanceof HTMLSlotElement && assignedNodes.call(node).length > 0;

/** A range over several text nodes. */
export const isJoined = ({
  startContainer,
  endContainer,
}: Pick<AbstractRange, 'startContainer' | 'endContainer'>): boolean => startContainer !== endContainer;

/** Whether a range may be registered: a joined one must not lie in a slot that is filled. */
export function mayRegister(range: AbstractRange): boolean {
  if (!isJoined(range)) return true;
  for (let up = parentOf(range.startContainer); up; up = elementOver(up)) if (isFilledSlot(up)) return false;
  return true;
}
