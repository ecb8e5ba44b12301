import type { CardTable, CardTerm } from '../glossary/types.ts';
import type { OwnTerm } from '../settings/types.ts';

/** The card's table with the reader's own terms in it. */
export function cardTableWith(table: CardTable, own: readonly OwnTerm[]): CardTable {
  if (!own.length) return table;
  return { ...table, terms: { ...table.terms, ...Object.fromEntries(own.map((term) => [term.id, cardTerm(term)])) } };
}

/** They are of no kind; what the card says instead, `CardContent.own` tells. */
const cardTerm = ({ id, name, definition }: OwnTerm): CardTerm => ({
  id,
  name,
  kind: 'role',
  definition,
  usage: [],
  disputed: false,
  confusedWith: [],
  sources: [],
});
