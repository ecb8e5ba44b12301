import glossary from 'virtual:liner-notes/glossary';
import { useEffect, useMemo, useState } from 'preact/hooks';
import { i18n } from '#i18n';
import { comparisonAddress, termAddress } from '../../components/addresses.ts';
import { Entry } from '../../components/Entry.tsx';
import { pageTitle } from '../../components/mount.tsx';
import { OwnEntry } from '../../components/OwnEntry.tsx';
import { PageHeader } from '../../components/PageHeader.tsx';
import { SearchBox } from '../../components/SearchBox.tsx';
import { getTerm } from '../../core/glossary/lookup.ts';
import { comparable, withOwn } from '../../core/glossary/own-terms.ts';
import { glossarySearch } from '../../core/glossary/search.ts';
import { isOwnId } from '../../core/settings/own-terms.ts';
import type { OwnTerm } from '../../core/settings/types.ts';
import { viewOf } from './address.ts';
import { Browse } from './Browse.tsx';

/** The whole glossary: to browse, or one entry of it, the reader's own terms included. The address holds which. */
export function GlossaryPage({ ownTerms }: { ownTerms: OwnTerm[] }) {
  const all = useMemo(() => withOwn(glossary, ownTerms), [ownTerms]);
  const search = useMemo(() => glossarySearch(all), [all]);
  const [view, setView] = useState(() => viewOf(all, search, location));
  // A selection that is no term becomes a search, for the reader to correct.
  const [query, setQuery] = useState(view.name === 'browse' ? view.query : '');
  const term = view.name === 'entry' ? getTerm(all, view.id) : undefined;

  useEffect(() => {
    const moved = () => setView(viewOf(all, search, location));
    addEventListener('popstate', moved);
    return () => removeEventListener('popstate', moved);
  }, []);
  useEffect(() => {
    document.title = pageTitle(term?.name ?? i18n.t('nav.glossary'));
    if (term) scrollTo(0, 0);
  }, [term]);

  const comparison = view.name === 'comparison' ? comparisonAddress(view.terms) : null;
  useEffect(() => {
    if (comparison) location.replace(comparison);
  }, [comparison]);

  function go(address: string) {
    history.pushState(null, '', address);
    setView(viewOf(all, search, location));
    setQuery('');
  }
  const openTerm = (id: string) => go(termAddress(id));
  const openComparison = (terms: string[]) => location.assign(comparisonAddress(terms));

  if (comparison) return null;
  return (
    <>
      <PageHeader current="glossary">
        <SearchBox
          query={query}
          results={query.trim() ? comparable(search.find(query)) : []}
          autoFocus={!term}
          onQuery={setQuery}
          onChoose={(found) =>
            found.type === 'term' ? openTerm(found.term.id) : openComparison(found.terms.map((one) => one.id))
          }
        />
      </PageHeader>
      <main class={term ? 'page page-entry' : 'page'}>
        {term && isOwnId(term.id) && <OwnEntry level={1} term={term} />}
        {term && !isOwnId(term.id) && (
          <Entry level={1} glossary={glossary} term={term} openTerm={openTerm} openComparison={openComparison} />
        )}
        {view.name === 'missing' && (
          <p class="callout" role="status">
            {i18n.t('entry.missing')}
          </p>
        )}
        {!term && (
          <Browse
            glossary={glossary}
            {...(view.name === 'browse' ? view : { order: 'letter', kind: null })}
            go={go}
            openTerm={openTerm}
          />
        )}
      </main>
    </>
  );
}
