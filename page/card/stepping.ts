/** Which word comes next when the reader steps by keyboard. */
import type { Occurrence } from '../types.ts';

export const sameOccurrence = (a: Occurrence, b: Occurrence) =>
  a.startNode === b.startNode && a.startOffset === b.startOffset && a.term === b.term;

/**
 * Index of the next occurrence to show, going round at the ends; -1 when there is none.
 *
 * @param current where the reader last was, if that word is still marked
 * @param ahead index of the first occurrence at or after what is on the screen, where a fresh walk begins
 */
export function nextIndex(
  all: readonly Occurrence[],
  current: Occurrence | null,
  ahead: number,
  direction: 1 | -1,
): number {
  if (all.length === 0) return -1;
  const at = current ? all.findIndex((occurrence) => sameOccurrence(occurrence, current)) : -1;
  if (at >= 0) return (at + direction + all.length) % all.length;
  const start = ahead < 0 ? 0 : ahead;
  return direction === 1 ? start : (start - 1 + all.length) % all.length;
}
