/**
 * What is registered with the browser's highlight registry, which we share with the page: only our own keys are
 * touched, and what the page clears or overwrites is put back.
 */
import type { MarkStyle } from '../core/settings/types.ts';
import { isJoined, mayRegister } from './filled-slot.ts';

/** By mark style; the rules are in entrypoints/marks-*.css. `hover` and `none` paint no marks. */
const KEYS: Partial<Record<MarkStyle, string>> = {
  dotted: 'liner-notes-mark',
  solid: 'liner-notes-solid',
  tint: 'liner-notes-tint',
};
const CURRENT = 'liner-notes-current';
const OPEN = 'liner-notes-open';

/** Takes away what a former copy of us may have left registered. */
export function sweepMarks(): void {
  for (const key of [...Object.values(KEYS), CURRENT, OPEN]) CSS.highlights.delete(key);
}

export class Paint {
  /** Of all marks near the viewport. */
  private readonly marks = new Highlight();
  private readonly current = new Highlight();
  private readonly open = new Highlight();
  private style: MarkStyle = 'dotted';
  /** Ours, by the key under which it is to be found. */
  private readonly registered = new Map<string, Highlight>();
  /** All that is to be in `marks`: Firefox does not let a content script iterate a `Highlight`. */
  private readonly ranges = new Set<AbstractRange>();
  /** Those over several texts: not all may be registered, see `mayRegister`. */
  private readonly joined = new Set<AbstractRange>();

  /** How often a mark was painted or taken away. */
  changes = 0;
  private readonly painted: (any: boolean) => void;

  /** @param painted called when the first mark is painted, and when none is any more. */
  constructor(painted: (any: boolean) => void = () => {}) {
    this.painted = painted;
    this.current.priority = 2;
    this.open.priority = 1;
  }

  setStyle(style: MarkStyle): void {
    if (style === this.style) return;
    this.unregister(KEYS[this.style]);
    this.style = style;
    this.guard();
  }

  add(range: AbstractRange): void {
    this.changes++;
    this.ranges.add(range);
    if (isJoined(range)) this.joined.add(range);
    if (mayRegister(range)) this.marks.add(range);
    if (this.ranges.size > 1) return;
    this.guard();
    this.painted(true);
  }

  delete(range: AbstractRange): void {
    if (!this.ranges.delete(range)) return;
    this.changes++;
    this.joined.delete(range);
    this.marks.delete(range);
    if (this.ranges.size > 0) return;
    this.unregister(KEYS[this.style]);
    this.painted(false);
  }

  /** Shows one range as the one that the keyboard has come to, or whose card is open. */
  point(range: AbstractRange | null, by: 'keyboard' | 'pointer'): void {
    this.show(this.current, CURRENT, by === 'keyboard' ? range : null);
    this.show(this.open, OPEN, by === 'pointer' && this.style !== 'none' ? range : null);
  }

  /** Puts back what the page has taken away; true when there was something to put back. */
  guard(): boolean {
    let repaired = this.refill(this.joined);
    // Looked at one by one only where some are missing: there may be thousands.
    if (this.marks.size !== this.ranges.size) repaired = this.refill(this.ranges) || repaired;
    const key = KEYS[this.style];
    // A document that is edited as a whole (`designMode`) gets no paint of ours; no event tells of it.
    if (document.designMode === 'on') this.unregister(key);
    else if (key && this.ranges.size > 0) this.registered.set(key, this.marks);
    for (const [name, ours] of this.registered) {
      if (CSS.highlights.get(name) === ours) continue;
      CSS.highlights.set(name, ours);
      repaired = true;
    }
    return repaired;
  }

  /** The page has changed: what may be registered now, or no more. */
  follow(): void {
    this.refill(this.joined);
  }

  /** Brings `marks` in line with what is to be in it; true when it was not. */
  private refill(ranges: Iterable<AbstractRange>): boolean {
    let repaired = false;
    for (const range of ranges) {
      const may = mayRegister(range);
      if (may === this.marks.has(range)) continue;
      if (may) this.marks.add(range);
      else this.marks.delete(range);
      repaired = true;
    }
    return repaired;
  }

  /** Leaves nothing of ours behind. */
  clear(): void {
    for (const range of this.ranges) this.marks.delete(range);
    this.ranges.clear();
    this.joined.clear();
    this.point(null, 'keyboard');
    this.unregister(KEYS[this.style]);
    this.painted(false);
  }

  private show(highlight: Highlight, key: string, range: AbstractRange | null): void {
    highlight.clear();
    if (range && mayRegister(range)) {
      highlight.add(range);
      this.registered.set(key, highlight);
      CSS.highlights.set(key, highlight);
    } else this.unregister(key);
  }

  private unregister(key: string | undefined): void {
    const ours = key === undefined ? undefined : this.registered.get(key);
    if (key === undefined || !ours) return;
    this.registered.delete(key);
    if (CSS.highlights.get(key) === ours) CSS.highlights.delete(key);
  }
}
