import { i18n } from '#i18n';
import { ComparisonLinks } from '../../components/ComparisonLinks.tsx';
import { TermsHere } from '../../components/TermsHere.tsx';
import { getTerm } from '../../core/glossary/lookup.ts';
import type { Glossary } from '../../core/glossary/types.ts';
import { allComparisons, suggestions } from './suggestions.ts';
import { useGoTo } from './use-go-to.ts';
import type { PageHere } from './use-page.ts';
import type { Opening } from './view.ts';

/** How many comparisons are listed; all are on the glossary page. */
const COMPARISONS_SHOWN = 6;

/** The glossary's words on this page, and the comparisons that they suggest before all others. */
export function Here({
  page,
  glossary,
  isSettled,
  openTerm,
  openComparison,
}: Opening & { page: PageHere; glossary: Glossary; isSettled: boolean }) {
  const { went, goTo } = useGoTo(page);
  const counts = page.status.kind === 'marking' ? page.status.terms : [];
  const terms = counts.flatMap(({ id, count }) => {
    const term = getTerm(glossary, id);
    return term ? [{ term, count }] : [];
  });
  const here = terms.map(({ term }) => term.id);
  const suggested = suggestions(glossary, here);
  const others = allComparisons(glossary, here).filter(({ key }) => !suggested.some((link) => link.key === key));
  return (
    <>
      {terms.length > 0 && (
        <section>
          <h2>{i18n.t('page.heading')}</h2>
          <ComparisonLinks links={suggested} open={openComparison} />
          <TermsHere terms={terms} went={went} open={openTerm} goTo={goTo} />
        </section>
      )}
      {isSettled && others.length > 0 && (
        <section>
          <h2>{i18n.t('nav.comparisons')}</h2>
          <ComparisonLinks links={others.slice(0, COMPARISONS_SHOWN)} open={openComparison} />
        </section>
      )}
    </>
  );
}
