import { AT, FEATURES } from './features.ts';
import type { Entry, Lexicon } from './lexicon.ts';
import { evidenceOf } from './read.ts';
import type { Block, Candidate } from './types.ts';

/** How far evidence is heard, in UTF-16 code units of text. */
export const REACH = 1200;
/** Evidence within this distance counts as near. */
const NEAR = 60;
/** Evidence further away fades to 1/e over this distance. */
const FADE = 400;
/** What a boundary between blocks adds to the distance. */
const GAP = [30, 250, REACH] as const;

/** Within this distance a form's own cues count. */
const OWN = 250;
/** What saying a word again adds, per factor e of times said. */
const AGAIN = 0.3;

/** A word of evidence as a candidate hears it: how clearly at its nearest, and how often. */
interface Heard {
  clear: number;
  times: number;
}

/** Blocks laid out on one line, so that distances run across them. */
export interface Line {
  /** Where each block starts. */
  offsets: number[];
  first: number;
}

/** Lays out the blocks that matter to `blocks[from..to)`. */
export function layOut(blocks: readonly Block[], from: number, to: number): Line {
  let first = from;
  for (let far = 0; first > 0 && far <= REACH; first--) {
    far += GAP[blocks[first]!.boundary] + blocks[first - 1]!.reading.length;
  }
  const offsets: number[] = [];
  let at = 0;
  for (let i = first; i < blocks.length; i++) {
    if (i > first) at += GAP[blocks[i]!.boundary];
    offsets.push(at);
    if (i >= to && at - (offsets[to - 1 - first]! + blocks[to - 1]!.reading.length) > REACH) break;
    at += blocks[i]!.reading.length;
  }
  return { offsets, first };
}

/** The evidence for one candidate, as the value of each feature. */
export function weigh(
  lexicon: Lexicon,
  blocks: readonly Block[],
  line: Line,
  block: number,
  index: number,
  values: Float64Array = new Float64Array(FEATURES.length),
): Float64Array {
  values.fill(0);
  const reading = blocks[block]!.reading;
  const candidate: Candidate = reading.candidates[index]!;
  const home = evidenceOf(reading);
  const detail = home.details[index]!;
  for (let i = 0; i < detail.local.length; i += 2) values[detail.local[i]!] = detail.local[i + 1]!;
  values[candidate.level] = 1;

  const own = lexicon.own(candidate.form);
  const start = line.offsets[block - line.first]! + candidate.start;
  const end = start + (candidate.end - candidate.start);
  let musicNear = 0;
  let ownFor = 0;
  let ownAgainst = 0;
  const heard = new Map<Entry, Heard>();
  const listen = (b: number) => {
    const { entries, starts, ends } = evidenceOf(blocks[b]!.reading);
    const offset = line.offsets[b - line.first]!;
    for (let i = 0; i < entries.length; i++) {
      const gap = offset + starts[i]! >= end ? offset + starts[i]! - end : start - (offset + ends[i]!);
      if (gap < 0 || gap > REACH) continue;
      const entry = entries[i]!;
      // A word does not vouch for itself, however often it is said.
      if (entry.key === candidate.form || (entry.form && entry.form.level >= 2 && entry.form.term === candidate.term))
        continue;
      const clear = gap < NEAR ? 1 : Math.exp((NEAR - gap) / FADE);
      const before = heard.get(entry);
      if (before) {
        before.clear = Math.max(before.clear, clear);
        before.times++;
      } else {
        heard.set(entry, { clear, times: 1 });
        if (gap <= NEAR && entry.speaks > 0) musicNear += entry.speaks;
        if (own && gap <= OWN) {
          if (own.for.has(entry.key)) ownFor++;
          if (own.against.has(entry.key)) ownAgainst++;
        }
      }
    }
  };
  listen(block);
  for (let b = block - 1; b >= line.first; b--) {
    if (start - (line.offsets[b - line.first]! + blocks[b]!.reading.length) > REACH) break;
    listen(b);
  }
  for (let b = block + 1; b - line.first < line.offsets.length; b++) {
    if (line.offsets[b - line.first]! - end > REACH) break;
    listen(b);
  }
  let music = 0;
  let other = 0;
  for (const [{ speaks, subject }, { clear, times }] of heard) {
    const weight = speaks * clear * (1 + AGAIN * Math.log(times));
    if (weight > 0) music += weight;
    else if (!own?.indifferent.has(subject)) other -= weight;
  }
  values[AT['music near']] = Math.log1p(musicNear);
  values[AT['music around']] = Math.log1p(music);
  values[AT['other around']] = Math.log1p(other);
  values[AT['share of music']] = music / (music + other + 1);
  values[AT['own cues for']] = Math.log1p(ownFor);
  values[AT['own cues against']] = Math.log1p(ownAgainst);
  return values;
}
