import { i18n } from '#i18n';
import type { ComparisonLink } from '../../components/ComparisonLinks.tsx';
import { listed } from '../../components/in-our-language.ts';
import { bestKnownFirst, comparisonsWith, getTerm, nameInSentence } from '../../core/glossary/lookup.ts';
import type { Glossary } from '../../core/glossary/types.ts';

/** How many comparisons a page is worth. */
const SUGGESTED = 3;

/** The comparisons that a page's terms suggest: those with most of their columns on the page, most frequent first. */
export function suggestions(glossary: Glossary, here: readonly string[]): ComparisonLink[] {
  const rank = new Map(here.map((id, index) => [id, index]));
  return glossary.comparisons
    .flatMap((comparison) => {
      const present = comparison.columns.filter((id) => rank.has(id));
      if (present.length < 2) return [];
      const place = present.reduce((sum, id) => sum + rank.get(id)!, 0) / present.length;
      const share = present.length / comparison.columns.length;
      return [{ comparison, present, worth: share * 20 - place }];
    })
    .sort((a, b) => b.worth - a.worth)
    .slice(0, SUGGESTED)
    .map(({ comparison: { id, title, columns }, present }) => ({
      key: id,
      title,
      terms: columns,
      reason: whoIsHere(glossary, columns, present),
    }));
}

/** All hand-written comparisons, those with a term of the page first, then the best known. */
export function allComparisons(glossary: Glossary, here: readonly string[]): ComparisonLink[] {
  const first = here.flatMap((id) => comparisonsWith(glossary, id));
  return [...new Set([...first, ...bestKnownFirst(glossary)])].map(({ id, title, columns }) => ({
    key: id,
    title,
    terms: columns,
  }));
}

function whoIsHere(glossary: Glossary, columns: string[], present: string[]): string {
  if (present.length === columns.length) return i18n.t(columns.length === 2 ? 'page.both' : 'page.all');
  const names = present.flatMap((id, index) => {
    const term = getTerm(glossary, id);
    return term ? [index ? nameInSentence(term) : term.name] : [];
  });
  return i18n.t('page.some', [listed(names)]);
}
