/**
 * Knows which blocks with marks are near the viewport: each registered range costs every frame that changes the
 * page about 4 µs in Chromium, and hundreds can lock a tab in Safari. The browser tells (IntersectionObserver);
 * until it has told, a new block is taken to be where its neighbours are, so that marks of changed text do not blink.
 */
import { Aside } from './aside.ts';
import { type BlockRecord, type Mark, pointsOf } from './block-record.ts';
import { CROWD, Crowds } from './crowd.ts';
import { boxOf } from './is-shown.ts';
import type { Limits } from './limits.ts';
import { boxAround, countOf, marksOf, type Place } from './place.ts';
import { PlaceWatch } from './place-watch.ts';

/** So few marks are near wherever they are: no watching. */
const FEW = 24;
/** Blocks before and behind that are asked where a new one may be. */
const NEIGHBOURS = 12;
/** So few marks near are not worth setting any aside. */
const LIGHT = 40;
/** So many marks are shown on trust, when no neighbour knows. */
const TRUSTED = 200;

export class Near {
  private readonly near = new Set<BlockRecord>();
  private readonly places = new Map<Element, Place>();
  private readonly placeOf = new Map<BlockRecord, Place>();
  /** Places that hold nothing now: what changed may come back in a moment. */
  private readonly empty = new Set<Place>();
  private readonly changed: (record: BlockRecord, seen: boolean) => void;
  private readonly marked: () => Iterable<BlockRecord>;
  private readonly watching: PlaceWatch;
  private readonly crowds: Crowds<Place>;
  private readonly aside: Aside;
  /** From when on, as `performance.now()`, what is only for the next scroll may be set aside. */
  private restsFrom = 0;
  /** It was. */
  private isEased = false;
  private readonly limits: Pick<Limits, 'ease' | 'repaint'>;
  private marks = 0;
  private marksNear = 0;

  /**
   * @param changed called when a block comes near, into view (`seen`) even, or is near no more.
   * @param marked all blocks with marks, in the order of their tree.
   * @param boxOf where a mark is, CSS px of the viewport.
   * @param run runs what the browser calls us for.
   */
  constructor(
    changed: (record: BlockRecord, seen: boolean) => void,
    marked: () => Iterable<BlockRecord>,
    boxOf: (mark: Mark) => DOMRect | undefined,
    run: (work: () => void) => void,
    limits: Pick<Limits, 'ease' | 'repaint'>,
  ) {
    this.limits = limits;
    this.changed = changed;
    this.marked = marked;
    this.watching = new PlaceWatch({
      places: this.places,
      inOrder: () => this.placesInOrder(),
      told: (entries) => this.moved(entries),
      far: (place) => this.told(place, false, false),
      run,
    });
    const again = ({ records }: Place) => {
      for (const record of records) this.changed(record, true);
    };
    this.crowds = new Crowds<Place>(marksOf, boxOf, again, run);
    this.aside = new Aside((back) => {
      // To be back costs a repaint: not at once again.
      if (back) this.stir(this.limits.repaint);
      for (const record of this.near) this.changed(record, true);
    }, run);
  }

  /** Marks on the whole page, near or not. */
  get total(): number {
    return this.marks;
  }

  has(record: BlockRecord): boolean {
    return this.near.has(record);
  }

  records(): Iterable<BlockRecord> {
    return this.near;
  }

  /** The page changes: each frame of it pays for all that is registered, what waits for the next scroll included. */
  pageChanged(): void {
    if (this.isEased || this.marksNear <= LIGHT || performance.now() < this.restsFrom) return;
    this.ease();
  }

  /** Whether a mark of a block that is near is near itself. */
  isClose(mark: Mark): boolean {
    const place = this.placeOf.get(mark.record);
    return !place || (!this.aside.has(place.element) && this.crowds.isClose(place, mark));
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
    this.mindCrowd(this.placeOf.get(record));
    if (!this.watching.isOn && this.marks > FEW) this.watching.begin();
  }

  /** All changes are worked off: places that hold nothing are let go. Works until `late()`; true when all is done. */
  tidy(late: () => boolean): boolean {
    for (const place of this.empty) if (place.records.size === 0) this.drop(place);
    this.empty.clear();
    return this.watching.tidy(late);
  }

  private drop(place: Place): void {
    this.places.delete(place.element);
    this.crowds.leave(place);
    this.aside.forget(place.element);
    this.watching.remove(place);
  }

  /** Each place once, as far as possible in the order of the page. */
  private *placesInOrder(): Generator<Place> {
    const given = new Set<Place>();
    for (const record of this.marked()) {
      const place = this.placeOf.get(record);
      if (!place || given.has(place)) continue;
      given.add(place);
      yield place;
    }
  }

  stop(): void {
    this.watching.stop();
    this.crowds.stop();
    this.aside.stop();
    this.isEased = false;
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
    const place = this.put(record, element);
    if (!this.watching.isOn || (place.near ?? this.isLikelyNear(record))) this.enter(record, true);
  }

  private put(record: BlockRecord, element: Element): Place {
    let place = this.places.get(element);
    if (!place) {
      place = { element, records: new Set(), near: null };
      this.places.set(element, place);
      this.watching.add(place);
    } else if (place.records.size === 0 && place.near === false) this.watchAnew(place);
    place.records.add(record);
    this.placeOf.set(record, place);
    return place;
  }

  /** What it held has left and is back, perhaps elsewhere: where its shelf stands says nothing of it any more. */
  private watchAnew(place: Place): void {
    place.near = null;
    this.watching.remove(place);
    this.watching.add(place);
  }

  /** An element without a box of its own is nowhere, while its text, or what follows it in its line, may be in view. */
  private moveOut(place: Place, around: Element): void {
    const records = [...place.records];
    place.records.clear();
    this.drop(place);
    for (const record of records) {
      const { near } = this.put(record, around);
      if (near) this.enter(record, true);
      else if (near === false) this.leave(record, true);
    }
    this.mindCrowd(this.places.get(around));
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

  private enter(record: BlockRecord, seen: boolean): void {
    if (this.near.has(record)) return;
    this.near.add(record);
    this.marksNear += record.marks.length;
    this.changed(record, seen);
  }

  private leave(record: BlockRecord, tell: boolean): void {
    if (!this.near.delete(record)) return;
    if (!tell) return;
    this.marksNear -= record.marks.length;
    this.changed(record, false);
  }

  private moved(entries: readonly IntersectionObserverEntry[]): void {
    this.stir(this.limits.ease);
    for (const { target, isIntersecting, boundingClientRect } of entries) {
      const place = this.places.get(target);
      if (!place) continue;
      const around = isIntersecting || boundingClientRect.width > 0 ? null : boxAround(place);
      if (around) this.moveOut(place, around);
      else this.told(place, isIntersecting, isSeen(boundingClientRect));
    }
  }

  /** The reader scrolls, or has just come back to what was set aside. @param ms nothing is set aside so long. */
  private stir(ms: number): void {
    this.isEased = false;
    this.restsFrom = Math.max(this.restsFrom, performance.now() + ms);
  }

  /** What is there for the reader's next scroll only is set aside. */
  private ease(): void {
    this.isEased = true;
    const elements = new Set<Element>();
    for (const record of this.near) {
      const place = this.placeOf.get(record);
      if (place?.near && !this.crowds.has(place)) elements.add(place.element);
    }
    this.aside.begin(elements);
  }

  /** A place that is near and holds too many marks to be shown all. */
  private mindCrowd(place: Place | undefined): void {
    if (!place || !this.watching.isOn) return;
    if (this.crowds.has(place)) this.crowds.touch();
    else if (place.near && countOf(place) > CROWD) {
      this.aside.forget(place.element);
      this.crowds.enter(place);
      this.crowds.touch();
    }
  }

  private told(place: Place, near: boolean, seen: boolean): void {
    place.near = near;
    if (!near) {
      this.crowds.leave(place);
      this.aside.forget(place.element);
    } else if (countOf(place) > CROWD) {
      this.aside.forget(place.element);
      this.crowds.enter(place);
    }
    for (const record of place.records) {
      if (near) this.enter(record, seen);
      else this.leave(record, true);
    }
  }
}

const isSeen = ({ top, bottom }: DOMRectReadOnly): boolean => bottom > 0 && top < innerHeight;
