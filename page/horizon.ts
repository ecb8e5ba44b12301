/**
 * How far the page is read: a reader sees the first screens of most pages and no more, so what lies farther down is left
 * unread until it comes near. What was read ends in stretches that were not, each with an element at its beginning whose
 * coming near the browser tells. What stands late in the tree may yet be seen at once (a column beside, a dialog, a bar
 * at the bottom): such elements are looked for beside each stretch, and under points of the viewport.
 */
import { runStart } from './run-start.ts';
import type { TextRoot } from './text-root.ts';
import { following } from './text-walk.ts';
import { elementOver, firstOf, isInPage, nextOf, parentOf, previousOf, rectOf, textOf, typeOf } from './tree.ts';
import { beginOf, endOf, type Stretch, Unread } from './unread.ts';
import { zone } from './zone.ts';

/** A stretch is read when it begins less than this below the viewport, in heights of the viewport. */
const AHEAD = 2;
/** As good as without end; Chromium takes no more. */
const ENDLESS = '10000000px';
/** Time between two looks while the page scrolls, in ms. */
const EVERY = 100;
/** So much text, in UTF-16 code units, takes less room than is read ahead. */
const LITTLE = 1500;
/** Elements beside a stretch that are looked at. */
const BESIDE = 64;
/** Points looked at, as parts of the viewport's width and of its height. */
const POINTS = [0.05, 0.5, 0.95];

export interface HorizonListener {
  /** A stretch has come near: read on. */
  due(): void;
  /** Runs what the browser calls us for. */
  run(work: () => void): void;
}

export class Horizon {
  private readonly listener: HorizonListener;
  private readonly unread = new Unread();
  private readonly due = new Set<Stretch>();
  private readonly sentinels = new Map<Element, Stretch>();
  private observer: IntersectionObserver | null = null;
  private timer: ReturnType<typeof setTimeout> | undefined;

  constructor(listener: HorizonListener) {
    this.listener = listener;
  }

  /** Everything was read. */
  get isWhole(): boolean {
    return this.unread.stretches.length === 0;
  }

  get isDue(): boolean {
    return this.due.size > 0;
  }

  /** Leaves a stretch for later. @param to the first node behind it; null: it goes to the end of its tree. */
  leave(root: TextRoot, from: Node, to: Node | null): void {
    this.watch(this.unread.put(root, from, to));
  }

  /**
   * The next stretch to be read, taken out: its first node, and the first behind it. Null when there is none.
   * @param any near or not.
   */
  next(any: boolean): { root: TextRoot; from: Node; to: Node | null } | null {
    for (const stretch of [...this.unread.stretches]) {
      if (!any && !this.due.has(stretch)) continue;
      this.unwatch(stretch);
      const taken = this.unread.take(stretch);
      if (taken) return { root: stretch.root, ...taken };
    }
    return null;
  }

  /** The first node behind the stretch in which a node lies, null at the end of its tree; undefined when it lies in none. */
  behind(node: Node): Node | null | undefined {
    const stretch = this.unread.around(node);
    return stretch && endOf(stretch);
  }

  /** The first node of the stretch in which a text lies, itself when it lies in none. */
  startOf(text: Text): Node {
    const stretch = this.unread.around(text);
    return (stretch && beginOf(stretch)) ?? text;
  }

  /** Whether a node lies, with all that it holds, where nothing was read. */
  hides(node: Node): boolean {
    return this.unread.around(node) !== undefined;
  }

  /** See `Unread.readInto`. */
  readInto(last: Node): void {
    this.unread.readInto(last);
  }

  /** See `Unread.opened`. */
  opened(node: Node): void {
    this.unread.opened(node);
  }

  /** The page has changed: what stood at the beginning of a stretch may stand there no more. */
  changed(): void {
    for (const stretch of [...this.unread.stretches]) {
      if (stretch.range.collapsed) {
        this.unwatch(stretch);
        this.unread.take(stretch);
        continue;
      }
      const sentinel = sentinelOf(stretch);
      if (sentinel && this.sentinels.get(sentinel) === stretch) continue;
      this.unwatch(stretch);
      this.watch(stretch);
    }
  }

  /** Looks for what is near though nobody has told. Asks for layout: at most now and then. */
  look(): void {
    if (this.isWhole) return;
    for (const stretch of this.unread.stretches) {
      const sentinel = sentinelOf(stretch);
      if (!sentinel || isAhead(rectOf(sentinel).top)) this.due.add(stretch);
      else this.lookBeside(stretch);
    }
    for (const x of POINTS) for (const y of POINTS) this.lookAt(x * innerWidth, y * innerHeight);
    if (this.isDue) this.listener.due();
  }

  drop(root: TextRoot): void {
    for (const stretch of this.unread.stretches) if (stretch.root === root) this.unwatch(stretch);
    this.unread.drop(root);
  }

  stop(): void {
    for (const stretch of this.unread.stretches) this.unwatch(stretch);
    this.unread.clear();
  }

  private watch(stretch: Stretch): void {
    const sentinel = sentinelOf(stretch);
    if (!sentinel || this.due.has(stretch)) {
      this.due.add(stretch);
      return;
    }
    if (!this.observer) {
      this.observer = new IntersectionObserver(
        (entries) => this.listener.run(() => this.told(entries)),
        zone(`${ENDLESS} ${ENDLESS} ${AHEAD * 100}% ${ENDLESS}`),
      );
      window.addEventListener('scroll', this.scrolled, { capture: true, passive: true });
    }
    this.sentinels.set(sentinel, stretch);
    this.observer.observe(sentinel);
  }

  private unwatch(stretch: Stretch): void {
    this.due.delete(stretch);
    for (const [sentinel, its] of this.sentinels) {
      if (its !== stretch) continue;
      this.sentinels.delete(sentinel);
      this.observer?.unobserve(sentinel);
    }
    if (this.sentinels.size > 0) return;
    this.observer?.disconnect();
    this.observer = null;
    clearTimeout(this.timer);
    this.timer = undefined;
    window.removeEventListener('scroll', this.scrolled, { capture: true });
  }

  /** Scrollers inside the page take a sentinel past the viewport without a word, and so do frames of other sites. */
  private readonly scrolled = (): void => {
    this.timer ??= setTimeout(() => {
      this.timer = undefined;
      this.listener.run(() => this.look());
    }, EVERY);
  };

  private told(entries: IntersectionObserverEntry[]): void {
    for (const { target, isIntersecting, boundingClientRect } of entries) {
      const stretch = this.sentinels.get(target);
      if (!stretch) continue;
      const { width, height } = boundingClientRect;
      if (isIntersecting) this.due.add(stretch);
      else if (width === 0 && height === 0) this.watchBehind(stretch, target);
      else this.lookBeside(stretch);
    }
    if (this.isDue) this.listener.due();
  }

  /** An element without a box says nothing of where its text is: the next one that has a box does. */
  private watchBehind(stretch: Stretch, element: Element): void {
    let asked = 0;
    for (
      let node = following(element, stretch.root.node);
      node && asked < BESIDE;
      node = firstOf(node) ?? following(node, stretch.root.node)
    ) {
      if (typeOf(node) !== Node.ELEMENT_NODE) continue;
      asked++;
      const { top, width, height } = rectOf(node as Element);
      if (width === 0 && height === 0) continue;
      if (isAhead(top) || this.sentinels.has(node as Element)) break;
      this.sentinels.set(node as Element, stretch);
      this.observer?.observe(node as Element);
      return;
    }
    this.due.add(stretch);
  }

  /** Elements that come after the beginning of a stretch and yet are near: not everything stands one below the other. */
  private lookBeside(stretch: Stretch): void {
    let asked = 0;
    for (let up = sentinelOf(stretch) as Node | null; up && up !== stretch.root.node; up = parentOf(up)) {
      for (let after = nextOf(up); after && asked < BESIDE; after = nextOf(after)) {
        if (typeOf(after) !== Node.ELEMENT_NODE) continue;
        asked++;
        if (isNear(after as Element)) {
          this.bring(after);
          return;
        }
      }
    }
  }

  private lookAt(x: number, y: number): void {
    const element = document.elementFromPoint(x, y);
    if (element && this.hides(element)) this.bring(element);
  }

  /** Back from a node as far as what stands before it is near too, and unread. */
  private firstNear(node: Node): Node {
    let first = node;
    for (let asked = 0; asked < BESIDE; ) {
      const before: Node | null = previousOf(first) ?? parentOf(first);
      if (!before || !this.hides(before)) break;
      if (typeOf(before) === Node.ELEMENT_NODE) {
        asked++;
        if (!isNear(before as Element)) break;
      }
      first = before;
    }
    return first;
  }

  /** What begins with the run of text around this node is read next. */
  private bring(node: Node): void {
    const stretch = this.unread.around(node);
    const first = this.firstNear(node);
    const start = stretch && runStart(stretch.root.node, parentOf(first)!, first);
    const second = start && this.unread.split(start);
    if (!second) return;
    this.due.add(second);
    this.changed();
  }
}

function isNear(element: Element): boolean {
  const { top, bottom, width } = rectOf(element);
  return width > 0 && bottom > -innerHeight && isAhead(top);
}

/** Not farther below the viewport than is read. @param top CSS px of the viewport. */
const isAhead = (top: number): boolean => top < innerHeight * (1 + AHEAD);

/**
 * The element at whose place a stretch begins: the first in it, when little text stands before that; else the one around
 * its first text. Null when none can tell.
 */
function sentinelOf(stretch: Stretch): Element | null {
  const first = beginOf(stretch);
  if (!first || !isInPage(first)) return null;
  let passed = 0;
  for (let node: Node | null = first; node && passed < LITTLE; node = following(node, stretch.root.node)) {
    if (typeOf(node) === Node.ELEMENT_NODE) return node as Element;
    passed += 1 + textOf(node).length;
  }
  return elementOver(first);
}
