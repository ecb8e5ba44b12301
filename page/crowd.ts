/**
 * Elements that hold very many marks (a long text parted by line breaks, a paragraph without end): that such an element
 * is near says little of its marks. Which of them are is measured, by the ends of short stretches of them.
 */
import { type Mark, pointsOf } from './block-record.ts';

/** Fewer marks in one element are near with it. */
export const CROWD = 96;
/** Marks between two that are measured. */
const STRETCH = 12;
/** Time between two measurings while the page scrolls, in ms. */
const EVERY = 100;

/**
 * Between which offsets of a text the near marks of a crowd begin. By text, not by mark: when text streams in, its marks
 * are made anew with each change, and those that were near still are.
 */
type Close = Map<Text, { from: number; to: number }>;

export class Crowds<P> {
  private readonly close = new Map<P, Close>();
  private readonly marksOf: (place: P) => Mark[];
  private readonly boxOf: (mark: Mark) => DOMRect | undefined;
  private readonly changed: (place: P) => void;
  private readonly run: (work: () => void) => void;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private frame = 0;

  /**
   * @param marksOf the marks of a place in their order.
   * @param boxOf where a mark is, CSS px of the viewport.
   * @param changed called when others of its marks are near.
   */
  constructor(
    marksOf: (place: P) => Mark[],
    boxOf: (mark: Mark) => DOMRect | undefined,
    changed: (place: P) => void,
    run: (work: () => void) => void,
  ) {
    this.marksOf = marksOf;
    this.boxOf = boxOf;
    this.changed = changed;
    this.run = run;
  }

  /** False for a mark of a crowd that is not near. */
  isClose(place: P, mark: Mark): boolean {
    const close = this.close.get(place);
    if (!close) return true;
    const { startNode, startOffset } = pointsOf(mark.record, mark.start, mark.end);
    const near = close.get(startNode);
    // Text that came since is taken to be near until it is measured, in the next frame.
    return !near || (near.from <= startOffset && startOffset <= near.to);
  }

  /** A crowd is near now. */
  enter(place: P): void {
    if (this.close.size === 0) window.addEventListener('scroll', this.scrolled, { capture: true, passive: true });
    this.measure(place);
  }

  /** It is near no more, or no crowd. */
  leave(place: P): void {
    if (!this.close.delete(place) || this.close.size > 0) return;
    this.stop();
  }

  /** Its marks are others now: measured before the next frame is drawn. */
  touch(): void {
    this.frame ||= requestAnimationFrame(() => {
      this.frame = 0;
      this.run(() => this.measureAll());
    });
  }

  has(place: P): boolean {
    return this.close.has(place);
  }

  stop(): void {
    this.close.clear();
    clearTimeout(this.timer);
    this.timer = undefined;
    cancelAnimationFrame(this.frame);
    this.frame = 0;
    window.removeEventListener('scroll', this.scrolled, { capture: true });
  }

  private readonly scrolled = (): void => {
    this.timer ??= setTimeout(() => {
      this.timer = undefined;
      this.run(() => this.measureAll());
    }, EVERY);
  };

  private measureAll(): void {
    for (const place of this.close.keys()) {
      this.measure(place);
      this.changed(place);
    }
  }

  private measure(place: P): void {
    const marks = this.marksOf(place);
    const close: Close = new Map();
    const [from, to] = this.nearOf(marks);
    marks.forEach(({ record, start, end }, index) => {
      const { startNode, startOffset } = pointsOf(record, start, end);
      let interval = close.get(startNode);
      if (!interval) {
        interval = { from: Number.POSITIVE_INFINITY, to: Number.NEGATIVE_INFINITY };
        close.set(startNode, interval);
      }
      if (index < from || index >= to) return;
      interval.from = Math.min(interval.from, startOffset);
      // What is written on at the end of near text is near.
      interval.to = to === marks.length ? Number.POSITIVE_INFINITY : Math.max(interval.to, startOffset);
    });
    this.close.set(place, close);
  }

  /**
   * From which mark to which they are near, in steps of a stretch. Marks of one element follow each other down the page,
   * so it is searched for: a rectangle in a paragraph of 100,000 letters can take Firefox a millisecond.
   */
  private nearOf(marks: Mark[]): [number, number] {
    const ends = Math.ceil(marks.length / STRETCH);
    const first = search(ends, (index) => (this.box(marks, index + 1)?.bottom ?? 0) >= -innerHeight);
    const last = search(ends, (index) => (this.box(marks, index)?.top ?? 0) > 2 * innerHeight);
    return [first * STRETCH, Math.min(marks.length, last * STRETCH)];
  }

  private box(marks: Mark[], stretch: number): DOMRect | undefined {
    return this.boxOf(marks[Math.min(stretch * STRETCH, marks.length - 1)]!);
  }
}

/** The first index below `end` for which it is so, when it is so for all behind it; `end` if there is none. */
function search(end: number, isSo: (index: number) => boolean): number {
  let [low, high] = [0, end];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (isSo(middle)) high = middle;
    else low = middle + 1;
  }
  return low;
}
