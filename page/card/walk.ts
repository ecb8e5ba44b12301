/** The reader's way through the marked words of this document by keyboard. */
import type { StepCommand } from '../../core/messages/types.ts';
import type { Marks, Occurrence } from '../types.ts';
import { outward } from './outward.ts';
import { nextIndex, sameOccurrence } from './stepping.ts';
import { seenRects, seenViewport } from './visible.ts';

/**
 * The word that a command means; null when there is none.
 *
 * @param current where the reader last was, by keyboard
 */
export function wordFor(command: StepCommand, marks: Marks, current: Occurrence | null): Occurrence | null {
  if (!marks.any()) return null;
  const all = marks.all().filter((occurrence) => marks.rects(occurrence).length > 0);
  const viewport = seenViewport(window);
  /** The first that is on the screen: where a fresh walk begins. */
  const ahead = all.findIndex((occurrence) => {
    const near = outward(occurrence.startNode);
    return near !== null && seenRects(marks.rects(occurrence), near, viewport).length > 0;
  });
  const again = current && all.find((occurrence) => sameOccurrence(occurrence, current));
  if (command === 'toggle-card') return again ?? all[ahead] ?? null;
  return all[nextIndex(all, current, ahead, command === 'next-term' ? 1 : -1)] ?? null;
}
