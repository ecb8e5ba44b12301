/** What is marked, for the card and the messages: reads what the engine keeps. */
import type { Reason } from '../core/sense/reason.ts';
import type { Judge } from '../core/sense/types.ts';
import { type BlockRecord, type Mark, pointsOf } from './block-record.ts';
import { chosenOf, isChosen } from './density.ts';
import { markedRecords } from './document-order.ts';
import { isShown, Seen } from './is-shown.ts';
import { stillSays } from './lingering.ts';
import type { Paint } from './paint.ts';
import { measured } from './ruler.ts';
import type { Scan } from './scan.ts';
import { lateAfter } from './slices.ts';
import { Tally } from './tally.ts';
import { firstOf, nextOf, shadowOf, typeOf } from './tree.ts';
import type { MarkOptions, Marks, Occurrence } from './types.ts';
import type { Verdicts } from './verdicts.ts';

/** Time that one call may count for, in ms. */
const COUNTING = 4;
/** Text nodes of an element that are asked one by one whether they hold marks. */
const MANY = 40;
/** How far from the letters a point may be and still be on the word, in CSS px. */
const NEAR_MISS = 1;

export class PageMarks implements Marks {
  private readonly judge: Judge;
  private readonly scan: Scan;
  private readonly verdicts: Verdicts;
  private readonly paint: Paint;
  private readonly options: () => MarkOptions;
  readonly any: () => boolean;
  private readonly unsettled: () => boolean;
  private readonly listeners = new Set<() => void>();
  private shadowRoots: ShadowRoot[] | null = null;
  private readonly tally = new Tally(() => this.eachFound());

  constructor(
    judge: Judge,
    scan: Scan,
    verdicts: Verdicts,
    paint: Paint,
    options: () => MarkOptions,
    any: () => boolean,
    unsettled: () => boolean,
  ) {
    this.judge = judge;
    this.scan = scan;
    this.verdicts = verdicts;
    this.paint = paint;
    this.options = options;
    this.any = any;
    this.unsettled = unsettled;
  }

  at(x: number, y: number): Occurrence | null {
    if (!this.mayBeMarkAt(x, y)) return null;
    this.shadowRoots ??= [...this.scan.roots.keys()].filter((node) => node instanceof ShadowRoot);
    const caret = document.caretPositionFromPoint(x, y, { shadowRoots: this.shadowRoots });
    if (caret?.offsetNode.nodeType !== Node.TEXT_NODE) return null;
    const mark = this.markAt(caret.offsetNode as Text, caret.offset);
    if (!mark) return null;
    const occurrence = occurrenceOf(mark);
    const hit = this.rects(occurrence).some(
      ({ left, right, top, bottom }) =>
        x >= left - NEAR_MISS && x <= right + NEAR_MISS && y >= top - NEAR_MISS && y <= bottom + NEAR_MISS,
    );
    return hit && this.isChosen(mark) && isShown(mark) ? occurrence : null;
  }

  all(): Occurrence[] {
    const seen = new Seen();
    const roots = () => this.scan.roots.values();
    return [...chosenOf(this.found(seen), this.options().density, roots, seen)].map(occurrenceOf);
  }

  /** Every occurrence in document order, whatever the density; of one term if given. */
  every(term?: string): Occurrence[] {
    const marks = [...this.found()].map(({ mark }) => mark);
    return (term === undefined ? marks : marks.filter((mark) => mark.term === term)).map(occurrenceOf);
  }

  holds(occurrence: Occurrence): boolean {
    // A block that is being read anew, because something came or went in it, has no marks for a moment.
    return this.markOf(occurrence) !== null || (this.unsettled() && stillSays(occurrence));
  }

  rects({ startNode, startOffset, endNode, endOffset }: Occurrence): DOMRect[] {
    if (!startNode.isConnected || startOffset > startNode.length || endOffset > endNode.length) return [];
    const points = { startContainer: startNode, startOffset, endContainer: endNode, endOffset };
    return measured(points, (range) => [...range.getClientRects()]);
  }

  counts(): { id: string; count: number }[] {
    this.count(lateAfter(COUNTING));
    return this.tally.counts;
  }

  /** Counts until `late()`; true when `counts` is right now. */
  count(late: () => boolean): boolean {
    return this.tally.count(late);
  }

  /** Whether the reader could see a mark here but for wanting none of its term. */
  anySilenced(): boolean {
    const { wants } = this.options();
    const seen = new Seen();
    const late = lateAfter(COUNTING);
    for (const { record } of markedRecords(this.scan.roots)) {
      if (late()) return false;
      if (record.marks.some((mark) => !wants(mark.term) && isShown(mark, seen))) return true;
    }
    return false;
  }

  explain(occurrence: Occurrence): Reason[] {
    const mark = this.markOf(occurrence);
    const { page } = this.verdicts;
    const candidate = mark?.record.reading.candidates.find(
      ({ start, end }) => start === mark.start && end === mark.end,
    );
    if (!mark || !page || !candidate) return [];
    const { blocks, from } = this.verdicts.withSurroundings([mark.record]);
    return this.judge.explain(blocks, page, from, candidate);
  }

  scopes(occurrence: Occurrence): string[] {
    const mark = this.markOf(occurrence);
    const { page } = this.verdicts;
    if (!mark || !page) return [];
    const { blocks, from } = this.verdicts.withSurroundings([mark.record]);
    return this.judge.scopes(blocks, page, from);
  }

  onChange(listener: () => void, signal: AbortSignal): void {
    this.listeners.add(listener);
    signal.addEventListener('abort', () => this.listeners.delete(listener), { once: true });
  }

  setCurrent(occurrence: Occurrence | null, by: 'keyboard' | 'pointer' = 'keyboard'): void {
    this.paint.point(occurrence && rangeOf(occurrence), by);
  }

  /** The trees that are looked after have changed. */
  rootsChanged(): void {
    this.shadowRoots = null;
  }

  tellChanged(): void {
    this.tally.changed();
    for (const listener of this.listeners) listener();
  }

  /** Where a mark begins, CSS px of the viewport; undefined when it is not drawn. */
  boxOf(mark: Mark): DOMRect | undefined {
    return this.rects(occurrenceOf(mark))[0];
  }

  /** @param seen what was found out about elements, when many marks are asked. */
  isChosen(mark: Mark, seen?: Seen): boolean {
    return isChosen(mark, this.options(), () => this.scan.roots.values(), seen);
  }

  /** Marks that the reader wants and can see. */
  private *found(seen = new Seen()): Generator<{ mark: Mark; section: BlockRecord }> {
    const { wants } = this.options();
    for (const { record, section } of markedRecords(this.scan.roots)) {
      for (const mark of record.marks) if (wants(mark.term) && isShown(mark, seen)) yield { mark, section };
    }
  }

  private *eachFound(): Generator<Mark> {
    for (const { mark } of this.found()) yield mark;
  }

  /** A cheap look at the element under the point: false when none of its own text is marked. */
  private mayBeMarkAt(x: number, y: number): boolean {
    let holder: Element | ShadowRoot | null = document.elementFromPoint(x, y);
    for (let inner: Element | null = holder; inner; ) {
      const root = shadowOf(inner);
      if (!root || !this.scan.roots.has(root)) break;
      const deeper = root.elementFromPoint(x, y);
      // Text that stands directly in the root has no element of its own there.
      if (!deeper || deeper === inner) return true;
      holder = inner = deeper;
    }
    let asked = 0;
    for (let child = holder && firstOf(holder); child; child = nextOf(child)) {
      if (++asked > MANY) return true;
      if (typeOf(child) === Node.TEXT_NODE && this.isInMarked(child as Text)) return true;
    }
    return false;
  }

  private isInMarked(text: Text): boolean {
    let record = this.scan.known.byNode.get(text) ?? null;
    while (record && record.marks.length === 0) record = record.continues ? record.next : null;
    return record !== null;
  }

  private markOf({ startNode, startOffset, term }: Occurrence): Mark | null {
    const mark = this.markAt(startNode, startOffset, true);
    return mark?.term === term ? mark : null;
  }

  /** The mark at an offset of a text node; at its last letter's end too, unless it has to begin there. */
  private markAt(node: Text, offset: number, begins = false): Mark | null {
    let record: BlockRecord | null = this.scan.known.byNode.get(node) ?? null;
    while (record) {
      const index = record.nodes.indexOf(node);
      if (index < 0) return null;
      const at = record.starts[index]! + offset;
      for (const mark of record.marks) if (begins ? mark.start === at : mark.start <= at && at <= mark.end) return mark;
      record = record.continues ? record.next : null;
    }
    return null;
  }
}

function occurrenceOf(mark: Mark): Occurrence {
  return { term: mark.term, surface: mark.surface, ...pointsOf(mark.record, mark.start, mark.end) };
}

/** A fresh range of a mark. */
export const rangeFor = (mark: Mark): StaticRange => rangeOf(occurrenceOf(mark));

function rangeOf({ startNode, startOffset, endNode, endOffset }: Occurrence): StaticRange {
  return new StaticRange({ startContainer: startNode, startOffset, endContainer: endNode, endOffset });
}
