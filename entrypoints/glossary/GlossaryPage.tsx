import glossary from 'virtual:liner-notes/glossary';
import { useEffect, useState } from 'preact/hooks';
import { i18n } from '#i18n';
import { Entry } from '../../components/Entry.tsx';
import { PageHeader } from '../../components/PageHeader.tsx';
import { SearchBox } from '../../components/SearchBox.tsx';
import { getTerm } from '../../core/glossary/lookup.ts';
import { glossarySearch } from '../../core/glossary/search.ts';
import { Browse } from './Browse.tsx';

const search = glossarySearch(glossary);

/** The whole glossary: to browse, or one entry of it. The address holds which. */
export function GlossaryPage() {
  const params = new URLSearchParams(location.search);
  const asked = params.get('q');
  const best = asked === null ? undefined : search.find(asked, 1)[0];
  const [id, setId] = useState(() => params.get('term') ?? (best?.type === 'term' ? best.term.id : null));
  // A selection that is no term becomes a search, for the reader to correct.
  const [query, setQuery] = useState(id === null ? (asked ?? '') : '');
  const term = id === null ? undefined : getTerm(glossary, id);

  useEffect(() => {
    const back = () => setId(new URLSearchParams(location.search).get('term'));
    addEventListener('popstate', back);
    return () => removeEventListener('popstate', back);
  }, []);
  useEffect(() => {
    document.title = `${term?.name ?? i18n.t('nav.glossary')} · ${i18n.t('extension.name')}`;
    scrollTo(0, 0);
  }, [term]);

  function openTerm(next: string) {
    history.pushState(null, '', `?term=${next}`);
    setId(next);
    setQuery('');
  }
  const openComparison = (terms: string[]) => location.assign(`/compare.html?terms=${terms.join(',')}`);

  return (
    <>
      <PageHeader current="glossary">
        <SearchBox
          query={query}
          results={query.trim() ? search.find(query) : []}
          autoFocus={!term}
          onQuery={setQuery}
          onChoose={(found) =>
            found.type === 'term' ? openTerm(found.term.id) : openComparison(found.terms.map((one) => one.id))
          }
        />
      </PageHeader>
      <main class={term ? 'page page-entry' : 'page'}>
        {term && (
          <Entry level={1} glossary={glossary} term={term} openTerm={openTerm} openComparison={openComparison} />
        )}
        {!term && id !== null && <p class="note">{i18n.t('entry.missing')}</p>}
        {!term && <Browse terms={glossary.terms} />}
      </main>
    </>
  );
}
