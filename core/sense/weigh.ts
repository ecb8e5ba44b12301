import { AT, FEATURES } from './features.ts';
import { type Heard, hear, NEAR } from './hear.ts';
import type { Entry, Lexicon } from './lexicon.ts';
import type { Line } from './line.ts';
import { evidenceOf } from './read.ts';
import type { Block } from './types.ts';

/** Within this distance a form's own cues count, in UTF-16 code units. */
const OWN = 250;
/** What saying a word again adds, per factor e of times said. */
const AGAIN = 0.3;

/** How much a word of evidence weighs as heard: above 0 for music, below 0 for another subject. */
export const loudness = ({ speaks }: Entry, { clear, times }: Heard): number =>
  speaks * clear * (1 + AGAIN * Math.log(times));

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
    const loud = loudness(entry, heard);
    if (loud > 0) {
      music += loud;
      if (heard.gap <= NEAR) near += entry.speaks;
    } else if (!own?.indifferent.has(entry.subject)) other -= loud;
    if (own && heard.gap <= OWN) {
      if (own.for.has(entry.key)) ownFor++;
      if (own.against.has(entry.key)) ownAgainst++;
    }
  }
  values[AT['music near']] = Math.log1p(near);
  values[AT['music around']] = Math.log1p(music);
  values[AT['other around']] = Math.log1p(other);
  values[AT['share of music']] = music / (music + other + 1);
  values[AT['own cues for']] = Math.log1p(ownFor);
  values[AT['own cues against']] = Math.log1p(ownAgainst);
  return values;
}
