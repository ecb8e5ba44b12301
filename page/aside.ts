/**
 * What is near, but only for the reader's next scroll: each range that is registered costs a frame that changes something
 * of the page about 4 µs (Chromium, with 10,000 of them 40 ms), and a frame that changes nothing nothing at all. When the
 * page changes while nobody scrolls, what is not nearer still is set aside; it is back as soon as the browser tells of any
 * of it that it is.
 */
import { isInPage } from './tree.ts';
import { zone } from './zone.ts';

/** How far beyond the viewport nothing is set aside: a turn of the wheel. After a longer leap marks come a frame or two later. */
const MARGIN = '12% 25%';

export class Aside {
  private readonly changed: (back: boolean) => void;
  private readonly elements = new Set<Element>();
  private readonly observer: IntersectionObserver;

  /**
   * @param changed called when elements were set aside, or all are back (`back`).
   * @param run runs what the browser calls us for.
   */
  constructor(changed: (back: boolean) => void, run: (work: () => void) => void) {
    this.changed = changed;
    this.observer = new IntersectionObserver((entries) => run(() => this.told(entries)), zone(MARGIN));
  }

  has(element: Element): boolean {
    return this.elements.has(element);
  }

  /** Sets aside what of these is not nearer still. */
  begin(elements: Iterable<Element>): void {
    this.observer.disconnect();
    const given = new Set(elements);
    let back = false;
    // What is asked for no more nobody would tell of any more.
    for (const element of this.elements) if (!given.has(element)) back = this.elements.delete(element);
    for (const element of given) this.observer.observe(element);
    if (back) this.changed(false);
  }

  /** An element is near no more, holds nothing, or is looked after by somebody else. */
  forget(element: Element): void {
    this.elements.delete(element);
    this.observer.unobserve(element);
  }

  stop(): void {
    this.observer.disconnect();
    this.elements.clear();
  }

  private told(entries: IntersectionObserverEntry[]): void {
    let [back, more] = [false, false];
    for (const { target, isIntersecting } of entries) {
      if (!isInPage(target)) this.forget(target);
      else if (!isIntersecting) {
        more ||= !this.elements.has(target);
        this.elements.add(target);
      } else if (this.elements.has(target)) back = true;
      else this.observer.unobserve(target);
    }
    if (back) this.stop();
    if (back || more) this.changed(back);
  }
}
