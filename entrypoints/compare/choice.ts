import { getTerm } from '../../core/glossary/lookup.ts';
import type { Glossary } from '../../core/glossary/types.ts';

/** The most columns that a reader can put together; a hand-written comparison may have one more. */
export const MOST_ADDED = 4;
const MOST_COLUMNS = 5;

/** The terms that an address chooses: `?terms=a,b`. Unknown ones, repeats and what is too many are left out. */
export function choiceFrom(glossary: Glossary, address: { search: string }): string[] {
  const params = new URLSearchParams(address.search);
  const ids = [...new Set((params.get('terms') ?? '').split(','))].filter((id) => getTerm(glossary, id));
  const written = glossary.comparisons.some(({ columns }) => ids.every((id) => columns.includes(id)));
  return ids.slice(0, written ? MOST_COLUMNS : MOST_ADDED);
}

export const addressOf = (terms: string[]): string => (terms.length ? `?terms=${terms.join(',')}` : location.pathname);
