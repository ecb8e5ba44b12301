/** What the sense rules need at run time, as it rides in the match table: words as strings joined by `|`, to stay small. */
import type { MatchTable } from '../glossary/types.ts';

export type Strength = 'strong' | 'plain' | 'weak';

/** Words of one subject that weigh alike. */
export interface CueGroup {
  /** `music`, or the other subject as a reader would call it. */
  subject: string;
  strength: Strength;
  /** As written in the data. */
  words: string;
}

/** What tells the senses of one lemma apart. */
export interface FormSense {
  forms: string;
  /** Words of the vocabulary by their place in it, in base 36, parted by spaces. */
  for: string;
  against: string;
  /** Subjects that say nothing against these forms: a film has a composer. */
  indifferent?: string;
  /** Those of the forms that are adjectives as well: a single note. Absent: none. */
  adjectives?: string;
  /** Those of the forms that are never verbs in music. Absent: none. */
  nouns?: string;
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
  cues: CueGroup[];
  senses: FormSense[];
  /** Genre or setting → the words that tell it, as places in the vocabulary. */
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

/** The part of the match table that core/sense wrote itself. */
export const senseTable = (table: MatchTable): SenseTable => table.sense as SenseTable;

export const split = (words: string): string[] => (words === '' ? [] : words.split('|'));

/** The name under which a form's own weight is kept: its spelling without a plural -s. */
export const lemmaOf = (form: string): string => form.replace(/ies$/, 'y').replace(/([^su])s$/, '$1');
