import type { ComponentChildren } from 'preact';
import { i18n } from '#i18n';
import type { Compared } from '../core/glossary/compare.ts';
import { citedSources } from '../core/glossary/lookup.ts';
import type { Glossary } from '../core/glossary/types.ts';
import { Citations, numbering } from './Citations.tsx';
import { ComparisonTable, type ComparisonTableProps } from './ComparisonTable.tsx';
import { ENGLISH } from './english.ts';
import { Sources } from './Sources.tsx';

/** A comparison under its title: what it comes down to, the table, its sources. The same in the popup and on its page. */
export function Comparison(props: {
  glossary: Glossary;
  compared: Compared;
  /** Level of the heading above the sources: one below that of the title. */
  level: 2 | 3;
  layout: ComparisonTableProps['layout'];
  openTerm: (id: string) => void;
  columnTools?: ComparisonTableProps['columnTools'];
  /** Between what it comes down to and the table. */
  children?: ComponentChildren;
}) {
  const { glossary, compared, level } = props;
  const { number, ids } = numbering();
  const Heading = `h${level}` as const;
  return (
    <>
      {compared.intro.map(({ text, sources }) => (
        <p key={text} class="intro" {...ENGLISH}>
          {text}
          <Citations sources={citedSources(glossary, sources)} number={number} />
        </p>
      ))}
      {!compared.written && <p class="note">{i18n.t('compare.generated')}</p>}
      {props.children}
      <div class="table-place">
        <section class="table-room" aria-label={compared.title}>
          <ComparisonTable
            glossary={glossary}
            compared={compared}
            layout={props.layout}
            number={number}
            openTerm={props.openTerm}
            columnTools={props.columnTools}
          />
        </section>
      </div>
      <section class="part">
        <Heading class="part-title">{i18n.t('entry.sources')}</Heading>
        <Sources glossary={glossary} ids={ids} />
      </section>
    </>
  );
}
