import { useId, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { i18n } from '#i18n';
import type { Found } from '../core/glossary/search.ts';
import { isOwnId } from '../core/settings/own-terms.ts';
import { languageOf } from './english.ts';
import { Icon } from './Icon.tsx';
import { listed } from './in-our-language.ts';
import './search.css';

export interface SearchBoxProps {
  /** What is searched for, when it is not the glossary at large. */
  label?: string;
  query: string;
  results: Found[];
  /** What is searched is still being loaded: no result does not mean none. */
  pending?: boolean;
  autoFocus?: boolean;
  onQuery: (query: string) => void;
  onChoose: (found: Found) => void;
}

/**
 * Search with results as one types: an ARIA combobox, so arrows move through the results while the focus stays in the
 * field. Enter opens the first, or the one moved to; Escape empties the field. Whoever goes elsewhere has the results out
 * of the way until they come back.
 */
export function SearchBox({ label, query, results, pending, autoFocus, onQuery, onChoose }: SearchBoxProps) {
  const id = useId();
  const [current, setCurrent] = useState(0);
  const [isLeft, setLeft] = useState(false);
  const list = useRef<HTMLDivElement>(null);
  const input = useRef<HTMLInputElement>(null);
  // Once, and not from anything that has the focus by then: later it would take a reader back to the top of the page.
  // Before the first paint, which needs the layout that a focus asks for anyway.
  useLayoutEffect(() => {
    if (!autoFocus) return;
    const takeFocus = () => {
      if (document.activeElement === document.body) input.current?.focus();
    };
    takeFocus();
    if (document.hasFocus()) return;
    // Firefox draws a popup before it moves it into its panel, and one time in thirty the field's focus is lost on the way.
    window.addEventListener('focus', takeFocus, { once: true });
    return () => window.removeEventListener('focus', takeFocus);
  }, []);
  const open = query.trim() !== '' && !pending && !isLeft;
  const active = Math.min(current, results.length - 1);

  function move(to: number) {
    const next = (to + results.length) % results.length;
    setCurrent(next);
    list.current?.children[next]?.scrollIntoView({ block: 'nearest' });
  }

  function onKeyDown(event: KeyboardEvent) {
    // Until then its keys choose letters, not results.
    if (event.isComposing) return;
    if (event.key === 'ArrowDown' && results.length) move(active + 1);
    else if (event.key === 'ArrowUp' && results.length) move(active - 1);
    else if (event.key === 'Enter' && results[active]) onChoose(results[active]);
    else if (event.key === 'Escape' && query) onQuery('');
    else return;
    event.preventDefault();
  }

  return (
    <div class="search">
      <div class="search-field">
        <Icon name="search" />
        <input
          type="search"
          // biome-ignore lint/a11y/noRedundantRoles: a search field is a combobox only when it says so
          role="combobox"
          list={undefined}
          autocomplete="off"
          spellcheck={false}
          aria-label={label ?? i18n.t('search.label')}
          aria-expanded={open && results.length > 0}
          aria-controls={`${id}-results`}
          aria-activedescendant={open && results.length ? `${id}-${active}` : undefined}
          aria-autocomplete="list"
          placeholder={label ?? i18n.t('search.placeholder')}
          value={query}
          ref={input}
          onFocus={() => setLeft(false)}
          // Another window in front does not take the focus away from here.
          onBlur={(event) => setLeft(document.activeElement !== event.currentTarget)}
          onInput={(event) => {
            setCurrent(0);
            onQuery(event.currentTarget.value);
          }}
          onKeyDown={onKeyDown}
        />
      </div>
      {open && results.length > 0 && (
        <div
          class="results"
          id={`${id}-results`}
          ref={list}
          role="listbox"
          // Tab leaves the field for what comes after the results.
          tabIndex={-1}
          aria-label={i18n.t('search.label')}
          // The field keeps the focus while a result is pressed.
          onMouseDown={(event) => event.preventDefault()}
        >
          {results.map((found, index) => (
            // biome-ignore lint/a11y/useKeyWithClickEvents: the combobox above has the keys
            // biome-ignore lint/a11y/useFocusableInteractive: options of a combobox are pointed to, not focused
            <div
              key={found.type === 'term' ? found.term.id : 'comparison'}
              id={`${id}-${index}`}
              role="option"
              class="result"
              aria-selected={index === active}
              onClick={() => onChoose(found)}
            >
              <Result found={found} />
            </div>
          ))}
        </div>
      )}
      <p class={open && !results.length ? 'search-none' : 'visually-hidden'} role="status">
        {open && (results.length ? i18n.t('search.results', results.length) : i18n.t('search.none', [query.trim()]))}
      </p>
    </div>
  );
}

function Result({ found }: { found: Found }) {
  if (found.type === 'comparison')
    return (
      <span class="result-compare">
        <Icon name="compare" />
        <span class="result-name">{i18n.t('search.compareAll', [listed(found.terms.map(({ name }) => name))])}</span>
      </span>
    );
  const { term, alias } = found;
  return (
    <>
      <span class="result-head">
        <span class="result-name" {...languageOf(term.id)}>
          {term.name}
        </span>
        {alias && <span class="result-alias">{i18n.t('search.alias', [alias])}</span>}
        <span class="result-kind">{isOwnId(term.id) ? i18n.t('card.own') : i18n.t(`kind.${term.kind}`)}</span>
      </span>
      <span class="result-definition" {...languageOf(term.id)}>
        {term.definition}
      </span>
    </>
  );
}
