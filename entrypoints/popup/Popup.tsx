import { useEffect, useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks';
import { i18n } from '#i18n';
import { Icon } from '../../components/Icon.tsx';
import { Logo } from '../../components/Logo.tsx';
import { SearchBox } from '../../components/SearchBox.tsx';
import { withOwn } from '../../core/glossary/own-terms.ts';
import type { OwnTerm } from '../../core/settings/types.ts';
import { PATIENCE } from './ask-frames.ts';
import { Home } from './Home.tsx';
import { afterPaint, tellPainted } from './painted.ts';
import { usePage } from './use-page.ts';
import { useTrail } from './use-trail.ts';
import type { View } from './view.ts';

/** The same list each time: what hangs on it is not made anew. */
const NONE: OwnTerm[] = [];

type Full = typeof import('./full.tsx');

/**
 * The glossary and what shows it, once the page's state has been painted: reading half a megabyte would hold the
 * site's switch back. `failed`: it cannot be read.
 */
function useFull(isDrawn: boolean): { full: Full | null; failed: boolean } {
  const [full, setFull] = useState<Full | null>(null);
  const [failed, setFailed] = useState(false);
  useLayoutEffect(() => {
    if (full || isDrawn) tellPainted(full ? 'whole' : 'site');
  }, [isDrawn, full]);
  useEffect(() => {
    if (!isDrawn) return;
    return afterPaint(
      () =>
        void import('./full.tsx').then(setFull, (error: unknown) => {
          console.error(error);
          setFailed(true);
        }),
    );
  }, [isDrawn]);
  return { full, failed };
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

/** Firefox (seen in 153) leaves the popup over the page that a link in it has opened; others close it. */
function makeRoom({ target, ctrlKey, metaKey, defaultPrevented }: MouseEvent): void {
  const isLeaving = (target as Element).closest('a[target]') && !defaultPrevented && !ctrlKey && !metaKey;
  if (isLeaving) setTimeout(() => window.close());
}

export function Popup() {
  const main = useRef<HTMLElement>(null);
  const { view, depth, ...trail } = useTrail(main);
  const [query, setQuery] = useState('');
  const page = usePage();
  const ownTerms = page.settings?.ownTerms ?? NONE;
  const { full, failed } = useFull(page.isKnown);
  const isSettled = useSettled(page.status.kind !== 'asking');
  const isTold = page.status.kind !== 'asking';
  useLayoutEffect(() => {
    if (isTold) tellPainted('told');
  }, [isTold]);
  const glossary = useMemo(() => full && withOwn(full.glossary, ownTerms), [full, ownTerms]);
  const results = useMemo(() => (full && glossary ? full.find(glossary, query) : []), [full, glossary, query]);

  function open(next: View) {
    setQuery('');
    trail.open(next);
  }
  const openTerm = (id: string) => open({ name: 'entry', id });
  const openComparison = (terms: string[]) => open({ name: 'comparison', terms });

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: hears of the links within
    // biome-ignore lint/a11y/useKeyWithClickEvents: a key's press is a click too
    <div class="popup" onClick={makeRoom}>
      <header class="bar">
        {depth > 0 ? (
          <button type="button" class="tool" aria-label={i18n.t('nav.back')} onClick={trail.back}>
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
        <div class="home" hidden={view.name !== 'home'}>
          <Home page={page}>
            {failed && (
              <p class="note" role="alert">
                {i18n.t('page.noGlossary')}
              </p>
            )}
            {full && glossary && <full.Here {...{ page, glossary, isSettled, openTerm, openComparison }} />}
          </Home>
        </div>
        {full && glossary && view.name === 'entry' && (
          <full.EntryView
            key={depth}
            glossary={glossary}
            id={view.id}
            openTerm={openTerm}
            openComparison={openComparison}
          />
        )}
        {full && glossary && view.name === 'comparison' && (
          <full.ComparisonView key={depth} glossary={glossary} terms={view.terms} openTerm={openTerm} />
        )}
      </main>
    </div>
  );
}
