import type { MatchTable } from '../../core/glossary/types.ts';

/** The forms of the match table, so that every competitor looks for the same words. */
export const benchForms = ({ forms }: MatchTable): string[] => Object.keys(forms);
