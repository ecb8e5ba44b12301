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
  for: string;
  against: string;
  /** Wordings around a form that settle it at once. */
  phrases: string;
}

export interface SenseTable {
  cues: CueGroup[];
  senses: FormSense[];
  /** Source of the pattern without which nothing on a page could be marked (flag `i`). */
  gate: string;
  threshold: number;
  /** Weight of each feature, by name. */
  weights: Record<string, number>;
}

/** The part of the match table that core/sense wrote itself. */
export const senseTable = (table: MatchTable): SenseTable => table.sense as SenseTable;

export const split = (words: string): string[] => (words === '' ? [] : words.split('|'));
