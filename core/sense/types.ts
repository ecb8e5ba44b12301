/**
 * The contract between the judge (core/sense), which knows no document, and those who feed it: the page engine
 * (page/) and the `marks` command. All offsets are UTF-16 code units within the block's own text.
 */

import type { Reason } from './reason.ts';

/** What the page says of itself, outside its running text. Everything is optional. */
export interface PageFacts {
  title?: string;
  url?: string;
  /** BCP 47 tag of the document or of the passage. */
  lang?: string;
  description?: string;
  headings?: string[];
  /** schema.org @type values found in the page's structured data (MusicAlbum, Movie, JobPosting …). */
  types?: string[];
}

/** A surface form found in a block, not yet judged. */
export interface Candidate {
  start: number;
  end: number;
  /** As written on the page. */
  surface: string;
  /** Key of the form in the match table. */
  form: string;
  term: string;
  level: 0 | 1 | 2 | 3;
}

/**
 * What one block of text (a paragraph, a list item, a cell: text never joined across it) holds.
 * A pure function of the block's text: it may be cached as long as the text stands.
 */
export interface BlockReading {
  /** UTF-16 code units of the block's text. */
  length: number;
  candidates: Candidate[];
  /** Evidence found in the text, in whatever compact form the judge wants. Opaque to the feeder. */
  evidence: unknown;
}

/** One block in document order, with how strongly it is set off from the one before it. */
export interface Block {
  reading: BlockReading;
  /** 0 same container (next paragraph) · 1 another list item, cell or section · 2 another article, nav, aside, feed entry. */
  boundary: 0 | 1 | 2;
  /** A heading: speaks for the blocks after it until the next boundary. */
  heading?: boolean;
}

/**
 * Sums over all blocks of a page, kept by the feeder through `Judge.count`. Whole numbers, so that they are the same in
 * whatever order blocks came and went.
 */
export interface Totals {
  /** How loudly the page's words speak for music and for other subjects, in hundredths. */
  music: number;
  other: number;
  /** UTF-16 code units. */
  length: number;
  /** Small words of English and of other languages. */
  english: number;
  foreign: number;
  /** What the blocks name of music as the gate counts it (core/sense/gate.ts); kept only for a page with own terms. */
  named: number;
  stems: number;
}

export const emptyTotals = (): Totals => ({
  music: 0,
  other: 0,
  length: 0,
  english: 0,
  foreign: 0,
  named: 0,
  stems: 0,
});

export interface Verdict {
  candidate: Candidate;
  music: boolean;
  /** Log-odds-like score, less the threshold that all words share: `music` from 0 up. */
  score: number;
}

export interface Judge {
  /** Reads one block. */
  read(text: string): BlockReading;
  /** Adds what a block holds to the page's totals, or (-1) takes it away again. */
  count(totals: Totals, reading: BlockReading, sign: 1 | -1): void;
  /**
   * The page's own evidence, from its facts and its totals, quantised: two calls that return the same `key`
   * judge every block alike, so the feeder re-judges all blocks only when the key changes. Given the reading `before`,
   * the key changes only when the evidence has clearly moved on: marks do not flicker while a page streams in.
   */
  page(facts: PageFacts, totals: Totals, before?: PageReading): PageReading;
  /**
   * Judges the candidates of blocks[from..to). A block's verdicts depend on the page reading and on the blocks within
   * `reach` code units of it, no others: after a change only those need judging again.
   */
  judge(blocks: readonly Block[], page: PageReading, from?: number, to?: number): Verdict[][];
  /** The evidence behind a verdict, strongest first, for and then against it; made only when asked. */
  explain(blocks: readonly Block[], page: PageReading, block: number, candidate: Candidate): Reason[];
  /** The genre or setting the text around a block speaks of, best first, for the card's usage note. */
  scopes(blocks: readonly Block[], page: PageReading, block: number): string[];
  readonly reach: number;
}

export interface PageReading {
  key: string;
  /** False: leave the page alone (not English, or declared so). */
  readable: boolean;
}
