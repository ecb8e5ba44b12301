/** Which of the found marks are painted: all, or the first of each term in a section or on the page. */
import type { BlockRecord, Mark } from './block-record.ts';
import { isShown, Seen } from './is-shown.ts';
import type { TextRoot } from './text-root.ts';
import type { MarkOptions } from './types.ts';

/** Density counts by sections: from one heading or new part of the page to the next. */
export const beginsSection = (record: BlockRecord): boolean => record.heading || record.boundary === 2;

/** True when the mark is to be painted. Looks back no further than the section begins, or for `page` to the top. */
export function isChosen(
  mark: Mark,
  { density, wants }: MarkOptions,
  roots: () => Iterable<TextRoot>,
  seen = new Seen(),
): boolean {
  if (!wants(mark.term)) return false;
  if (density === 'every') return true;
  if (density === 'page') return firstOf(mark.term, roots(), seen) === mark;
  for (let record: BlockRecord | null = mark.record; record; record = record.prev) {
    for (const other of record.marks) {
      if (other === mark) break;
      if (other.term === mark.term && isShown(other, seen)) return false;
    }
    if (beginsSection(record)) break;
  }
  return true;
}

/** What `isChosen` says of marks that a reader wants and can see, in one pass over all of them in their order. */
export function* chosenOf(
  found: Iterable<{ mark: Mark; section: BlockRecord }>,
  density: MarkOptions['density'],
  roots: () => Iterable<TextRoot>,
  seen: Seen,
): Generator<Mark> {
  // By section, since those of a shadow root lie between the marks of the section around it; or one for the page.
  const firsts = new Map<BlockRecord | null, Map<string, Mark | null>>();
  for (const { mark, section } of found) {
    if (density !== 'every') {
      const part = density === 'section' ? section : null;
      const known = firsts.get(part) ?? new Map<string, Mark | null>();
      firsts.set(part, known);
      if (!known.has(mark.term)) known.set(mark.term, part ? mark : firstOf(mark.term, roots(), seen));
      if (known.get(mark.term) !== mark) continue;
    }
    yield mark;
  }
}

function firstOf(term: string, roots: Iterable<TextRoot>, seen: Seen): Mark | null {
  for (const root of roots) {
    for (const record of root.records()) {
      for (const mark of record.marks) if (mark.term === term && isShown(mark, seen)) return mark;
    }
  }
  return null;
}
