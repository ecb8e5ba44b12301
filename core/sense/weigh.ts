import { AT, FEATURES } from './features.ts';
import { type Heard, hear, NEAR } from './hear.ts';
import type { Entry, Lexicon, OwnCues } from './lexicon.ts';
import type { Line } from './line.ts';
import { evidenceOf } from './read.ts';
import type { Block } from './types.ts';

/** Within this distance a form's own cues count, in UTF-16 code units. */
const OWN = 250;
/** How much of what speaks against a word counts when the word hardly means anything but music. */
const SURE = 0.5;
/** What saying a word again adds, per factor e of times said. */
const AGAIN = 0.3;

/** How much a word of evidence weighs as heard: above 0 for music, below 0 for another subject. */
export const loudness = ({ speaks }: Entry, { clear, times }: Heard): number =>
  speaks * clear * (1 + AGAIN * Math.log(times));

/**
 * Which side a word of evidence takes for one form: 1 music, -1 another subject, 0 neither. The form's own cues come
 * first: a clef speaks for music, but not for the stem that one mixes.
 */
function sideOf({ key, speaks, subject }: Entry, own: OwnCues | undefined): number {
  if (own?.against.has(key)) return -1;
  if (own?.for.has(key)) return 1;
  return own?.indifferent.has(subject) ? 0 : Math.sign(speaks);
}

/** The evidence for one candidate as the value of each feature, written into `values`. */
export function weigh(
  lexicon: Lexicon,
  blocks: readonly Block[],
  line: Line,
  block: number,
  index: number,
  values: Float64Array = new Float64Array(FEATURES.length),
): Float64Array {
  values.fill(0);
  const { reading } = blocks[block]!;
  const candidate = reading.candidates[index]!;
  const { local } = evidenceOf(reading).details[index]!;
  for (let i = 0; i < local.length; i += 2) values[local[i]!] = local[i + 1]!;
  values[candidate.level] = 1;

  const own = lexicon.own(candidate.form);
  let near = 0;
  let music = 0;
  let other = 0;
  let ownFor = 0;
  let ownAgainst = 0;
  for (const [entry, heard] of hear(blocks, line, block, candidate)) {
    const loud = Math.abs(loudness(entry, heard));
    const side = sideOf(entry, own);
    if (side > 0) {
      music += loud;
      if (heard.gap <= NEAR) near += Math.abs(entry.speaks);
    } else if (side < 0) other += loud;
    if (own && heard.gap <= OWN) {
      if (own.for.has(entry.key)) ownFor++;
      if (own.against.has(entry.key)) ownAgainst++;
    }
  }
  values[AT['music near']] = Math.log1p(near);
  if (candidate.level < 2) {
    // A record producer is one on a page about farming too: other subjects raise less doubt.
    other *= SURE;
    values[AT['other joined']]! *= SURE;
    values[AT['other modifies']]! *= SURE;
  }
  values[AT['music around']] = Math.log1p(music);
  values[AT['other around']] = Math.log1p(other);
  values[AT['share of music']] = music / (music + other + 2);
  values[AT['own cues for']] = Math.log1p(ownFor);
  values[AT['own cues against']] = Math.log1p(ownAgainst);
  return values;
}
