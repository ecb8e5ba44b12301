/**
 * Places by the shelf, for pages with very many of them: each element that an IntersectionObserver watches costs every
 * frame that scrolls or lays out about 1 µs in Chromium and 0.3 µs in Firefox, 10,000 of them two thirds of a frame. A
 * shelf is a row of places that follow each other in one flow; only where it begins and where it ends is watched, and
 * its places are, while the viewport is within it.
 */

import type { InRow, Rows } from './rows.ts';
import { ENDLESS, zone } from './zone.ts';

/** How far beyond the viewport a shelf opens: farther than its places count as near, so that they are known in time. */
const BEYOND = '250%';
/** Fewer places are watched one by one. */
const WORTH = 4;
interface Shelf<P> {
  places: P[];
  /** The viewport lies not above its beginning, not below its end; null: not known yet. */
  begun: boolean | null;
  lasts: boolean | null;
  /** null: nobody has been told yet. */
  open: boolean | null;
}

export interface Keeper<P> {
  /** The viewport is within the shelf: its places are to be watched … */
  opened(places: readonly P[]): void;
  /** … or no more: none is near. */
  closed(places: readonly P[]): void;
  /** Runs what the browser calls us for. */
  run(work: () => void): void;
}

export class Shelves<P extends InRow> {
  private readonly keeper: Keeper<P>;
  private readonly shelfOf = new Map<P, Shelf<P>>();
  /** By the elements at which shelves begin and end. */
  private readonly begins = new Map<Element, Shelf<P>>();
  private readonly ends = new Map<Element, Shelf<P>>();
  private readonly above: IntersectionObserver;
  private readonly below: IntersectionObserver;

  constructor(keeper: Keeper<P>) {
    this.keeper = keeper;
    const observer = (margin: string, told: (entry: IntersectionObserverEntry) => void) =>
      new IntersectionObserver((entries) => keeper.run(() => entries.forEach(told)), zone(margin));
    this.above = observer(`${ENDLESS} 100% ${BEYOND}`, (entry) =>
      this.told(this.begins.get(entry.target), { begun: isReached(entry) }),
    );
    this.below = observer(`${BEYOND} 100% ${ENDLESS}`, (entry) =>
      this.told(this.ends.get(entry.target), { lasts: isReached(entry) }),
    );
  }

  /**
   * Puts places on shelves, as many in each step as stand on one.
   * @param left those that are still to be put somewhere: who is no place any more is not among them, and who was put
   * somewhere leaves.
   * @returns those that stand alone.
   */
  *build(sorted: Rows<P>, left: Set<P>): Generator<undefined, P[]> {
    const { rows } = sorted;
    const total = rows.reduce((sum, row) => sum + row.length, 0);
    // The fewest watched at a time: two ends a shelf, and the places of about three.
    const length = Math.max(WORTH, Math.ceil(total / Math.sqrt(1.5 * total)));
    const alone: P[] = [];
    for (const row of rows) {
      for (let from = 0; from < row.length; from += length) {
        const shelf = row.slice(from, from + length).filter((place) => left.delete(place));
        let next = from + length;
        while (next < row.length && !left.has(row[next]!)) next++;
        if (shelf.length < WORTH || sorted.standsInColumns(shelf[0]!.element)) alone.push(...shelf);
        else this.add(shelf, (row[next] ?? shelf.at(-1)!).element);
        yield;
      }
    }
    return alone;
  }

  /** Whether a place stands on a shelf. */
  has(place: P): boolean {
    return this.shelfOf.has(place);
  }

  /** The places on open shelves. */
  *opened(): Generator<P> {
    for (const [place, { open }] of this.shelfOf) if (open) yield place;
  }

  /**
   * A place holds nothing any more; when a shelf began or ended with it, the others on it are given back. What ends a shelf
   * need not stand on one itself.
   */
  remove(place: P): P[] {
    const shelf = this.shelfOf.get(place);
    if (shelf) {
      this.shelfOf.delete(place);
      shelf.places.splice(shelf.places.indexOf(place), 1);
    }
    const begins = this.begins.get(place.element);
    const ends = this.ends.get(place.element);
    return [begins, ends].flatMap((broken) => (broken ? this.dissolve(broken) : []));
  }

  stop(): void {
    this.above.disconnect();
    this.below.disconnect();
    this.shelfOf.clear();
    this.begins.clear();
    this.ends.clear();
  }

  private add(places: P[], end: Element): void {
    const shelf: Shelf<P> = { places, begun: null, lasts: null, open: null };
    for (const place of places) this.shelfOf.set(place, shelf);
    const begin = places[0]!.element;
    this.begins.set(begin, shelf);
    this.ends.set(end, shelf);
    this.above.observe(begin);
    this.below.observe(end);
  }

  private dissolve(shelf: Shelf<P>): P[] {
    for (const [element, one] of this.begins) {
      if (one !== shelf) continue;
      this.begins.delete(element);
      this.above.unobserve(element);
    }
    for (const [element, one] of this.ends) {
      if (one !== shelf) continue;
      this.ends.delete(element);
      this.below.unobserve(element);
    }
    const places = shelf.places.splice(0);
    for (const place of places) this.shelfOf.delete(place);
    return places;
  }

  private told(shelf: Shelf<P> | undefined, news: Partial<Shelf<P>>): void {
    if (!shelf) return;
    Object.assign(shelf, news);
    if (shelf.begun === null || shelf.lasts === null) return;
    const open = shelf.begun && shelf.lasts;
    if (open === shelf.open) return;
    shelf.open = open;
    if (open) this.keeper.opened(shelf.places);
    else this.keeper.closed(shelf.places);
  }
}

/** What has no box says nothing of where its neighbours are: then the shelf is open rather than closed. */
const isReached = ({ isIntersecting, boundingClientRect: { width, height } }: IntersectionObserverEntry): boolean =>
  isIntersecting || (width === 0 && height === 0);
