/** The two artefacts that the build compiles from `data/`. */
import type { Comparison, Difference, Kind, Scope, Source, Term } from './schema.ts';

/** Everything: for the popup and the extension's own pages only. */
export interface Glossary {
  terms: Term[];
  comparisons: Comparison[];
  differences: Difference[];
  sources: Record<string, Source>;
}

/** What the card shows of a term; rides in marks.js, so every byte is counted. */
export interface CardTerm {
  id: string;
  name: string;
  kind: Kind;
  definition: string;
  usage: { scope: Scope; text: string }[];
  /** Sources disagree on this term. */
  disputed: boolean;
  /** Ids of confusable terms, the likeliest first. */
  confusedWith: string[];
  /** Indexes into `CardTable.sources`, best first. */
  sources: number[];
}

/** The card's table: terms by id, the differences of the likeliest pairs (`a|b`, ids sorted), the sources they name. */
export interface CardTable {
  terms: Record<string, CardTerm>;
  differences: Record<string, string>;
  sources: { name: string; url: string }[];
}

/** One surface form as the matcher knows it. */
export interface MatchForm {
  term: string;
  level: 0 | 1 | 2 | 3;
  /** Set when only this very spelling counts (DJ, EP). */
  exact?: string;
  /** `false`: evidence only, never marked. */
  bare?: boolean;
}
