/** Where the card goes, pure. CSS px in viewport coordinates. */
import type { Rect } from './geometry.ts';

interface Size {
  width: number;
  height: number;
}

type Side = 'below' | 'above' | 'left' | 'right';

export interface Placing {
  /** The word, or the part of it that is looked at. */
  word: Rect;
  /** The card as it would like to be. */
  card: Size;
  /** What of the viewport can be seen. */
  viewport: Rect;
  /** Lines run from top to bottom: keep beside the word, not below it. */
  vertical: boolean;
}

export interface Placed extends Rect {
  side: Side;
  /** Centre of the arrow along the card's edge, from the card's left (or top, when beside). */
  arrow: number;
}

/** Between the word and the card: room for the arrow and an underline. */
export const GAP = 9;
/** Kept free at the viewport's edges. */
export const MARGIN = 8;
/** The arrow's centre stays clear of the rounded corners by this much. */
const CORNER = 20;

const clamp = (value: number, low: number, high: number) => Math.max(low, Math.min(value, high));

/** Room on each side of the word, between the gap and the viewport's margin. */
function room({ word, viewport }: Placing): Record<Side, number> {
  return {
    below: viewport.bottom - MARGIN - GAP - word.bottom,
    above: word.top - GAP - MARGIN - viewport.top,
    right: viewport.right - MARGIN - GAP - word.right,
    left: word.left - GAP - MARGIN - viewport.left,
  };
}

/** Less than this along the line's own direction and the card goes where it hides part of the line. */
const ENOUGH = { stacked: 120, beside: 240 };

/**
 * The side where the card hides nothing of the word's own line: below or above it, or beside the column in vertical
 * writing. The first that fits, else the roomier one with the card made smaller; where neither has room, any side.
 */
function chooseSide(placing: Placing): Side {
  const free = room(placing);
  const { card, viewport, vertical } = placing;
  const [first, second]: [Side, Side] = vertical ? ['left', 'right'] : ['below', 'above'];
  const needed = vertical ? card.width : card.height;
  if (free[first] >= needed) return first;
  if (free[second] >= needed) return second;
  const roomier = free[second] > free[first] ? second : first;
  if (free[roomier] >= (vertical ? ENOUGH.beside : ENOUGH.stacked)) return roomier;
  const height = Math.min(card.height, viewport.bottom - viewport.top - 2 * MARGIN);
  const width = Math.min(card.width, viewport.right - viewport.left - 2 * MARGIN);
  const area: Record<Side, number> = {
    below: Math.min(card.height, free.below) * width,
    above: Math.min(card.height, free.above) * width,
    left: Math.min(card.width, free.left) * height,
    right: Math.min(card.width, free.right) * height,
  };
  const sides: Side[] = ['below', 'above', 'left', 'right'];
  return sides.reduce((best, side) => (area[side] > area[best] ? side : best));
}

/**
 * Places the card beside the word, never over it, wholly inside the viewport; where it cannot fit it is made smaller
 * (its content scrolls). The edge that faces the word is the one to pin, so that growing never covers the word.
 */
export function place(placing: Placing): Placed {
  const { word, card, viewport } = placing;
  const side = chooseSide(placing);
  const free = Math.max(0, room(placing)[side]);
  const stacked = side === 'below' || side === 'above';
  const width = Math.min(card.width, stacked ? viewport.right - viewport.left - 2 * MARGIN : free);
  const height = Math.min(card.height, stacked ? free : viewport.bottom - viewport.top - 2 * MARGIN);
  const centre = stacked ? (word.left + word.right) / 2 : (word.top + word.bottom) / 2;
  let left: number;
  let top: number;
  if (stacked) {
    // The word sits over the card's first third: the eye goes on from it into the text.
    const start = Math.min(centre - CORNER - MARGIN, word.left);
    left = clamp(start, viewport.left + MARGIN, viewport.right - MARGIN - width);
    top = side === 'below' ? word.bottom + GAP : word.top - GAP - height;
  } else {
    left = side === 'right' ? word.right + GAP : word.left - GAP - width;
    top = clamp(centre - CORNER - MARGIN, viewport.top + MARGIN, viewport.bottom - MARGIN - height);
  }
  const along = stacked ? centre - left : centre - top;
  const length = stacked ? width : height;
  const arrow = clamp(along, Math.min(CORNER, length / 2), Math.max(length - CORNER, length / 2));
  return { side, left, top, right: left + width, bottom: top + height, arrow };
}
