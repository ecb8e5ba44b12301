/**
 * Knows which blocks with marks are near the viewport: each registered range costs every changing frame about 12 µs
 * in Chromium, and hundreds can lock a tab in Safari. The browser tells (IntersectionObserver), nothing is measured;
 * until it has told, a new block is taken to be where its neighbours are, so that marks of changed text do not blink.
 */
import type { BlockRecord } from './block-record.ts';
import { pointsOf } from './block-record.ts';
import { boxOf } from './is-shown.ts';

/** So few marks are near wherever they are: no watching. */
const FEW = 24;
/** How far beyond the viewport is near. */
const MARGIN = '100% 25%';
/** Blocks before and behind that are asked where a new one may be. */
const NEIGHBOURS = 12;
/** So many marks are shown on trust, when no neighbour knows. */
const TRUSTED = 200;

/** An element with blocks that hold marks. */
interface Place {
  readonly element: Element;
  readonly records: Set<BlockRecord>;
  /** As the browser said last; `null` before. */
  near: boolean | null;
}

export class Near {
  private readonly near = new Set<BlockRecord>();
  private readonly places = new Map<Element, Place>();
  private readonly placeOf = new Map<BlockRecord, Place>();
  /** Places that hold nothing now: what changed may come back in a moment. */
  private readonly empty = new Set<Place>();
  private readonly changed: (record: BlockRecord, near: boolean) => void;
  private readonly run: (work: () => void) => void;
  private observer: IntersectionObserver | null = null;
  private marks = 0;
  private marksNear = 0;

  /**
   * @param changed called when a block comes near or is near no more.
   * @param run runs what the browser calls us for.
   */
  constructor(changed: (record: BlockRecord, near: boolean) => void, run: (work: () => void) => void) {
    this.changed = changed;
    this.run = run;
  }

  /** Marks on the whole page, near or not. */
  get total(): number {
    return this.marks;
  }

  records(): Iterable<BlockRecord> {
    return this.near;
  }

  /** A block's marks are now these many; 0: it is watched no more. */
  track(record: BlockRecord, count: number, before: number): void {
    this.marks += count - before;
    if (this.near.has(record)) this.marksNear += count - before;
    if (count === 0) {
      this.forget(record);
      return;
    }
    if (before === 0) this.watch(record);
    if (!this.observer && this.marks > FEW) this.beginObserving();
  }

  /** All changes are worked off: places that hold nothing are let go. */
  tidy(): void {
    for (const { element, records } of this.empty) {
      if (records.size > 0) continue;
      this.places.delete(element);
      this.observer?.unobserve(element);
    }
    this.empty.clear();
  }

  stop(): void {
    this.observer?.disconnect();
    this.observer = null;
    this.places.clear();
    this.placeOf.clear();
    this.empty.clear();
    this.near.clear();
    this.marks = 0;
    this.marksNear = 0;
  }

  private watch(record: BlockRecord): void {
    const element = boxOf(pointsOf(record, record.marks[0]!.start, record.marks[0]!.end).startNode);
    if (!element) return;
    let place = this.places.get(element);
    if (!place) {
      place = { element, records: new Set(), near: null };
      this.places.set(element, place);
      this.observer?.observe(element);
    }
    place.records.add(record);
    this.placeOf.set(record, place);
    if (!this.observer || (place.near ?? this.isLikelyNear(record))) this.enter(record);
  }

  /** As long as the browser has not said where an element is. */
  private isLikelyNear(record: BlockRecord): boolean {
    let known = false;
    let { prev, next } = record;
    for (let far = 0; far < NEIGHBOURS && (prev || next); far++, prev = prev?.prev ?? null, next = next?.next ?? null) {
      for (const neighbour of [prev, next]) {
        const place = neighbour && this.placeOf.get(neighbour);
        if (place?.near) return true;
        known ||= place?.near === false;
      }
    }
    return !known && this.marksNear < TRUSTED;
  }

  private forget(record: BlockRecord): void {
    this.leave(record, false);
    const place = this.placeOf.get(record);
    if (!place) return;
    this.placeOf.delete(record);
    place.records.delete(record);
    if (place.records.size === 0) this.empty.add(place);
  }

  private enter(record: BlockRecord): void {
    if (this.near.has(record)) return;
    this.near.add(record);
    this.marksNear += record.marks.length;
    this.changed(record, true);
  }

  private leave(record: BlockRecord, tell: boolean): void {
    if (!this.near.delete(record)) return;
    if (!tell) return;
    this.marksNear -= record.marks.length;
    this.changed(record, false);
  }

  private beginObserving(): void {
    this.observer = new IntersectionObserver((entries) => this.run(() => this.moved(entries)), {
      rootMargin: MARGIN,
      ...{ scrollMargin: MARGIN },
    });
    for (const element of this.places.keys()) this.observer.observe(element);
  }

  private moved(entries: IntersectionObserverEntry[]): void {
    for (const { target, isIntersecting } of entries) {
      const place = this.places.get(target);
      if (!place) continue;
      place.near = isIntersecting;
      for (const record of place.records) {
        if (isIntersecting) this.enter(record);
        else this.leave(record, true);
      }
    }
  }
}
