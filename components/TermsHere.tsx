import { useState } from 'preact/hooks';
import { i18n } from '#i18n';
import type { Term } from '../core/glossary/schema.ts';
import { ENGLISH } from './english.ts';
import { Icon } from './Icon.tsx';
import './terms-here.css';

/** How many terms are shown before the reader asks for all. */
const SHOWN = 8;

export interface TermCount {
  term: Term;
  count: number;
}

/** The terms found on the page, most frequent first: each opens its entry, or is shown on the page. */
export function TermsHere(props: { terms: TermCount[]; open: (id: string) => void; goTo: (id: string) => void }) {
  const [all, showAll] = useState(false);
  const shown = all ? props.terms : props.terms.slice(0, SHOWN);
  const more = props.terms.length - shown.length;
  return (
    <>
      <ul class="terms">
        {shown.map(({ term, count }) => (
          <li key={term.id} class="term">
            <button type="button" class="term-open" onClick={() => props.open(term.id)}>
              <span class="term-name">{term.name}</span>{' '}
              <span class="term-definition" {...ENGLISH}>
                {term.definition}
              </span>
            </button>
            <button
              type="button"
              class="term-go"
              title={i18n.t('page.goTo', [term.name])}
              onClick={() => props.goTo(term.id)}
            >
              <span aria-hidden="true">{count}×</span>
              <span class="visually-hidden">
                {i18n.t('page.goTo', [term.name])} ({i18n.t('page.times', count)})
              </span>
              <Icon name="goTo" />
            </button>
          </li>
        ))}
      </ul>
      {more > 0 && (
        <button type="button" class="action" onClick={() => showAll(true)}>
          {i18n.t('page.moreTerms', props.terms.length)}
        </button>
      )}
    </>
  );
}
