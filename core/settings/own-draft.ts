/** An own term while it is being written. Apart from what is stored, which the popup carries. */
import { LONGEST_DEFINITION, LONGEST_NAME, MOST_FORMS, MOST_OWN, OWN_PREFIX, type OwnTermFault } from './own-terms.ts';
import type { OwnTerm } from './types.ts';

/** A new id. @param random gives numbers from 0 to below 1. */
export const newOwnId = (random: () => number): string =>
  OWN_PREFIX + Array.from({ length: 8 }, () => Math.floor(random() * 36).toString(36)).join('');

/** As it is kept: one line, single spaces, composed letters. */
const tidy = (text: string): string => text.normalize('NFC').trim().replace(/\s+/gu, ' ');

/** What a draft says, brought into the shape that is kept: spellings each once, without the name. */
export function tidyOwnTerm(draft: OwnTerm): OwnTerm {
  const name = tidy(draft.name);
  const forms = [...new Set(draft.forms.map(tidy))].filter((form) => form && form !== name);
  return { id: draft.id, name, definition: tidy(draft.definition), forms, exactCase: draft.exactCase };
}

/** How much is the most, for a fault of `too-long` (UTF-16 code units) or `too-many`. */
export function limitOf({ field, reason }: OwnTermFault): number {
  if (reason === 'too-long') return field === 'definition' ? LONGEST_DEFINITION : LONGEST_NAME;
  return field === 'forms' ? MOST_FORMS : MOST_OWN;
}
