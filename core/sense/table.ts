/** What the sense rules need at run time, as it rides in the match table: words as strings joined by `|`, to stay small. */
import type { PackedIndex } from '../matching/pack-index.ts';

/** What is to be asked of a word where it stands, the bits of its traits; of most nothing. */
export const FORM = 1;
/** Counts only in one spelling. */
export const EXACT = 2;
/** A form that also tells another thing's kind: see core/sense/adjective. */
export const ADJECTIVE = 4;
/** A form that is never a verb in music. */
export const NOUN = 8;
/** A form that ends in “by”. */
export const BY = 16;

/** What is known of each word, forms first; lists by its number are packed as runs, see core/sense/runs. */
export interface PackedWords {
  /** Groups of forms, `nameOfGroup` of core/matching/forms, and the group of each form. */
  forms: { groups: string; runs: number[] };
  /** `NUMBER SPELLING` of what counts in one spelling only, forms and words of evidence. */
  speltForms: string;
  speltCues: string;
  subjects: string[];
  /** See `Lexicon`. */
  speaks: number[];
  subject: number[];
  traits: number[];
}

/** What tells the senses of one lemma apart. */
export interface FormSense {
  forms: string;
  /** Words by their number, in base 36, parted by spaces. */
  for: string;
  against: string;
  /** Subjects that say nothing against these forms: a film has a composer. */
  indifferent?: string;
  /** Those of the forms that are verbs, and what these are done to in other senses. Absent: none. */
  verbs?: string;
  objects?: string;
  /** 1: hardly ever music without one of its own cues near. */
  needsCue?: 1;
}

/**
 * Wordings around a form that settle its sense: form → what stands before (ending in a space) or after it (beginning
 * with one), joined by `|`.
 */
export type SetPhrases = Record<string, string>;

export interface SenseTable {
  words: PackedWords;
  senses: FormSense[];
  /** Genre or setting → the words that tell it, by their number. */
  scopes: Record<string, string>;
  /** Wordings in which a form is the musical word at once, and in which it never is. */
  always: SetPhrases;
  never: SetPhrases;
  /** The score from which a candidate is marked. */
  threshold: number;
  /** Weight of each feature, by name. */
  weights: Record<string, number>;
  /** How much likelier than its level says a lemma is music, by `lemmaOf`. */
  lemmas: Record<string, number>;
}

/** What the content script needs to find and judge occurrences. */
export interface MatchTable {
  /** Every word that is looked for. */
  index: PackedIndex;
  sense: SenseTable;
}

export const split = (words: string): string[] => (words === '' ? [] : words.split('|'));

/** The name under which a form's own weight is kept: its spelling without a plural -s. */
export const lemmaOf = (form: string): string => form.replace(/ies$/, 'y').replace(/([^su])s$/, '$1');
