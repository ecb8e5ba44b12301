/**
 * Has the browser tell which places are near (IntersectionObserver): one by one while they are few, on shelves when they
 * are many, since each watched element costs every frame that scrolls.
 */
import type { Place } from './place.ts';
import { sortIntoRows } from './rows.ts';
import { Shelves } from './shelves.ts';
import { zone } from './zone.ts';

/** So many places are watched one by one; beyond that they are put on shelves. */
const MANY = 64;
/** How far beyond the viewport is near: far enough to change seldom what is registered (see `PaintTimes`). */
const MARGIN = '150% 25%';

export interface PlaceWatcher {
  /** All places there are, by their elements. */
  readonly places: ReadonlyMap<Element, Place>;
  /** The same in the order of the page, as far as possible. */
  inOrder(): Iterable<Place>;
  /** The browser has told something of these. */
  told(entries: readonly IntersectionObserverEntry[]): void;
  /** A place is far, and nobody watches it any more. */
  far(place: Place): void;
  /** Runs what the browser calls us for. */
  run(work: () => void): void;
}

export class PlaceWatch {
  private readonly watcher: PlaceWatcher;
  private shelves: Shelves<Place> | null = null;
  private observer: IntersectionObserver | null = null;
  /** Places that are not on a shelf. */
  private readonly loose = new Set<Place>();
  /** So many of them found no shelf at the last building. */
  private alone = 0;
  /** Places are being put on shelves … */
  private arranging: Generator<undefined, void> | null = null;
  /** … these are still to be … */
  private left = new Set<Place>();
  /** … and here they stand. The old shelves hold until all do. */
  private next: Shelves<Place> | null = null;
  /** Places that the last time missed, because the page changed under it. */
  private missed = Number.POSITIVE_INFINITY;

  constructor(watcher: PlaceWatcher) {
    this.watcher = watcher;
  }

  /** The browser is asked: before, nobody knows what is near. */
  get isOn(): boolean {
    return this.observer !== null;
  }

  begin(): void {
    const { run, told } = this.watcher;
    this.observer = new IntersectionObserver((entries) => run(() => told(entries)), zone(MARGIN));
    for (const { element } of this.loose) this.observer.observe(element);
  }

  add(place: Place): void {
    this.loose.add(place);
    // Beyond that many they are about to be put on shelves.
    if (this.loose.size <= 2 * MANY + this.alone) this.observer?.observe(place.element);
  }

  remove(place: Place): void {
    this.loose.delete(place);
    this.left.delete(place);
    this.observer?.unobserve(place.element);
    for (const shelves of [this.shelves, this.next]) for (const other of shelves?.remove(place) ?? []) this.add(other);
  }

  /** Puts all on shelves anew when too many stand loose: dear, hence seldom, and until `late()`; true when all is done. */
  tidy(late: () => boolean): boolean {
    while (this.arranging || this.isCrowded) {
      this.arranging ??= this.arrange();
      if (this.arranging.next().done) this.arranging = null;
      if (late()) return !this.arranging && !this.isCrowded;
    }
    return true;
  }

  stop(): void {
    this.observer?.disconnect();
    this.observer = null;
    this.shelves?.stop();
    this.shelves = null;
    this.arranging = null;
    this.left.clear();
    this.next?.stop();
    this.next = null;
    this.missed = Number.POSITIVE_INFINITY;
    this.loose.clear();
    this.alone = 0;
  }

  /** More stand loose than belong there. */
  private get isCrowded(): boolean {
    return this.observer !== null && this.loose.size > MANY + this.alone;
  }

  /** Between two steps the page may change: places come, which stand loose, and go. */
  private *arrange(): Generator<undefined, void> {
    const { places, inOrder } = this.watcher;
    const rows = yield* sortIntoRows(inOrder());
    this.left = new Set(places.values());
    const shelves = this.newShelves();
    this.next = shelves;
    const alone = (yield* shelves.build(rows, this.left)).filter((place) => places.get(place.element) === place);
    const missed = [...this.left];
    const come = [...this.loose].filter((place) => !shelves.has(place));
    this.left.clear();
    this.loose.clear();
    this.next = null;
    this.shelves?.stop();
    this.shelves = shelves;
    this.observer?.disconnect();
    for (const { element } of shelves.opened()) this.observer?.observe(element);
    this.alone = alone.length;
    // What has come while the others were sorted is sorted next time; what is missed again and again has no order.
    if (missed.length < this.missed) this.missed = missed.length;
    else {
      this.alone += missed.length;
      this.missed = Number.POSITIVE_INFINITY;
    }
    for (const place of [...alone, ...missed, ...come]) this.add(place);
  }

  private newShelves(): Shelves<Place> {
    return new Shelves<Place>({
      opened: (places) => {
        for (const { element } of places) this.observer?.observe(element);
      },
      closed: (places) => {
        for (const place of places) {
          this.observer?.unobserve(place.element);
          this.watcher.far(place);
        }
      },
      run: this.watcher.run,
    });
  }
}
