/**
 * Which elements the reader sees, asked at points spread over the viewport: what is seen though it stands late in the tree
 * (a column, a bar at the bottom, a dialog) is found so.
 */
import { shadowOf } from './tree.ts';

/** As parts of the viewport's height and of its width. */
type Rows = readonly (readonly [down: number, across: readonly number[]])[];

/** The most telling points: for bars at the edges, columns at the sides, a dialog in the middle. */
const FIRST: Rows = [
  [0.05, [0.5]],
  [0.5, [0.05, 0.5, 0.95]],
  [0.95, [0.5]],
];
/**
 * With these, rows stand between each other's points, so that nothing taller than a quarter of the viewport slips between
 * two rows over its whole width.
 */
const BETWEEN: Rows = [
  [0.05, [0.05, 0.95]],
  [0.275, [0.275, 0.725]],
  [0.725, [0.275, 0.725]],
  [0.95, [0.05, 0.95]],
];
/**
 * Ms that the points of one look may have taken when more are asked. One costs 5 µs in most pages, 40 ns for each child of
 * the longest row of siblings in others (0.3 ms with 3,600 of them): there both kinds take turns.
 */
const CHEAP = 0.25;

export class Points {
  /** What is asked first at the next look, and what then. */
  private turn = [FIRST, BETWEEN];

  /** The innermost elements under the points, those of open shadow roots too. Asks for layout. */
  *elements(): Generator<Element> {
    const start = performance.now();
    for (const rows of this.turn) {
      if (rows !== this.turn[0] && performance.now() - start > CHEAP) {
        this.turn = this.turn.toReversed();
        return;
      }
      for (const [y, across] of rows) {
        for (const x of across) {
          const element = innermostAt(x * innerWidth, y * innerHeight);
          if (element) yield element;
        }
      }
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
