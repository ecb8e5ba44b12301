/** What `data/` holds once every file has been read and has the right shape. */
import type { Comparison, Cues, Difference, Sense, Source, Term, Weights } from './schema.ts';

export interface GlossaryData {
  terms: Term[];
  comparisons: Comparison[];
  differences: Difference[];
  sources: Record<string, Source>;
  senses: Sense[];
  cues: Cues;
  weights: Weights;
}

/** Something wrong in one file of `data/`, for an editor to put right. */
export interface Problem {
  /** Relative to the data folder: `terms/producer.yml`. */
  file: string;
  /** Where in the file: `['forms', 3, 'level']`; empty for the file as a whole. */
  path: (string | number)[];
  reason: string;
}

/** The file that holds a term. */
export const termFile = (id: string): string => `terms/${id}.yml`;
/** The file that holds a comparison. */
export const comparisonFile = (id: string): string => `comparisons/${id}.yml`;
/** The file that holds a sense: named after its first form (`A&R` → `senses/a-r.yml`). */
export const senseFile = (forms: readonly string[]): string => `senses/${slug(forms[0] ?? '')}.yml`;

const slug = (form: string): string =>
  form
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');
