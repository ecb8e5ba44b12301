/** Where elements are against the viewport, asked of the layout: for those who look now and then, not for every node. */
import { rectOf, shadowOf } from './tree.ts';

/** A stretch is read when it begins less than this below the viewport, in heights of the viewport. */
export const AHEAD = 2;
/**
 * Points looked at, as parts of the viewport's height and of its width: in rows that stand between each other's points,
 * so that nothing taller than a quarter of the viewport slips between two rows over its whole width. One costs 5 µs in most
 * pages, 40 ns for each child of the longest row of siblings in others (0.2 ms with 3,600 of them).
 */
const POINTS: readonly (readonly [down: number, across: readonly number[]])[] = [
  [0.05, [0.05, 0.5, 0.95]],
  [0.275, [0.275, 0.725]],
  [0.5, [0.05, 0.5, 0.95]],
  [0.725, [0.275, 0.725]],
  [0.95, [0.05, 0.5, 0.95]],
];

export const hasBox = ({ width, height }: DOMRectReadOnly): boolean => width > 0 || height > 0;

/** Not farther below the viewport than is read. @param top CSS px of the viewport. */
export const isAhead = (top: number): boolean => top < innerHeight * (1 + AHEAD);

/** Neither farther below the viewport than is read nor more than its height above. */
export function isNear(element: Element): boolean {
  const { top, bottom, width } = rectOf(element);
  return width > 0 && bottom > -innerHeight && isAhead(top);
}

/** The innermost elements, those of open shadow roots too, under points spread over the viewport. */
export function* underPoints(): Generator<Element> {
  for (const [y, across] of POINTS) {
    for (const x of across) {
      const element = innermostAt(x * innerWidth, y * innerHeight);
      if (element) yield element;
    }
  }
}

function innermostAt(x: number, y: number): Element | null {
  let element = document.elementFromPoint(x, y);
  for (let root = element && shadowOf(element); root; ) {
    const deeper: Element | null = root.elementFromPoint(x, y);
    if (!deeper || deeper === element) break;
    element = deeper;
    root = shadowOf(deeper);
  }
  return element;
}
