/** Where elements are against the viewport, asked of the layout: for those who look now and then, not for every node. */
import { rectOf } from './tree.ts';

/** A stretch is read when it begins less than this below the viewport, in heights of the viewport. */
export const AHEAD = 2;

export const hasBox = ({ width, height }: DOMRectReadOnly): boolean => width > 0 || height > 0;

/** Not farther below the viewport than is read. @param top CSS px of the viewport. */
export const isAhead = (top: number): boolean => top < innerHeight * (1 + AHEAD);

/** Neither farther below the viewport than is read nor more than its height above. */
export function isNear(element: Element): boolean {
  const { top, bottom, width } = rectOf(element);
  return width > 0 && bottom > -innerHeight && isAhead(top);
}
