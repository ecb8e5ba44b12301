import { useEffect, useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks';
import browser from 'webextension-polyfill';
import { i18n } from '#i18n';
import { Comparison } from '../../components/Comparison.tsx';
import { ComparisonLinks } from '../../components/ComparisonLinks.tsx';
import { Entry } from '../../components/Entry.tsx';
import { Icon } from '../../components/Icon.tsx';
import { Logo } from '../../components/Logo.tsx';
import { OwnEntry } from '../../components/OwnEntry.tsx';
import { SearchBox } from '../../components/SearchBox.tsx';
import { SiteSwitch } from '../../components/SiteSwitch.tsx';
import { TermsHere } from '../../components/TermsHere.tsx';
import { Trouble } from '../../components/Trouble.tsx';
import { compare } from '../../core/glossary/compare.ts';
import { getTerm } from '../../core/glossary/lookup.ts';
import { comparable, withOwn } from '../../core/glossary/own-terms.ts';
import { type Found, type GlossarySearch, glossarySearch } from '../../core/glossary/search.ts';
import type { Glossary } from '../../core/glossary/types.ts';
import { send } from '../../core/messages/send.ts';
import { isOwnId } from '../../core/settings/own-terms.ts';
import type { OwnTerm } from '../../core/settings/types.ts';
import { allComparisons, suggestions } from './suggestions.ts';
import { type PageHere, usePage } from './use-page.ts';
import { useSite } from './use-site.ts';

type View = { name: 'home' } | { name: 'entry'; id: string } | { name: 'comparison'; terms: string[] };

/** The same list each time: what hangs on it is not made anew. */
const NONE: OwnTerm[] = [];
/** How many comparisons the first view lists; all are on the glossary page. */
const COMPARISONS_SHOWN = 6;

let search: { of: Glossary; find: GlossarySearch['find'] } | undefined;
/** The index is built on the first letter typed: opening the popup must not wait for it. */
function find(glossary: Glossary | null, query: string): Found[] {
  if (!glossary || !query.trim()) return [];
  if (search?.of !== glossary) search = { of: glossary, ...glossarySearch(glossary) };
  return comparable(search.find(query));
}

/** The glossary comes a moment after the first paint: reading half a megabyte would hold the site's switch back. */
function useGlossary(own: OwnTerm[]): Glossary | null {
  const [glossary, setGlossary] = useState<Glossary | null>(null);
  useEffect(() => void import('virtual:liner-notes/glossary').then((module) => setGlossary(module.default)), []);
  return useMemo(() => glossary && withOwn(glossary, own), [glossary, own]);
}

export function Popup() {
  const [views, setViews] = useState<View[]>([{ name: 'home' }]);
  const [query, setQuery] = useState('');
  const page = usePage();
  const ownTerms = page.settings?.ownTerms ?? NONE;
  const glossary = useGlossary(ownTerms);
  const results = useMemo(() => find(glossary, query), [glossary, query]);
  const main = useRef<HTMLElement>(null);
  const view = views.at(-1)!;

  function open(next: View) {
    setQuery('');
    setViews([...views, next]);
  }
  const openTerm = (id: string) => open({ name: 'entry', id });
  const openComparison = (terms: string[]) => open({ name: 'comparison', terms });

  // Before the next paint: what the reader then types or presses must not lose the focus again.
  useLayoutEffect(() => {
    scrollTo(0, 0);
    if (views.length > 1) main.current?.focus({ preventScroll: true });
    const columns = view.name === 'comparison' ? view.terms.length : 0;
    document.body.dataset.width = columns > 2 ? 'wide' : 'normal';
  }, [view, views.length]);

  return (
    <div class="popup">
      <header class="bar">
        {views.length > 1 ? (
          <button
            type="button"
            class="tool"
            aria-label={i18n.t('nav.back')}
            onClick={() => setViews(views.slice(0, -1))}
          >
            <Icon name="back" />
          </button>
        ) : (
          <Logo />
        )}
        <SearchBox
          query={query}
          results={results}
          pending={!glossary}
          autoFocus
          onQuery={setQuery}
          onChoose={(found) =>
            found.type === 'term' ? openTerm(found.term.id) : openComparison(found.terms.map(({ id }) => id))
          }
        />
      </header>
      <main ref={main} tabIndex={-1}>
        <h1 class="visually-hidden">{i18n.t('extension.name')}</h1>
        {/* The page's state lives on while an entry is open. */}
        <div hidden={view.name !== 'home'}>
          <Home page={page} glossary={glossary} openTerm={openTerm} openComparison={openComparison} />
        </div>
        {glossary && view.name === 'entry' && (
          <EntryView glossary={glossary} id={view.id} openTerm={openTerm} openComparison={openComparison} />
        )}
        {glossary && view.name === 'comparison' && (
          <ComparisonView glossary={glossary} terms={view.terms} openTerm={openTerm} />
        )}
      </main>
    </div>
  );
}

interface Opening {
  openTerm: (id: string) => void;
  openComparison: (terms: string[]) => void;
}

function Home({ page, glossary, openTerm, openComparison }: Opening & { page: PageHere; glossary: Glossary | null }) {
  const { site, act, stored } = useSite(page);
  const counts = page.status.kind === 'marking' ? page.status.terms : [];
  const terms = counts.flatMap(({ id, count }) => {
    const term = glossary && getTerm(glossary, id);
    return term ? [{ term, count }] : [];
  });
  const here = terms.map(({ term }) => term.id);
  const suggested = glossary ? suggestions(glossary, here) : [];
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
      <section>
        <h2>{i18n.t('nav.comparisons')}</h2>
        <ComparisonLinks links={others.slice(0, COMPARISONS_SHOWN)} open={openComparison} />
      </section>
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

function EntryView({ glossary, id, ...opening }: Opening & { glossary: Glossary; id: string }) {
  const term = getTerm(glossary, id);
  if (term && isOwnId(id)) return <OwnEntry term={term} />;
  return term ? <Entry level={2} glossary={glossary} term={term} {...opening} /> : <p>{i18n.t('entry.missing')}</p>;
}

function ComparisonView(props: { glossary: Glossary; terms: string[]; openTerm: (id: string) => void }) {
  const { glossary, terms, openTerm } = props;
  const compared = compare(glossary, terms);
  if (!compared) return <p>{i18n.t('entry.missing')}</p>;
  return (
    <article class="comparison-view">
      <header class="comparison-head">
        <h2>{compared.title}</h2>
        <a class="action" href={`/compare.html?terms=${terms.join(',')}`} target="_blank" rel="noreferrer">
          <Icon name="open" />
          {i18n.t('nav.openInTab')}
        </a>
      </header>
      <Comparison glossary={glossary} compared={compared} level={3} layout="stacked" openTerm={openTerm} />
    </article>
  );
}
