import { weighCredits } from './credit-list.ts';
import { isRole } from './credits.ts';
import { AT } from './features.ts';
import { type Ear, NEAR } from './hear.ts';
import type { Lexicon, OwnCues } from './lexicon.ts';
import type { Line } from './line.ts';
import { evidenceOf } from './read.ts';
import type { Block } from './types.ts';

/** Within this distance a form's own cues count, in UTF-16 code units. */
const OWN = 250;
/** How much of what speaks against a word counts when the word hardly means anything but music. */
const SURE = 0.5;
/** How much words of other subjects count beside those of the one that is heard most: scattered they are no subject. */
const SCATTERED = 0.6;

/** Weighs candidates of one lexicon, one after the other. */
export class Scales {
  readonly ear: Ear;
  private readonly lexicon: Lexicon;
  /** What the form's own cues say of each word: bits `FOR` and `AGAINST`. */
  private readonly sides: Uint8Array;
  /** How loudly each other subject is heard. */
  private readonly bySubject: Float64Array;
  private own: OwnCues | undefined;

  constructor(lexicon: Lexicon, ear: Ear) {
    this.lexicon = lexicon;
    this.ear = ear;
    this.sides = new Uint8Array(lexicon.index.keys.length);
    this.bySubject = new Float64Array(lexicon.subjects.length);
  }

  /** The evidence for one candidate as the value of each feature, written into `values`. */
  weigh(blocks: readonly Block[], line: Line, block: number, index: number, values: Float64Array): void {
    values.fill(0);
    const { reading } = blocks[block]!;
    const { at, local } = evidenceOf(reading).details[index]!;
    for (let i = 0; i < local.length; i += 2) values[local[i]!] = local[i + 1]!;
    const candidate = reading.candidates[index]!;
    values[candidate.level] = 1;

    const { ear, sides, bySubject } = this;
    const { speaks, subject } = this.lexicon;
    const place = line.held[block - line.first]! + at;
    const word = line.words[place]!;
    if (values[AT['credit line']]! > 0 && isRole(candidate))
      weighCredits(blocks, line, block, line.starts[place]!, candidate, values);
    ear.listen(blocks, line, block, place, place + 1, line.starts[place]!, line.ends[place]!, word);
    const own = this.lexicon.own(word);
    this.take(own);
    bySubject.fill(0);
    let most = 0;
    let near = 0;
    let music = 0;
    let other = 0;
    let ownFor = 0;
    let ownAgainst = 0;
    for (let i = 0; i < ear.count; i++) {
      const heard = ear.words[i]!;
      const said = sides[heard]!;
      const side = said === 0 ? this.sideOf(heard, own) : said >= AGAINST ? -1 : 1;
      if (side > 0) {
        music += ear.loudness(heard);
        if (ear.gaps[heard]! <= NEAR) near += Math.abs(speaks[heard]!);
      } else if (side < 0) {
        const loud = ear.loudness(heard);
        other += loud;
        const sum = bySubject[subject[heard]!]! + loud;
        bySubject[subject[heard]!] = sum;
        most = Math.max(most, sum);
      }
      if (said !== 0 && ear.gaps[heard]! <= OWN) {
        if ((said & FOR) !== 0) ownFor++;
        if ((said & AGAINST) !== 0) ownAgainst++;
      }
    }
    other = most + SCATTERED * (other - most);
    values[AT['music near']] = Math.log1p(near / 100);
    if (candidate.level < 2) {
      // A record producer is one on a page about farming too: other subjects raise less doubt.
      other *= SURE;
      values[AT['other joined']]! *= SURE;
      values[AT['other modifies']]! *= SURE;
    }
    values[AT['music around']] = Math.log1p(music);
    values[AT['other around']] = Math.log1p(other);
    values[AT['share of music']] = music / (music + other + 2);
    if (ownFor === 0 && own?.needed && values[AT['settling phrase']] === 0) values[AT['none of its own cues']] = 1;
    values[AT['own cues for']] = Math.log1p(ownFor);
    values[AT['own cues against']] = Math.log1p(ownAgainst);
  }

  /**
   * Which side a word that is none of the form's own cues takes: 1 music, -1 another subject, 0 neither. The form's own
   * cues come first: a clef speaks for music, but not for the stem that one mixes.
   */
  private sideOf(word: number, own: OwnCues | undefined): number {
    if (own && own.indifferent.size > 0 && own.indifferent.has(this.lexicon.subject[word]!)) return 0;
    return this.lexicon.speaks[word]!;
  }

  /** Lays out the own cues of the form that comes next. */
  private take(own: OwnCues | undefined): void {
    if (own === this.own) return;
    if (this.own) {
      for (const word of this.own.for) this.sides[word] = 0;
      for (const word of this.own.against) this.sides[word] = 0;
    }
    this.own = own;
    if (!own) return;
    for (const word of own.for) this.sides[word]! |= FOR;
    for (const word of own.against) this.sides[word]! |= AGAINST;
  }
}

const FOR = 1;
const AGAINST = 2;
