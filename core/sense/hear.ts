import type { Lexicon } from './lexicon.ts';
import { headingOf, type Line, REACH } from './line.ts';
import type { Block } from './types.ts';

/** Evidence within this distance counts as near, in UTF-16 code units. */
export const NEAR = 60;
/** Evidence further away fades to 1/e over this distance. */
const FADE = 400;
/** What saying a word again adds, per factor e of times said. */
const AGAIN = 0.3;

/** What one place on a line hears. Made once and used for one place after the other: nothing is made for a place. */
export class Ear {
  /** The words heard, each once, nearest first on either side. */
  words: Int32Array;
  count = 0;
  /** Distance to the nearest of each word heard, in UTF-16 code units. */
  readonly gaps: Int32Array;
  private readonly times: Int32Array;
  /** How clearly a word is heard at each distance: 1 beside the candidate, less further off. */
  private readonly clear = new Float64Array(REACH + 1);
  /** How much a word weighs by how often it is said. */
  private readonly again = new Float64Array(REACH);
  private readonly lexicon: Lexicon;
  /** The heading over the block that was listened to last. */
  private headed: { line: Line; block: number; heading: number } | null = null;

  constructor(lexicon: Lexicon) {
    const all = lexicon.index.keys.length;
    this.lexicon = lexicon;
    this.words = new Int32Array(all);
    this.gaps = new Int32Array(all);
    this.times = new Int32Array(all);
    for (let gap = 0; gap <= REACH; gap++) this.clear[gap] = gap <= NEAR ? 1 : Math.exp((NEAR - gap) / FADE);
    for (let times = 0; times < REACH; times++) this.again[times] = 1 + AGAIN * Math.log(Math.max(1, times));
  }

  /**
   * Listens around pieces of evidence `[from..to)` of a block, which stand from `start` to `end` on the line.
   * @param own the candidate's word: it does not vouch for itself, nor does its like. -1: listen to all.
   */
  listen(
    blocks: readonly Block[],
    line: Line,
    block: number,
    from: number,
    to: number,
    start: number,
    end: number,
    own: number,
  ): void {
    const { words, starts, ends } = line;
    for (let i = 0; i < this.count; i++) this.times[this.words[i]!] = 0;
    this.count = 0;
    const heading = this.headingOver(blocks, line, block);
    const under = heading < 0 ? -1 : line.held[heading - line.first]!;
    const over = heading < 0 ? -1 : line.held[heading - line.first + 1]!;
    for (let i = from - 1; i >= 0; i--) {
      const gap = start - ends[i]!;
      if (gap > REACH) break;
      // A heading speaks to all that stands under it as if it stood right before.
      this.hear(words[i]!, i >= under && i < over && gap > NEAR ? NEAR : gap, own);
    }
    for (let i = to; i < words.length; i++) {
      const gap = starts[i]! - end;
      if (gap > REACH) break;
      this.hear(words[i]!, gap, own);
    }
  }

  /** How much a word heard weighs: less far off, a little more when it is said again; without the side it takes. */
  loudness(word: number): number {
    return (
      (Math.abs(this.lexicon.speaks[word]!) / 100) *
      this.clear[this.gaps[word]!]! *
      this.again[Math.min(this.times[word]!, REACH - 1)]!
    );
  }

  /** How clearly a word heard is heard all in all, however loudly it speaks for anything. */
  clearness(word: number): number {
    return this.clear[this.gaps[word]!]! * (1 + Math.log(this.times[word]!));
  }

  private hear(word: number, gap: number, own: number): void {
    const { times, gaps } = this;
    if (times[word]! > 0) {
      times[word]!++;
      if (gap < gaps[word]!) gaps[word] = gap;
      return;
    }
    if (own >= 0 && this.isLike(word, own)) return;
    times[word] = 1;
    gaps[word] = gap;
    this.words[this.count++] = word;
  }

  /** A word does not vouch for itself, however often it is said; nor do common words of the same term. */
  private isLike(word: number, own: number): boolean {
    if (word === own) return true;
    const form = this.lexicon.form(word);
    return form !== undefined && form.level >= 2 && form.term === this.lexicon.form(own)?.term;
  }

  private headingOver(blocks: readonly Block[], line: Line, block: number): number {
    if (this.headed?.line !== line || this.headed.block !== block) {
      this.headed = { line, block, heading: headingOf(blocks, block, line.first) };
    }
    return this.headed.heading;
  }
}
