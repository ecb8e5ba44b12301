import { i18n } from '#i18n';
import type { CitedSource } from '../core/glossary/lookup.ts';
import './citations.css';
import { ENGLISH } from './english.ts';

/** Small numbers behind a statement, each one a link to its source. `number` counts sources in order of first use. */
export function Citations({ sources, number }: { sources: CitedSource[]; number: (id: string) => number }) {
  return (
    <span class="citations">
      {/* Not to stand at the start of a line, away from what they are for. */}
      {sources.length > 0 && '\u00a0'}
      {sources.map(({ id, title, url, publisher }) => (
        <a
          key={id}
          class="citation"
          href={url}
          target="_blank"
          rel="noreferrer"
          title={`${publisher}: ${title}`}
          aria-label={i18n.t('entry.sourceNumber', [number(id), publisher])}
        >
          {number(id)}
        </a>
      ))}
    </span>
  );
}

/** Numbers sources from 1 in the order in which they are first asked for. */
export function numbering(): { number: (id: string) => number; ids: () => string[] } {
  const numbers = new Map<string, number>();
  return {
    number(id) {
      if (!numbers.has(id)) numbers.set(id, numbers.size + 1);
      return numbers.get(id)!;
    },
    ids: () => [...numbers.keys()],
  };
}

/** The numbered list that the citations point to. */
export function SourceList({ sources }: { sources: CitedSource[] }) {
  return (
    <ol class="sources" {...ENGLISH}>
      {sources.map(({ id, title, url, publisher, licence }) => (
        <li key={id}>
          <a href={url} target="_blank" rel="noreferrer">
            {title}
          </a>{' '}
          <span class="source-publisher">{publisher}</span> <span class="source-licence">{licence}</span>
        </li>
      ))}
    </ol>
  );
}
