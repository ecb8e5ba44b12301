/** Rectangles and the way into the card, pure. CSS px in viewport coordinates throughout. */
import type { Point } from './intent.ts';

export interface Rect {
  left: number;
  top: number;
  right: number;
  bottom: number;
}

/** Whether the point lies in the rectangle, grown by `slack` px on each side. */
export function inside(point: Point, rect: Rect, slack = 0): boolean {
  return (
    point.x >= rect.left - slack &&
    point.x <= rect.right + slack &&
    point.y >= rect.top - slack &&
    point.y <= rect.bottom + slack
  );
}

/** The rectangle nearest to the point: of a word broken over lines, the part that is being looked at. */
export function nearest<R extends Rect>(rects: readonly R[], point: Point): R | null {
  let best: R | null = null;
  let least = Number.POSITIVE_INFINITY;
  for (const rect of rects) {
    const dx = Math.max(rect.left - point.x, 0, point.x - rect.right);
    const dy = Math.max(rect.top - point.y, 0, point.y - rect.bottom);
    const away = Math.hypot(dx, dy);
    if (away < least) {
      least = away;
      best = rect;
    }
  }
  return best;
}

const side = (a: Point, b: Point, p: Point) => (b.x - a.x) * (p.y - a.y) - (b.y - a.y) * (p.x - a.x);

function inTriangle(p: Point, a: Point, b: Point, c: Point): boolean {
  const one = side(a, b, p);
  const two = side(b, c, p);
  const three = side(c, a, p);
  return (one >= 0 && two >= 0 && three >= 0) || (one <= 0 && two <= 0 && three <= 0);
}

/** A hand does not go straight: the way into the card is this much wider than the card on either side, px. */
const SLACK = 8;

/** The side of the card that faces the word, widened, and the strip that joins the two boxes. */
function facing(word: Rect, card: Rect): { a: Point; b: Point; bridge: Rect } {
  if (card.top >= word.bottom || card.bottom <= word.top) {
    const y = card.top >= word.bottom ? card.top : card.bottom;
    const [top, bottom] = y === card.top ? [word.bottom, y] : [y, word.top];
    return {
      a: { x: card.left - SLACK, y },
      b: { x: card.right + SLACK, y },
      bridge: { left: word.left, right: word.right, top, bottom },
    };
  }
  const x = card.left >= word.right ? card.left : card.right;
  const [left, right] = x === card.left ? [word.right, x] : [x, word.left];
  return {
    a: { x, y: card.top - SLACK },
    b: { x, y: card.bottom + SLACK },
    bridge: { left, right, top: word.top, bottom: word.bottom },
  };
}

/**
 * The safe area on the way from the word to the card: the triangle between where the pointer was last on the word and
 * the near side of the card (as in Amazon's menus and floating-ui's safePolygon), and the strip between the two.
 */
export function inCorridor(point: Point, from: Point, word: Rect, card: Rect): boolean {
  const { a, b, bridge } = facing(word, card);
  return inTriangle(point, from, a, b) || inside(point, bridge);
}
