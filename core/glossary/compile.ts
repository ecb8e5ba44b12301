/** From the edited data to what ships: the full glossary for popup and pages, the card table for the content script. */
import type { GlossaryData } from './data.ts';
import type { Term } from './schema.ts';
import type { CardTable, CardTerm, Glossary } from './types.ts';

/** Confusables that a card can show, the likeliest first: those on the page come before the others. */
const CARD_CONFUSABLES = 6;
/** Confusables of a term whose difference the card can tell: it shows one; the popup tells them all. */
const CARD_DIFFERENCES = 1;

/** Everything that popup and pages show, terms and comparisons in the order of their ids. */
export function compileGlossary({ terms, comparisons, differences, sources }: GlossaryData): Glossary {
  const byId = (a: { id: string }, b: { id: string }) => (a.id < b.id ? -1 : 1);
  return { terms: terms.toSorted(byId), comparisons: comparisons.toSorted(byId), differences, sources };
}

/** What the card shows of each term, and nothing else: it rides in every page with something to mark. */
export function compileCardTable(data: GlossaryData): CardTable {
  const sources: CardTable['sources'] = [];
  const indexes = new Map<string, number>();
  const indexOf = (id: string): number => {
    const known = indexes.get(id);
    if (known !== undefined) return known;
    const { publisher, url } = data.sources[id]!;
    indexes.set(id, sources.push({ name: publisher, url }) - 1);
    return sources.length - 1;
  };
  const terms: Record<string, CardTerm> = {};
  for (const term of data.terms) {
    terms[term.id] = {
      id: term.id,
      name: term.name,
      kind: term.kind,
      definition: term.definition,
      usage: (term.usage ?? []).map(({ scope, text }) => ({ scope, text })),
      disputed: term.disputed !== undefined,
      confusedWith: (term.confusedWith ?? []).slice(0, CARD_CONFUSABLES),
      sources: [indexOf(bestSource(term, data))],
    };
  }
  const told = data.differences.filter(({ terms: [a, b] }) => {
    const near = (one: string, other: string) =>
      terms[one]?.confusedWith.slice(0, CARD_DIFFERENCES).includes(other) ?? false;
    return near(a, b) || near(b, a);
  });
  const differences = told.map(({ terms, text }) => [terms.toSorted().join('|'), text]);
  return { terms, differences: Object.fromEntries(differences), sources };
}

/** The source a card names: of the best tier, then the one that carries most, then the one cited first. */
function bestSource(term: Term, data: GlossaryData): string {
  const cited = new Map<string, number>();
  for (const id of term.facts.flatMap((fact) => fact.sources)) cited.set(id, (cited.get(id) ?? 0) + 1);
  const tier = (id: string) => data.sources[id]!.tier;
  return [...cited].toSorted(([a, m], [b, n]) => (tier(a) < tier(b) ? -1 : tier(a) > tier(b) ? 1 : n - m))[0]![0];
}
