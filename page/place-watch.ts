/**
 * Has the browser tell which places are near (IntersectionObserver): one by one while they are few, on shelves when they
 * are many, since each watched element costs every frame that scrolls.
 */
import type { Place } from './place.ts';
import type { Rows } from './rows.ts';
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
  private readonly shelves: Shelves<Place>;
  private observer: IntersectionObserver | null = null;
  /** Places that are not on a shelf. */
  private readonly loose = new Set<Place>();
  /** So many of them found no shelf at the last building. */
  private alone = 0;
  /** Places are being sorted for the shelves. */
  private sorting: Generator<undefined, Rows<Place>> | null = null;

  constructor(watcher: PlaceWatcher) {
    this.watcher = watcher;
    this.shelves = new Shelves<Place>({
      opened: (places) => {
        for (const { element } of places) this.observer?.observe(element);
      },
      closed: (places) => {
        for (const place of places) {
          this.observer?.unobserve(place.element);
          watcher.far(place);
        }
      },
      run: watcher.run,
    });
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
    this.observer?.unobserve(place.element);
    for (const other of this.shelves.remove(place)) this.add(other);
  }

  /** Puts all on shelves anew when too many stand loose: dear, hence seldom, and until `late()`; true when all is done. */
  tidy(late: () => boolean): boolean {
    if (this.observer && this.loose.size > MANY + this.alone)
      this.sorting ??= this.shelves.sort(this.watcher.inOrder());
    while (this.sorting) {
      const { value, done } = this.sorting.next();
      if (done) {
        this.sorting = null;
        this.putOnShelves(value);
      } else if (late()) return false;
    }
    return true;
  }

  stop(): void {
    this.observer?.disconnect();
    this.observer = null;
    this.shelves.stop();
    this.sorting = null;
    this.loose.clear();
    this.alone = 0;
  }

  private putOnShelves(rows: Rows<Place>): void {
    this.observer?.disconnect();
    this.loose.clear();
    // What has come while the others were sorted is missed by them.
    const missed = new Set(this.watcher.places.values());
    const alone = this.shelves.build(rows, (place) => missed.delete(place));
    alone.push(...missed);
    this.alone = alone.length;
    for (const place of alone) this.add(place);
  }
}
