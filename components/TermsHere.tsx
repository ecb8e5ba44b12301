import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { i18n } from '#i18n';
import type { Term } from '../core/glossary/schema.ts';
import { languageOf } from './english.ts';
import { Icon } from './Icon.tsx';
import './terms-here.css';

/** How many terms are shown before the reader asks for all. */
const SHOWN = 8;

export interface TermCount {
  term: Term;
  count: number;
}

/** Which occurrence of a term the page was last made to show, from 1; `null`: none could be shown. */
export type Went = { term: string; place: number; of: number } | { term: string; place: null };

/** The terms found on the page, most frequent first: each opens its entry, or is shown on the page, one after another. */
export function TermsHere(props: {
  terms: TermCount[];
  went: Went | null;
  open: (id: string) => void;
  goTo: (id: string) => void;
}) {
  const { terms, went, open, goTo } = props;
  const [all, showAll] = useState(false);
  const list = useRef<HTMLUListElement>(null);
  const shown = all ? terms : terms.slice(0, SHOWN);
  const more = terms.length - shown.length;
  // The button that shows all goes away with it.
  useLayoutEffect(() => {
    if (all) list.current?.querySelectorAll<HTMLElement>('.term-open')[SHOWN]?.focus({ preventScroll: true });
  }, [all]);
  return (
    <>
      <ul class="terms" ref={list}>
        {shown.map(({ term, count }) => (
          <li key={term.id} class="term">
            <button type="button" class="term-open" onClick={() => open(term.id)}>
              <span class="term-name" {...languageOf(term.id)}>
                {term.name}
              </span>{' '}
              <span class="term-definition" {...languageOf(term.id)}>
                {term.definition}
              </span>
            </button>
            <button
              type="button"
              class="term-go"
              title={i18n.t('page.goTo', [term.name])}
              onClick={() => goTo(term.id)}
            >
              <span aria-hidden="true">
                {went?.term === term.id && went.place !== null ? `${went.place}/${went.of}` : `${count}×`}
              </span>
              <span class="visually-hidden">
                {i18n.t('page.goTo', [term.name])} ({i18n.t('page.times', count)})
              </span>
              <Icon name="goTo" />
            </button>
          </li>
        ))}
      </ul>
      {/* What is shown can be seen; that nothing can be is told to everyone. */}
      <p class={went?.place === null ? 'note' : 'visually-hidden'} role="status">
        {went && told(went, terms)}
      </p>
      {more > 0 && (
        <button type="button" class="action" onClick={() => showAll(true)}>
          {i18n.t('page.moreTerms', terms.length)}
        </button>
      )}
    </>
  );
}

function told(went: Went, terms: TermCount[]): string {
  if (went.place !== null) return i18n.t('card.position', [String(went.place), String(went.of)]);
  return i18n.t('page.notShown', [terms.find(({ term }) => term.id === went.term)?.term.name ?? '']);
}
