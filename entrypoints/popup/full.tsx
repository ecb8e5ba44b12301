/** What needs the whole glossary: loaded a moment after the popup has been drawn. */
import glossary from 'virtual:liner-notes/glossary';
import { i18n } from '#i18n';
import { comparisonAddress } from '../../components/addresses.ts';
import { Comparison } from '../../components/Comparison.tsx';
import { CopyTools } from '../../components/CopyTools.tsx';
import { comparisonWords } from '../../components/comparison-words.ts';
import { Entry } from '../../components/Entry.tsx';
import { ENGLISH } from '../../components/english.ts';
import { Icon } from '../../components/Icon.tsx';
import { OwnEntry } from '../../components/OwnEntry.tsx';
import { compare } from '../../core/glossary/compare.ts';
import { getTerm } from '../../core/glossary/lookup.ts';
import { comparable } from '../../core/glossary/own-terms.ts';
import { type Found, type GlossarySearch, glossarySearch } from '../../core/glossary/search.ts';
import type { Glossary } from '../../core/glossary/types.ts';
import { isOwnId } from '../../core/settings/own-terms.ts';
import type { Opening } from './view.ts';

export { Here } from './Here.tsx';
export { glossary };

let search: { of: Glossary; find: GlossarySearch['find'] } | undefined;
/** The index is built on the first letter typed. */
export function find(inside: Glossary, query: string): Found[] {
  if (!query.trim()) return [];
  if (search?.of !== inside) search = { of: inside, ...glossarySearch(inside) };
  return comparable(search.find(query));
}

export function EntryView({ glossary, id, ...opening }: Opening & { glossary: Glossary; id: string }) {
  const term = getTerm(glossary, id);
  if (term && isOwnId(id)) return <OwnEntry level={2} term={term} />;
  return term ? <Entry level={2} glossary={glossary} term={term} {...opening} /> : <p>{i18n.t('entry.missing')}</p>;
}

export function ComparisonView(props: { glossary: Glossary; terms: string[]; openTerm: (id: string) => void }) {
  const { glossary, terms, openTerm } = props;
  const compared = compare(glossary, terms, comparisonWords());
  if (!compared) return <p>{i18n.t('entry.missing')}</p>;
  return (
    <article class="comparison-view">
      <header class="comparison-head">
        <h2 {...ENGLISH}>{compared.title}</h2>
        <a class="action" href={comparisonAddress(terms)} target="_blank" rel="noreferrer">
          <Icon name="open" />
          {i18n.t('nav.openInTab')}
        </a>
      </header>
      <Comparison glossary={glossary} compared={compared} level={3} layout="stacked" openTerm={openTerm} />
      <CopyTools glossary={glossary} compared={compared}>
        {/* The browsers do not print a popup. */}
        <a class="action" href={comparisonAddress(terms)} target="_blank" rel="noreferrer">
          <Icon name="print" />
          {i18n.t('compare.print')}
        </a>
      </CopyTools>
    </article>
  );
}
