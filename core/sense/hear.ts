import type { Entry } from './lexicon.ts';
import { headingOf, type Line, REACH } from './line.ts';
import { evidenceOf } from './read.ts';
import type { Block, Candidate } from './types.ts';

/** Evidence within this distance counts as near, in UTF-16 code units. */
export const NEAR = 60;
/** Evidence further away fades to 1/e over this distance. */
const FADE = 400;

/** A word of evidence as a candidate hears it. */
export interface Heard {
  /** How clearly at its nearest: 1 beside the candidate, less further off. */
  clear: number;
  /** Distance to the nearest, in UTF-16 code units. */
  gap: number;
  times: number;
}

/** Every word of evidence within reach of a candidate, but for its own and its like. */
export function hear(
  blocks: readonly Block[],
  { first, offsets }: Line,
  block: number,
  candidate: Candidate,
): Map<Entry, Heard> {
  const heard = new Map<Entry, Heard>();
  const start = offsets[block - first]! + candidate.start;
  const end = start + (candidate.end - candidate.start);
  const heading = headingOf(blocks, block, first);

  const listen = (b: number) => {
    const { entries, starts, ends } = evidenceOf(blocks[b]!.reading);
    const offset = offsets[b - first]!;
    for (let i = 0; i < entries.length; i++) {
      let gap = offset + starts[i]! >= end ? offset + starts[i]! - end : start - offset - ends[i]!;
      if (gap < 0 || gap > REACH) continue;
      const entry = entries[i]!;
      // A word does not vouch for itself, however often it is said.
      if (entry.key === candidate.form) continue;
      if (entry.form && entry.form.level >= 2 && entry.form.term === candidate.term) continue;
      // A heading speaks to all that stands under it as if it stood right before.
      if (b === heading) gap = Math.min(gap, NEAR);
      const before = heard.get(entry);
      if (before && before.gap <= gap) {
        before.times++;
        continue;
      }
      const clear = gap <= NEAR ? 1 : Math.exp((NEAR - gap) / FADE);
      heard.set(entry, { clear, gap, times: (before?.times ?? 0) + 1 });
    }
  };

  listen(block);
  for (let b = block - 1; b >= first; b--) {
    if (start - (offsets[b - first]! + blocks[b]!.reading.length) > REACH) break;
    listen(b);
  }
  for (let b = block + 1; b - first < offsets.length; b++) {
    if (offsets[b - first]! - end > REACH) break;
    listen(b);
  }
  return heard;
}
