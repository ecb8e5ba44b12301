import { getTerm } from '../../core/glossary/lookup.ts';
import type { GlossarySearch } from '../../core/glossary/search.ts';
import type { Glossary } from '../../core/glossary/types.ts';

/** The most columns that a reader can put together; a hand-written comparison may have one more. */
export const MOST_ADDED = 4;
const MOST_COLUMNS = 5;

/**
 * The terms that an address chooses: `?terms=a,b`, or `?q=producer vs engineer` in a reader's own words. Unknown terms,
 * repeats and what is too many are left out.
 */
export function choiceFrom(glossary: Glossary, search: GlossarySearch, address: { search: string }): string[] {
  const params = new URLSearchParams(address.search);
  const query = params.get('q');
  if (query !== null) return choiceFromWords(search, query);
  const ids = [...new Set((params.get('terms') ?? '').split(','))].filter((id) => getTerm(glossary, id));
  const written = glossary.comparisons.some(({ columns }) => ids.every((id) => columns.includes(id)));
  return ids.slice(0, written ? MOST_COLUMNS : MOST_ADDED);
}

export const addressOf = (terms: string[]): string => (terms.length ? `?terms=${terms.join(',')}` : location.pathname);

function choiceFromWords(search: GlossarySearch, query: string): string[] {
  const best = search.find(query, 1)[0];
  if (!best) return [];
  return best.type === 'comparison' ? best.terms.map(({ id }) => id) : [best.term.id];
}
