import { i18n } from '#i18n';
import type { Term } from '../core/glossary/schema.ts';

/** One of the reader's own terms: what they put in, and where it is changed. */
export function OwnEntry({ term, level }: { term: Term; level: 1 | 2 }) {
  const Name = `h${level}` as const;
  return (
    <article class="entry">
      <p class="entry-about kind">{i18n.t('card.own')}</p>
      <Name class="entry-name" tabIndex={-1} dir="auto">
        {term.name}
      </Name>
      {term.forms.length > 0 && <p class="entry-also">{i18n.t('search.alias', [also(term)])}</p>}
      <p class="entry-definition" dir="auto">
        {term.definition}
      </p>
      <a class="action entry-change" href="/options.html#own" target="_blank" rel="noreferrer">
        {i18n.t('own.change')}
      </a>
    </article>
  );
}

const also = ({ forms }: Term): string => forms.map(({ text }) => text).join(', ');
