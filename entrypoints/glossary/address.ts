import { KINDS } from '../../core/glossary/kinds.ts';
import { getTerm } from '../../core/glossary/lookup.ts';
import { comparable } from '../../core/glossary/own-terms.ts';
import type { Kind } from '../../core/glossary/schema.ts';
import type { GlossarySearch } from '../../core/glossary/search.ts';
import type { Glossary } from '../../core/glossary/types.ts';

export const ORDERS = ['letter', 'kind', 'stage'] as const;
export type Order = (typeof ORDERS)[number];

export type GlossaryView =
  | { name: 'entry'; id: string }
  /** A term was asked for that the glossary does not have. */
  | { name: 'missing' }
  /** The words asked for set terms side by side: that is another page. */
  | { name: 'comparison'; terms: string[] }
  /** `kind`: only terms of this one. `query`: what the search is to start with. */
  | { name: 'browse'; order: Order; kind: Kind | null; query: string };

/** Marks a place on the page; no term's id begins so. */
export const PLACE = 'at-';

/**
 * What an address of the glossary shows: `#producer` (or `?term=producer`) an entry, `?q=words` the entry or the
 * comparison that they name, else the search for them, `?by=stage&kind=role` a list.
 */
export function viewOf(
  glossary: Glossary,
  search: GlossarySearch,
  address: { search: string; hash: string },
): GlossaryView {
  const params = new URLSearchParams(address.search);
  const place = address.hash.slice(1);
  const id = place && !place.startsWith(PLACE) ? place : params.get('term');
  if (id) return getTerm(glossary, id) ? { name: 'entry', id } : { name: 'missing' };
  const query = params.get('q') ?? '';
  const found = search.named(query);
  const [named] = comparable(found ? [found] : []);
  if (named?.type === 'term') return { name: 'entry', id: named.term.id };
  if (named) return { name: 'comparison', terms: named.terms.map(({ id }) => id) };
  const order = ORDERS.find((one) => one === params.get('by')) ?? 'letter';
  const kind = KINDS.find((one) => one === params.get('kind')) ?? null;
  return { name: 'browse', order, kind, query };
}

/** The address of a list. */
export function browseAddress(order: Order, kind: Kind | null): string {
  const params = new URLSearchParams({
    ...(order === 'letter' ? {} : { by: order }),
    ...(kind && order !== 'kind' ? { kind } : {}),
  });
  return `/glossary.html${params.size ? `?${params}` : ''}`;
}
