/**
 * Tells when a stretch of unread text comes near: each is stood for by an element at its beginning, which the browser
 * watches. An element without a box says nothing of where its text is: the next one that has a box speaks for it.
 */
import { AHEAD, hasBox, isAhead } from './nearness.ts';
import { elementOver, firstOf, following, isInPage, rectOf, textOf, typeOf } from './tree.ts';
import { beginOf, type Stretch } from './unread.ts';
import { ENDLESS, zone } from './zone.ts';

/** So much text, in UTF-16 code units, takes less room than is read ahead. */
const LITTLE = 1500;
/** Elements asked in search of one that has a box. */
const ASKED = 64;

export interface SentinelListener {
  /** The stretch is near, or nobody can tell. */
  near(stretch: Stretch): void;
  /** Its beginning is not. */
  far(stretch: Stretch): void;
  /** The browser has told all that it had to tell. */
  told(): void;
  /** Runs what the browser calls us for. */
  run(work: () => void): void;
}

export class Sentinels {
  private readonly listener: SentinelListener;
  private readonly stretches = new Map<Element, Stretch>();
  private observer: IntersectionObserver | null = null;

  constructor(listener: SentinelListener) {
    this.listener = listener;
  }

  /** The element at the beginning of a stretch stands for it. */
  isRight(stretch: Stretch): boolean {
    const sentinel = sentinelOf(stretch);
    return sentinel !== null && this.stretches.get(sentinel) === stretch;
  }

  /** False when no element can stand for this stretch. */
  watch(stretch: Stretch): boolean {
    const sentinel = sentinelOf(stretch);
    if (!sentinel) return false;
    this.observe(sentinel, stretch);
    return true;
  }

  unwatch(stretch: Stretch): void {
    for (const [sentinel, its] of this.stretches) {
      if (its !== stretch) continue;
      this.stretches.delete(sentinel);
      this.observer?.unobserve(sentinel);
    }
  }

  stop(): void {
    this.stretches.clear();
    this.observer?.disconnect();
    this.observer = null;
  }

  private observe(sentinel: Element, stretch: Stretch): void {
    this.observer ??= new IntersectionObserver(
      (entries) => this.listener.run(() => this.told(entries)),
      zone(`${ENDLESS} ${ENDLESS} ${AHEAD * 100}% ${ENDLESS}`),
    );
    this.stretches.set(sentinel, stretch);
    this.observer.observe(sentinel);
  }

  private told(entries: IntersectionObserverEntry[]): void {
    for (const { target, isIntersecting, boundingClientRect, rootBounds } of entries) {
      const stretch = this.stretches.get(target);
      if (!stretch) continue;
      // In a frame of another site nobody tells what is near, nor where the reader leaps.
      if (isIntersecting || !rootBounds) this.listener.near(stretch);
      else if (!hasBox(boundingClientRect)) this.watchBehind(stretch, target);
      else this.listener.far(stretch);
    }
    this.listener.told();
  }

  private watchBehind(stretch: Stretch, element: Element): void {
    let asked = 0;
    for (
      let node = following(element, stretch.root.node);
      node && asked < ASKED;
      node = firstOf(node) ?? following(node, stretch.root.node)
    ) {
      if (typeOf(node) !== Node.ELEMENT_NODE) continue;
      asked++;
      const rect = rectOf(node as Element);
      if (!hasBox(rect)) continue;
      if (isAhead(rect.top) || this.stretches.has(node as Element)) break;
      this.observe(node as Element, stretch);
      return;
    }
    this.listener.near(stretch);
  }
}

/**
 * The element at whose place a stretch begins: the first in it, when little text stands before that; else the one around
 * its first text. Null when none can tell.
 */
export function sentinelOf(stretch: Stretch): Element | null {
  const first = beginOf(stretch);
  if (!first || !isInPage(first)) return null;
  let passed = 0;
  for (let node: Node | null = first; node && passed < LITTLE; node = following(node, stretch.root.node)) {
    if (typeOf(node) === Node.ELEMENT_NODE) return node as Element;
    passed += 1 + textOf(node).length;
  }
  return elementOver(first);
}
