/** From the edited data to what ships: the full glossary for popup and pages, the card table for the content script. */
import type { GlossaryData } from './data.ts';
import { comparisonsWith } from './lookup.ts';
import type { Term } from './schema.ts';
import type { CardTable, CardTerm, Glossary } from './types.ts';

/** How many sources a card names. */
const CARD_SOURCES = 2;

/** Everything that popup and pages show, terms and comparisons in the order of their ids. */
export function compileGlossary({ terms, comparisons, differences, sources }: GlossaryData): Glossary {
  const byId = (a: { id: string }, b: { id: string }) => (a.id < b.id ? -1 : 1);
  return { terms: terms.toSorted(byId), comparisons: comparisons.toSorted(byId), differences, sources };
}

/** What the card shows of each term, and nothing else: it rides in every page. */
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
    const [comparison] = comparisonsWith(data, term.id);
    terms[term.id] = {
      id: term.id,
      name: term.name,
      kind: term.kind,
      definition: term.definition,
      usage: (term.usage ?? []).map(({ scope, text }) => ({ scope, text })),
      disputed: term.disputed !== undefined,
      confusedWith: term.confusedWith ?? [],
      sources: bestSources(term, data).map(indexOf),
      ...(comparison ? { comparison: comparison.id } : {}),
    };
  }
  const differences = data.differences.map(({ terms, text }) => [terms.toSorted().join('|'), text]);
  return { terms, differences: Object.fromEntries(differences), sources };
}

/** The sources a card names: those of the best tier first, then those that carry most, then those cited first. */
function bestSources(term: Term, data: GlossaryData): string[] {
  const cited = new Map<string, number>();
  for (const id of term.facts.flatMap((fact) => fact.sources)) cited.set(id, (cited.get(id) ?? 0) + 1);
  const tier = (id: string) => data.sources[id]!.tier;
  const ranked = [...cited].toSorted(([a, m], [b, n]) => (tier(a) < tier(b) ? -1 : tier(a) > tier(b) ? 1 : n - m));
  const publishers = new Set<string>();
  const best = ranked.filter(([id]) => {
    const { publisher } = data.sources[id]!;
    return !publishers.has(publisher) && publishers.add(publisher);
  });
  return best.slice(0, CARD_SOURCES).map(([id]) => id);
}
