import glossary from 'virtual:liner-notes/glossary';
import { getTerm } from '../../core/glossary/lookup.ts';
import { isOwnId } from '../../core/settings/own-terms.ts';
import type { Settings } from '../../core/settings/types.ts';

/** Terms with what they are called, be they of the glossary or the reader's own. An own term that is gone is left out. */
export const namedTerms = (ids: readonly string[], { ownTerms }: Settings): { id: string; name: string }[] =>
  ids.flatMap((id) => {
    const term = getTerm(glossary, id) ?? ownTerms.find((own) => own.id === id);
    if (term) return [{ id, name: term.name }];
    return isOwnId(id) ? [] : [{ id, name: id }];
  });
