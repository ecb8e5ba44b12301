import { useEffect, useState } from 'preact/hooks';
import browser from 'webextension-polyfill';
import { i18n } from '#i18n';
import { ComparisonLinks } from '../../components/ComparisonLinks.tsx';
import { SiteSwitch } from '../../components/SiteSwitch.tsx';
import { TermsHere } from '../../components/TermsHere.tsx';
import { Trouble } from '../../components/Trouble.tsx';
import { getTerm } from '../../core/glossary/lookup.ts';
import type { Glossary } from '../../core/glossary/types.ts';
import { send } from '../../core/messages/send.ts';
import { PATIENCE } from './ask-frames.ts';
import { allComparisons, suggestions } from './suggestions.ts';
import type { PageHere } from './use-page.ts';
import { useSite } from './use-site.ts';
import type { Opening } from './view.ts';

/** How many comparisons are listed; all are on the glossary page. */
const COMPARISONS_SHOWN = 6;

/** The first view: this site, this page, and where to go from here. */
export function Home({
  page,
  glossary,
  openTerm,
  openComparison,
}: Opening & { page: PageHere; glossary: Glossary | null }) {
  const { site, act, stored } = useSite(page);
  const counts = page.status.kind === 'marking' ? page.status.terms : [];
  const terms = counts.flatMap(({ id, count }) => {
    const term = glossary && getTerm(glossary, id);
    return term ? [{ term, count }] : [];
  });
  const here = terms.map(({ term }) => term.id);
  const suggested = glossary ? suggestions(glossary, here) : [];
  const isSettled = useSettled(page.status.kind !== 'asking');
  const others = (glossary ? allComparisons(glossary, here) : []).filter(
    ({ key }) => !suggested.some((link) => link.key === key),
  );

  async function goTo(term: string) {
    const at = page.frames.find(({ state }) => state.state === 'marking' && state.terms.some(({ id }) => id === term));
    if (page.tab === null || !at) return;
    const { tab } = page;
    await send((message) => browser.tabs.sendMessage(tab, message, { frameId: at.frame }), 'page:go-to', {
      term,
      index: 0,
    });
    window.close();
  }

  return (
    <>
      <SiteSwitch site={site} status={page.status} allowed={page.allowed} stored={stored} act={act} />
      <Trouble trouble={page.trouble} />
      {terms.length > 0 && (
        <section>
          <h2>{i18n.t('page.heading')}</h2>
          <ComparisonLinks links={suggested} open={openComparison} />
          <TermsHere terms={terms} open={openTerm} goTo={goTo} />
        </section>
      )}
      {isSettled && others.length > 0 && (
        <section>
          <h2>{i18n.t('nav.comparisons')}</h2>
          <ComparisonLinks links={others.slice(0, COMPARISONS_SHOWN)} open={openComparison} />
        </section>
      )}
      <nav class="pages" aria-label={i18n.t('nav.label')}>
        {(['compare', 'glossary', 'options'] as const).map((name) => (
          <a key={name} href={`/${name}.html`} target="_blank" rel="noreferrer">
            {i18n.t(`nav.${name}`)}
          </a>
        ))}
      </nav>
    </>
  );
}

/** Whether the page has answered or has had its time: what stands below its terms would move once they come. */
function useSettled(answered: boolean): boolean {
  const [isLate, setLate] = useState(false);
  useEffect(() => {
    const late = setTimeout(setLate, PATIENCE, true);
    return () => clearTimeout(late);
  }, []);
  return answered || isLate;
}
