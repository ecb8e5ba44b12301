/** What the card says of a term on this page, worked out before it is drawn, so that nothing comes late. Pure. */
import type { Kind, Scope } from '../glossary/schema.ts';
import type { CardTable, CardTerm } from '../glossary/types.ts';
import { isOwnId } from '../settings/own-terms.ts';

interface CardUsage {
  /** Where it holds. */
  scope: Scope;
  text: string;
}

/** A term that this one is mistaken for. */
export interface Confusable {
  id: string;
  name: string;
  /** One line on what sets the two apart, if the glossary has one. */
  difference: string | null;
  /** It is marked on this page as well. */
  onPage: boolean;
}

export interface CardContent {
  id: string;
  name: string;
  kind: Kind;
  /** The reader has put it in. */
  own: boolean;
  definition: string;
  usage: CardUsage | null;
  disputed: boolean;
  /** Those on this page first, then in the glossary's order. */
  confusables: Confusable[];
  sources: { name: string; url: string }[];
  /** Terms to set side by side; empty when there is nothing to compare with. */
  comparison: string[];
}

/** More switches than these make the card a list. */
const MOST_CONFUSABLES = 3;

/**
 * The note for the setting the page speaks of (`scopes`, best first). Without such evidence only a disputed term
 * shows a note, its first: there the reader must not take one usage for the only one.
 */
function usageFor(term: CardTerm, scopes: readonly string[]): CardUsage | null {
  const fitting = scopes.map((scope) => term.usage.find((note) => note.scope === scope)).find((note) => note);
  const note = fitting ?? (term.disputed ? term.usage[0] : undefined);
  return note ? { scope: note.scope, text: note.text } : null;
}

const pairKey = (a: string, b: string) => (a < b ? `${a}|${b}` : `${b}|${a}`);

function confusablesOf(table: CardTable, term: CardTerm, present: ReadonlySet<string>): Confusable[] {
  return term.confusedWith
    .flatMap((id): Confusable[] => {
      const other = table.terms[id];
      if (!other || id === term.id) return [];
      const difference = table.differences[pairKey(term.id, id)] ?? null;
      return [{ id, name: other.name, difference, onPage: present.has(id) }];
    })
    .sort((a, b) => Number(b.onPage) - Number(a.onPage))
    .slice(0, MOST_CONFUSABLES);
}

/**
 * The card of one term; null when the table has no such term.
 *
 * @param scopes what the text around the word speaks of, best first
 * @param present ids of the terms marked on this page
 */
export function cardContent(
  table: CardTable,
  id: string,
  scopes: readonly string[],
  present: ReadonlySet<string>,
): CardContent | null {
  const term = table.terms[id];
  if (!term) return null;
  const confusables = confusablesOf(table, term, present);
  const first = confusables[0];
  return {
    id,
    name: term.name,
    kind: term.kind,
    own: isOwnId(id),
    definition: term.definition,
    usage: usageFor(term, scopes),
    disputed: term.disputed,
    confusables,
    sources: term.sources.flatMap((index) => table.sources[index] ?? []),
    comparison: first ? [id, first.id] : [],
  };
}
