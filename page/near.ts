/**
 * Knows which blocks with marks are near the viewport: each registered range costs every changing frame about 12 µs
 * in Chromium, and hundreds can lock a tab in Safari. The browser tells (IntersectionObserver), nothing is measured.
 */
import type { BlockRecord } from './block-record.ts';
import { pointsOf } from './block-record.ts';

/** So few marks are near wherever they are: no watching. */
const FEW = 24;
/** How far beyond the viewport is near. */
const MARGIN = '100% 25%';

export class Near {
  private readonly near = new Set<BlockRecord>();
  private readonly elements = new Map<Element, Set<BlockRecord>>();
  private readonly elementOf = new Map<BlockRecord, Element>();
  private readonly changed: (record: BlockRecord, near: boolean) => void;
  private observer: IntersectionObserver | null = null;
  private marks = 0;

  /** @param changed called when a block comes near or is near no more. */
  constructor(changed: (record: BlockRecord, near: boolean) => void) {
    this.changed = changed;
  }

  has(record: BlockRecord): boolean {
    return this.near.has(record);
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
    if (count === 0) {
      this.forget(record);
      return;
    }
    if (before === 0) this.watch(record);
    if (!this.observer && this.marks > FEW) this.beginObserving();
  }

  stop(): void {
    this.observer?.disconnect();
    this.observer = null;
    this.elements.clear();
    this.elementOf.clear();
    this.near.clear();
    this.marks = 0;
  }

  private watch(record: BlockRecord): void {
    const { startNode } = pointsOf(record, record.marks[0]!.start, record.marks[0]!.end);
    const element = startNode.parentElement ?? (startNode.parentNode as ShadowRoot | null)?.host;
    if (!element) return;
    this.elementOf.set(record, element);
    const known = this.elements.get(element);
    if (known) known.add(record);
    else {
      this.elements.set(element, new Set([record]));
      this.observer?.observe(element);
    }
    if (!this.observer) this.enter(record);
    else if (known && [...known].some((other) => this.near.has(other))) this.enter(record);
  }

  private forget(record: BlockRecord): void {
    const element = this.elementOf.get(record);
    this.elementOf.delete(record);
    this.near.delete(record);
    const rest = element && this.elements.get(element);
    if (!rest) return;
    rest.delete(record);
    if (rest.size > 0) return;
    this.elements.delete(element);
    this.observer?.unobserve(element);
  }

  private enter(record: BlockRecord): void {
    if (this.near.has(record)) return;
    this.near.add(record);
    this.changed(record, true);
  }

  private beginObserving(): void {
    this.observer = new IntersectionObserver((entries) => this.moved(entries), {
      rootMargin: MARGIN,
      ...{ scrollMargin: MARGIN },
    });
    for (const element of this.elements.keys()) this.observer.observe(element);
  }

  private moved(entries: IntersectionObserverEntry[]): void {
    for (const { target, isIntersecting } of entries) {
      for (const record of this.elements.get(target) ?? []) {
        if (isIntersecting) this.enter(record);
        else if (this.near.delete(record)) this.changed(record, false);
      }
    }
  }
}
