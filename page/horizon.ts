/**
 * How far the page is read: a reader sees the first screens of most pages and no more, so what lies farther down is left
 * unread until it comes near. What was read ends in stretches that were not, each with an element at its beginning whose
 * coming near the browser tells. What stands late in the tree may yet be seen at once (a column beside, a dialog, a bar
 * at the bottom): such elements are looked for beside each stretch, and under points of the viewport.
 */
import { hasBox, isAhead, isNear, underPoints } from './nearness.ts';
import { runStart } from './run-start.ts';
import { Sentinels, sentinelOf } from './sentinels.ts';
import { Stirs } from './stirs.ts';
import type { TextRoot } from './text-root.ts';
import { following, nextOf, parentOf, previousOf, rectOf, typeOf } from './tree.ts';
import { beginOf, endOf, type Stretch, Unread } from './unread.ts';

/** Elements looked at in search of one that is near: in all, and in one row of siblings. */
const BESIDE = 64;
const IN_A_ROW = 8;

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
  private readonly sentinels: Sentinels;
  private readonly stirs: Stirs;

  constructor(listener: HorizonListener) {
    this.listener = listener;
    this.stirs = new Stirs(() => listener.run(() => this.look()));
    this.sentinels = new Sentinels({
      near: (stretch) => this.due.add(stretch),
      far: (stretch) => this.lookBeside(stretch),
      told: () => {
        if (this.isDue) listener.due();
      },
      run: listener.run,
    });
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
      this.restIfWhole();
      if (taken) return { root: stretch.root, ...taken };
    }
    return null;
  }

  /** The elements at which unread stretches begin, each with the first node behind its stretch; null: there is none. */
  gaps(): Map<Element, Node | null> {
    const gaps = new Map<Element, Node | null>();
    for (const stretch of this.unread.stretches) {
      let first = beginOf(stretch);
      while (first && typeOf(first) !== Node.ELEMENT_NODE) first = following(first, stretch.root.node);
      if (first) gaps.set(first as Element, endOf(stretch));
    }
    return gaps;
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
    if (this.isWhole) return;
    this.unread.opened(node);
    this.changed();
  }

  /** The page has changed: what stood at the beginning of a stretch may stand there no more. */
  changed(): void {
    for (const stretch of [...this.unread.stretches]) {
      if (stretch.range.collapsed) {
        this.unwatch(stretch);
        this.unread.take(stretch);
        continue;
      }
      if (this.sentinels.isRight(stretch)) continue;
      this.unwatch(stretch);
      this.watch(stretch);
    }
    this.restIfWhole();
  }

  /** Looks soon for what is near though nobody has told. */
  lookSoon(): void {
    if (!this.isWhole) this.stirs.soon();
  }

  /** A look that was asked for is still to come. */
  get isLooking(): boolean {
    return this.stirs.waits;
  }

  /** The look itself. Asks for layout: at most now and then, and when that is known anyway. */
  look(): void {
    if (this.isWhole) return;
    for (const stretch of [...this.unread.stretches]) {
      const sentinel = sentinelOf(stretch);
      if (!sentinel || (hasBox(rectOf(sentinel)) && isAhead(rectOf(sentinel).top))) this.due.add(stretch);
      else this.lookBeside(stretch);
    }
    for (const element of underPoints()) if (this.hides(element)) this.bring(element);
    if (this.isDue) this.listener.due();
  }

  drop(root: TextRoot): void {
    for (const stretch of this.unread.stretches) if (stretch.root === root) this.unwatch(stretch);
    this.unread.drop(root);
    this.restIfWhole();
  }

  stop(): void {
    this.unread.clear();
    this.due.clear();
    this.rest();
  }

  private watch(stretch: Stretch): void {
    if (!this.due.has(stretch) && this.sentinels.watch(stretch)) this.stirs.listen();
    else this.due.add(stretch);
  }

  private unwatch(stretch: Stretch): void {
    this.due.delete(stretch);
    this.sentinels.unwatch(stretch);
  }

  private restIfWhole(): void {
    if (this.isWhole) this.rest();
  }

  /** Nothing is waited for. */
  private rest(): void {
    this.sentinels.stop();
    this.stirs.stop();
  }

  /** Elements that come after the beginning of a stretch and yet are near: not everything stands one below the other. */
  private lookBeside(stretch: Stretch): void {
    for (let up = sentinelOf(stretch) as Node | null; up && up !== stretch.root.node; up = parentOf(up)) {
      let asked = 0;
      for (let after = nextOf(up); after && asked < IN_A_ROW; after = nextOf(after)) {
        if (typeOf(after) !== Node.ELEMENT_NODE) continue;
        asked++;
        if (isNear(after as Element)) {
          this.bring(after);
          return;
        }
      }
    }
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
    this.changed();
    this.due.add(second);
  }
}
