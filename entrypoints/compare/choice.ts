import { getTerm } from '../../core/glossary/lookup.ts';
import { fitOneTable, MOST_ADDED } from '../../core/glossary/most-columns.ts';
import type { Glossary } from '../../core/glossary/types.ts';

/** The terms that an address chooses: `?terms=a,b`. Unknown ones, repeats and what is too many are left out. */
export function choiceFrom(glossary: Glossary, address: { search: string }): string[] {
  const params = new URLSearchParams(address.search);
  const ids = [...new Set((params.get('terms') ?? '').split(','))].filter((id) => getTerm(glossary, id));
  return fitOneTable(glossary.comparisons, ids) ? ids : ids.slice(0, MOST_ADDED);
}

export const addressOf = (terms: string[]): string => (terms.length ? `?terms=${terms.join(',')}` : location.pathname);
