/** Where the pointer is, as far as an open card is concerned. */
import type { Marks, Occurrence } from '../types.ts';
import { inCorridor, inside } from './geometry.ts';
import type { Over, Point } from './intent.ts';
import type { Shown } from './shown.ts';

/**
 * What of an open card lies under a point (CSS px, viewport).
 * @param from where the pointer was on the card's word last: its way to the card begins there.
 */
export function overWhat(point: Point, shown: Shown, from: Point, marks: Marks): Over<Occurrence> {
  const card = shown.card();
  if (inside(point, card)) return 'card';
  if (marks.rects(shown.occurrence).some((rect) => inside(point, rect, 2))) return 'word';
  if (inCorridor(point, from, shown.word(), card)) return 'corridor';
  const other = marks.at(point.x, point.y);
  return other ? { term: other } : 'elsewhere';
}
