import glossary from 'virtual:liner-notes/glossary';
import { getTerm } from '../../core/glossary/lookup.ts';
import type { Settings } from '../../core/settings/types.ts';

/** What a term is called, be it of the glossary or the reader's own; its id when it is gone. */
export const termName = (id: string, { ownTerms }: Settings): string =>
  getTerm(glossary, id)?.name ?? ownTerms.find((term) => term.id === id)?.name ?? id;
