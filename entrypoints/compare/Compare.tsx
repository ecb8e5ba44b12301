import glossary from 'virtual:liner-notes/glossary';
import { useEffect, useRef, useState } from 'preact/hooks';
import { i18n } from '#i18n';
import { termAddress } from '../../components/addresses.ts';
import { Comparison } from '../../components/Comparison.tsx';
import { ComparisonLinks } from '../../components/ComparisonLinks.tsx';
import { CopyTools } from '../../components/CopyTools.tsx';
import { comparisonWords } from '../../components/comparison-words.ts';
import { ENGLISH } from '../../components/english.ts';
import { Icon } from '../../components/Icon.tsx';
import { pageTitle } from '../../components/mount.tsx';
import { PageHeader } from '../../components/PageHeader.tsx';
import { SearchBox } from '../../components/SearchBox.tsx';
import { useMediaQuery } from '../../components/use-media-query.ts';
import { compare } from '../../core/glossary/compare.ts';
import { KINDS } from '../../core/glossary/kinds.ts';
import { bestKnownFirst, comparisonsWith, getTerm } from '../../core/glossary/lookup.ts';
import { MOST_ADDED } from '../../core/glossary/most-columns.ts';
import type { Comparison as Written } from '../../core/glossary/schema.ts';
import { glossarySearch } from '../../core/glossary/search.ts';
import { ColumnTools } from './ColumnTools.tsx';
import { addressOf, choiceFrom } from './choice.ts';

const search = glossarySearch(glossary);

/** Any terms side by side. The address holds the choice: it can be bookmarked, and Back undoes a change. */
export function Compare() {
  const [terms, setTerms] = useState(() => choiceFrom(glossary, location));
  const [query, setQuery] = useState('');
  const narrow = useMediaQuery('(max-width: 760px)');
  const compared = compare(glossary, terms, comparisonWords());

  useEffect(() => {
    const back = () => setTerms(choiceFrom(glossary, location));
    addEventListener('popstate', back);
    return () => removeEventListener('popstate', back);
  }, []);
  useEffect(() => {
    document.title = pageTitle(compared?.title ?? i18n.t('nav.compare'));
  }, [compared]);

  // What had the focus may be gone with the change: the reader goes on with the column that was moved, where more is
  // added, or at the new title.
  const main = useRef<HTMLElement>(null);
  const chosen = useRef<{ moved: string | undefined } | null>(null);
  useEffect(() => {
    const find = (selector: string): HTMLElement | null => main.current?.querySelector(selector) ?? null;
    const swapOf = (id = '') => find(`[data-column="${id}"] .swap`);
    const moved = chosen.current?.moved;
    // The last column has no swap of its own: what would swap it back belongs to the one before it.
    if (moved) (swapOf(moved) ?? swapOf(terms[terms.indexOf(moved) - 1]))?.focus();
    else if (chosen.current && document.activeElement === document.body) (find('.tools input') ?? find('h1'))?.focus();
    chosen.current = null;
  }, [terms]);

  function choose(next: string[], moved?: string) {
    const terms = [...new Set(next)];
    chosen.current = { moved };
    history.pushState(null, '', addressOf(terms));
    setTerms(terms);
    setQuery('');
  }

  return (
    <>
      <PageHeader current="compare" />
      <main class="page compare" ref={main}>
        <h1 tabIndex={-1} {...(compared && ENGLISH)}>
          {compared?.title ?? i18n.t('comparePage.heading')}
        </h1>
        {!compared && <p class="lead">{i18n.t('comparePage.lead')}</p>}
        {compared && (
          <Comparison
            glossary={glossary}
            compared={compared}
            level={2}
            layout={narrow ? 'stacked' : 'side'}
            openTerm={(id) => location.assign(termAddress(id))}
            columnTools={(_, index) => <ColumnTools columns={compared.columns} index={index} choose={choose} />}
          >
            <div class="tools">
              <AddTerm terms={terms} query={query} setQuery={setQuery} choose={choose} />
              <CopyTools glossary={glossary} compared={compared}>
                <button type="button" class="action" onClick={() => print()}>
                  <Icon name="print" />
                  {i18n.t('comparePage.print')}
                </button>
              </CopyTools>
            </div>
          </Comparison>
        )}
        {!compared && (
          <div class="tools">
            <Chosen terms={terms} remove={(id) => choose(terms.filter((term) => term !== id))} />
            <AddTerm terms={terms} query={query} setQuery={setQuery} choose={choose} />
          </div>
        )}
        {further(terms).map(({ heading, links }) => (
          <section key={heading} class="part further">
            <h2>{heading}</h2>
            <ComparisonLinks
              links={links.map(({ id, title, columns }) => ({ key: id, title, terms: columns }))}
              open={choose}
            />
          </section>
        ))}
      </main>
    </>
  );
}

/** One more column, found by its name; none where the table would grow too wide to read. */
function AddTerm(props: {
  terms: string[];
  query: string;
  setQuery: (query: string) => void;
  choose: (terms: string[]) => void;
}) {
  const { terms, query, setQuery, choose } = props;
  if (terms.length >= MOST_ADDED) {
    return <p class="note">{i18n.t('comparePage.full', [String(MOST_ADDED), String(MOST_ADDED - 1)])}</p>;
  }
  return (
    <SearchBox
      label={i18n.t('comparePage.add')}
      query={query}
      results={query.trim() ? search.find(query) : []}
      autoFocus={terms.length < 2}
      onQuery={setQuery}
      onChoose={(found) => {
        const added = found.type === 'term' ? [found.term.id] : found.terms.map(({ id }) => id);
        choose([...new Set([...terms, ...added])].slice(0, MOST_ADDED));
      }}
    />
  );
}

function Chosen({ terms, remove }: { terms: string[]; remove: (id: string) => void }) {
  return (
    <>
      {terms.map((id) => (
        <button
          key={id}
          type="button"
          class="chip"
          aria-label={i18n.t('comparePage.remove', [getTerm(glossary, id)?.name ?? ''])}
          onClick={() => remove(id)}
        >
          <span {...ENGLISH}>{getTerm(glossary, id)?.name}</span>
          <span aria-hidden="true">×</span>
        </button>
      ))}
    </>
  );
}

/** Other hand-written comparisons: those that share a term with this one; all, by kind, while nothing is compared. */
function further(terms: string[]): { heading: string; links: Written[] }[] {
  const related = [...new Set(terms.flatMap((id) => comparisonsWith(glossary, id)))];
  const others = related.filter(({ columns }) => columns.toSorted().join() !== terms.toSorted().join());
  const groups = others.length ? [{ heading: i18n.t('comparePage.more'), links: others }] : [];
  if (terms.length > 1) return groups;
  const rest = bestKnownFirst(glossary).filter((comparison) => !others.includes(comparison));
  const byKind = Map.groupBy(rest, ({ columns }) => getTerm(glossary, columns[0]!)!.kind);
  const kinds = KINDS.flatMap((kind) => {
    const links = byKind.get(kind);
    return links ? [{ heading: i18n.t(`kinds.${kind}`), links }] : [];
  });
  return [...groups, ...kinds];
}
