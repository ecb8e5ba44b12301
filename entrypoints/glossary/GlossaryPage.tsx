import glossary from 'virtual:liner-notes/glossary';
import { useEffect, useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks';
import { i18n } from '#i18n';
import { comparisonAddress, termAddress } from '../../components/addresses.ts';
import { Entry } from '../../components/Entry.tsx';
import { pageTitle } from '../../components/mount.tsx';
import { OwnEntry } from '../../components/OwnEntry.tsx';
import { PageHeader } from '../../components/PageHeader.tsx';
import { comeBack, type PlaceLeft, placeLeft } from '../../components/place-left.ts';
import { SearchBox } from '../../components/SearchBox.tsx';
import { getTerm } from '../../core/glossary/lookup.ts';
import { comparable, withOwn } from '../../core/glossary/own-terms.ts';
import { glossarySearch } from '../../core/glossary/search.ts';
import { isOwnId } from '../../core/settings/own-terms.ts';
import type { OwnTerm } from '../../core/settings/types.ts';
import { viewOf } from './address.ts';
import { Browse } from './Browse.tsx';
import { useOwnTerms } from './use-own-terms.ts';

/** Which part of the address tells what is shown. */
const addressHere = () => ({ search: location.search, hash: location.hash });

/** Drawn once the reader's own terms are known: the address may name one of them. */
export function GlossaryPage() {
  const own = useOwnTerms();
  return own && <WholeGlossary own={own} />;
}

/** The whole glossary: to browse, or one entry of it, the reader's own terms included. The address holds which. */
function WholeGlossary({ own }: { own: OwnTerm[] }) {
  const whole = useMemo(() => withOwn(glossary, own), [own]);
  const search = useMemo(() => glossarySearch(whole), [whole]);
  const [address, setAddress] = useState(addressHere);
  const view = useMemo(() => viewOf(whole, search, address), [whole, search, address]);
  // A selection that is no term becomes a search, for the reader to correct.
  const [query, setQuery] = useState(view.name === 'browse' ? view.query : '');
  const term = view.name === 'entry' ? getTerm(whole, view.id) : undefined;

  useEffect(() => {
    const moved = () => setAddress(addressHere());
    addEventListener('popstate', moved);
    return () => removeEventListener('popstate', moved);
  }, []);
  // An entry begins at its name; Back leads to where the list or the entry before was left.
  const main = useRef<HTMLElement>(null);
  const isFirst = useRef(true);
  useLayoutEffect(() => {
    document.title = pageTitle(term?.name ?? i18n.t('nav.glossary'));
    const name = main.current?.querySelector('h1') ?? null;
    const left: PlaceLeft | null = history.state;
    if (left) comeBack(left, name);
    else if (!isFirst.current) {
      scrollTo(0, 0);
      name?.focus({ preventScroll: true });
    }
    isFirst.current = false;
  }, [term?.id]);

  const comparison = view.name === 'comparison' ? comparisonAddress(view.terms) : null;
  useEffect(() => {
    if (comparison) location.replace(comparison);
  }, [comparison]);

  function go(address: string) {
    history.replaceState(placeLeft(), '');
    history.pushState(null, '', address);
    setAddress(addressHere());
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
      <main ref={main} class={term ? 'page page-entry' : 'page'}>
        {term && isOwnId(term.id) && <OwnEntry level={1} term={term} />}
        {term && !isOwnId(term.id) && (
          <Entry
            key={term.id}
            level={1}
            glossary={glossary}
            term={term}
            openTerm={openTerm}
            openComparison={openComparison}
          />
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
