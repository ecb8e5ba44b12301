/** Looking things up in the full glossary: what popup and pages ask of it. */
import type { Comparison, Source, Term } from './schema.ts';
import type { Glossary } from './types.ts';

/** A term that is easily taken for another, and what sets the two apart. */
export interface Confusable {
  term: Term;
  difference?: string;
}

/** A source with its id, ready to be named and linked. */
export interface CitedSource extends Source {
  id: string;
}

/** The term with this id. */
export const getTerm = (glossary: Glossary, id: string): Term | undefined =>
  glossary.terms.find((term) => term.id === id);

/** The terms a reader may take for this one, the likeliest first. */
export function confusables(glossary: Glossary, id: string): Confusable[] {
  return (getTerm(glossary, id)?.confusedWith ?? []).flatMap((other) => {
    const term = getTerm(glossary, other);
    if (!term) return [];
    const difference = differenceBetween(glossary, id, other);
    return [{ term, ...(difference === undefined ? {} : { difference }) }];
  });
}

/** One line on what sets two terms apart, whichever way round they are asked for. */
export function differenceBetween(glossary: Glossary, a: string, b: string): string | undefined {
  return glossary.differences.find(({ terms }) => terms.includes(a) && terms.includes(b))?.text;
}

/** The hand-written comparisons that a term is in: those that it leads first, the narrower before the wider. */
export function comparisonsWith({ comparisons }: Pick<Glossary, 'comparisons'>, id: string): Comparison[] {
  const rank = ({ columns }: Comparison) => (columns[0] === id ? 0 : 10) + columns.length;
  return comparisons
    .filter(({ columns }) => columns.includes(id))
    .toSorted((a, b) => rank(a) - rank(b) || a.title.localeCompare(b.title));
}

/** All hand-written comparisons, those of the terms that are compared most often first. */
export function bestKnownFirst({ comparisons }: Pick<Glossary, 'comparisons'>): Comparison[] {
  const counts = new Map<string, number>();
  for (const id of comparisons.flatMap(({ columns }) => columns)) counts.set(id, (counts.get(id) ?? 0) + 1);
  const renown = ({ columns }: Comparison) =>
    columns.reduce((sum, id) => sum + (counts.get(id) ?? 0), 0) / columns.length;
  return comparisons.toSorted((a, b) => renown(b) - renown(a));
}

/** The sources behind some ids, each once, in the order asked. */
export const citedSources = (glossary: Glossary, ids: readonly string[]): CitedSource[] =>
  [...new Set(ids)].flatMap((id) => {
    const source = glossary.sources[id];
    return source ? [{ id, ...source }] : [];
  });

/** Other names of the same thing, as an editor picked them from the forms: none is a plural, a verb or a part of it. */
export const otherNames = ({ forms }: Pick<Term, 'forms'>): string[] =>
  forms.filter(({ alias }) => alias).map(({ text }) => text);

/** A term's name as it reads within a sentence: "audio engineer", but "A&R", "DJ", "Logic Pro". */
export function nameInSentence({ name, forms }: Pick<Term, 'name' | 'forms'>): string {
  const spelt = forms.find(({ text }) => text.toLowerCase() === name.toLowerCase())?.text;
  if (spelt !== undefined) return spelt;
  return /^.(?:\p{Ll}| )/u.test(name) ? name.charAt(0).toLowerCase() + name.slice(1) : name;
}
