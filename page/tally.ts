/**
 * Counts marks by term. Whether a mark can be seen costs style and layout, and pages hold thousands: a call counts for a
 * bounded time, goes on where it stopped, and what was counted holds until the marks change, or for a moment: what hides
 * text changes without any event.
 */
import type { Mark } from './block-record.ts';

/** How long a finished count is taken as right, in ms. */
const FRESH = 1000;

export class Tally {
  private readonly marks: () => Iterator<Mark>;
  private counting: Iterator<Mark> | null = null;
  private sums = new Map<string, number>();
  /** The last count that came to its end. */
  private last: ReadonlyMap<string, number> | null = null;
  private finished = Number.NEGATIVE_INFINITY;

  /** @param marks those to be counted, each asked for when it is needed. */
  constructor(marks: () => Iterator<Mark>) {
    this.marks = marks;
  }

  /** The marks are no longer those that were counted. */
  changed(): void {
    this.counting = null;
    this.finished = Number.NEGATIVE_INFINITY;
    // That there was nothing says nothing of what there is now.
    if (this.last?.size === 0) this.last = null;
  }

  /** Counts until the end or `late()`; true when the count is right now. */
  count(late: () => boolean): boolean {
    if (!this.counting) {
      if (performance.now() - this.finished < FRESH) return true;
      this.counting = this.marks();
      this.sums = new Map();
    }
    for (let asked = 1; ; asked++) {
      const { value, done } = this.counting.next();
      if (done) break;
      this.sums.set(value.term, (this.sums.get(value.term) ?? 0) + 1);
      if (asked % 16 === 0 && late()) return false;
    }
    this.counting = null;
    this.finished = performance.now();
    this.last = this.sums;
    return true;
  }

  /** As counted so far, most frequent first: the last full count, else as far as the first one came. */
  get counts(): { id: string; count: number }[] {
    const counts = [...(this.last ?? this.sums)].map(([id, count]) => ({ id, count }));
    return counts.sort((a, b) => b.count - a.count);
  }
}
