import glossary from 'virtual:liner-notes/glossary';
import { useEffect, useState } from 'preact/hooks';
import { i18n } from '#i18n';
import { numbering } from '../../components/Citations.tsx';
import { ComparisonLinks } from '../../components/ComparisonLinks.tsx';
import { ComparisonTable } from '../../components/ComparisonTable.tsx';
import { PageHeader } from '../../components/PageHeader.tsx';
import { SearchBox } from '../../components/SearchBox.tsx';
import { Sources } from '../../components/Sources.tsx';
import { useMediaQuery } from '../../components/use-media-query.ts';
import { compare } from '../../core/glossary/compare.ts';
import { comparisonsWith, getTerm } from '../../core/glossary/lookup.ts';
import type { Comparison } from '../../core/glossary/schema.ts';
import { glossarySearch } from '../../core/glossary/search.ts';
import { ColumnTools } from './ColumnTools.tsx';
import { CopyTools } from './CopyTools.tsx';
import { addressOf, choiceFrom, MOST_COLUMNS } from './choice.ts';

const search = glossarySearch(glossary);

/** Any terms side by side. The address holds the choice: it can be bookmarked, and Back undoes a change. */
export function Compare() {
  const [terms, setTerms] = useState(() => choiceFrom(glossary, location.search));
  const [query, setQuery] = useState('');
  const narrow = useMediaQuery('(max-width: 760px)');
  const compared = compare(glossary, terms);

  useEffect(() => {
    const back = () => setTerms(choiceFrom(glossary, location.search));
    addEventListener('popstate', back);
    return () => removeEventListener('popstate', back);
  }, []);
  useEffect(() => {
    // Words typed in the address bar become the terms they stand for.
    if (new URLSearchParams(location.search).has('q')) history.replaceState(null, '', addressOf(terms));
    document.title = compared ? `${compared.title} · ${i18n.t('extension.name')}` : i18n.t('nav.compare');
  }, [terms, compared]);

  function choose(next: string[]) {
    const chosen = [...new Set(next)].slice(0, MOST_COLUMNS);
    history.pushState(null, '', addressOf(chosen));
    setTerms(chosen);
    setQuery('');
  }
  const { number, ids } = numbering();

  return (
    <>
      <PageHeader current="compare" />
      <main class="page compare">
        <h1>{compared?.title ?? i18n.t('comparePage.heading')}</h1>
        {!compared && <p class="lead">{i18n.t('comparePage.lead')}</p>}
        {compared?.intro.map(({ text }) => (
          <p key={text} class="lead">
            {text}
          </p>
        ))}
        <div class="tools">
          {!compared && <Chosen terms={terms} remove={(id) => choose(terms.filter((term) => term !== id))} />}
          {terms.length < MOST_COLUMNS ? (
            <SearchBox
              label={i18n.t('comparePage.add')}
              query={query}
              results={query.trim() ? search.find(query) : []}
              autoFocus={terms.length < 2}
              onQuery={setQuery}
              onChoose={(found) =>
                choose([...terms, ...(found.type === 'term' ? [found.term.id] : found.terms.map(({ id }) => id))])
              }
            />
          ) : (
            <p class="note">{i18n.t('comparePage.full', [String(MOST_COLUMNS)])}</p>
          )}
          {compared && <CopyTools glossary={glossary} compared={compared} />}
        </div>
        {compared && (
          <>
            {!compared.written && <p class="note">{i18n.t('compare.generated')}</p>}
            <section
              class="table-room"
              aria-label={compared.title}
              // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keyboard
              tabIndex={0}
            >
              <ComparisonTable
                glossary={glossary}
                compared={compared}
                layout={narrow ? 'stacked' : 'side'}
                number={number}
                openTerm={(id) => location.assign(`/glossary.html?term=${id}`)}
                columnTools={(_, index) => <ColumnTools terms={terms} index={index} choose={choose} />}
              />
            </section>
            <section class="part">
              <h2>{i18n.t('entry.sources')}</h2>
              <Sources glossary={glossary} ids={ids} />
            </section>
          </>
        )}
        <section class="part">
          <h2>{i18n.t(compared ? 'comparePage.more' : 'nav.comparisons')}</h2>
          <ComparisonLinks
            links={others(terms).map(({ id, title, columns }) => ({ key: id, title, terms: columns }))}
            open={choose}
          />
        </section>
      </main>
    </>
  );
}

function Chosen({ terms, remove }: { terms: string[]; remove: (id: string) => void }) {
  return (
    <>
      {terms.map((id) => (
        <button key={id} type="button" class="chip" onClick={() => remove(id)}>
          {getTerm(glossary, id)?.name}
          <span aria-hidden="true">×</span>
          <span class="visually-hidden">{i18n.t('comparePage.remove')}</span>
        </button>
      ))}
    </>
  );
}

/** Other hand-written comparisons: those that share a term first; all when none is chosen. */
function others(terms: string[]): Comparison[] {
  const related = terms.flatMap((id) => comparisonsWith(glossary, id));
  const all = [...new Set([...related, ...(terms.length < 2 ? glossary.comparisons : [])])];
  return all.filter(({ columns }) => columns.join() !== terms.join());
}
