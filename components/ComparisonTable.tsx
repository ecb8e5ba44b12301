import type { ComponentChildren } from 'preact';
import { i18n } from '#i18n';
import type { Compared, ComparedRow } from '../core/glossary/compare.ts';
import { joinCells } from '../core/glossary/join-cells.ts';
import { citedSources } from '../core/glossary/lookup.ts';
import type { Glossary } from '../core/glossary/types.ts';
import { termAddress } from './addresses.ts';
import { Citations } from './Citations.tsx';
import './comparison.css';
import { ENGLISH } from './english.ts';
import { PlaceLink } from './PlaceLink.tsx';
import { StageStrip } from './StageStrip.tsx';

export interface ComparisonTableProps {
  glossary: Glossary;
  compared: Compared;
  /** `stacked`: each aspect is a line of its own above its cells, for narrow places; `side`: in a column at the side. */
  layout: 'stacked' | 'side';
  number: (id: string) => number;
  openTerm: (id: string) => void;
  /** Controls under a column's name. */
  columnTools?: (id: string, index: number) => ComponentChildren;
}

/**
 * Two or more terms side by side. Column names and aspects stay in view while the table scrolls; cells that say the
 * same are joined, so that what remains in columns is what differs.
 */
export function ComparisonTable(props: ComparisonTableProps) {
  const { compared, layout, openTerm, columnTools } = props;
  const side = layout === 'side';
  return (
    <table class={`comparison comparison-${layout}`} data-columns={compared.columns.length}>
      <caption class="visually-hidden" {...ENGLISH}>
        {compared.title}
      </caption>
      <thead>
        <tr>
          {side && (
            <td class="corner">
              <span class="visually-hidden">{i18n.t('compare.aspect')}</span>
            </td>
          )}
          {compared.columns.map(({ id, name, kind, stages }, index) => (
            <th key={id} scope="col" class="column-name">
              <span class="column-top">
                <PlaceLink class="column-open" href={termAddress(id)} follow={() => openTerm(id)}>
                  <span {...ENGLISH}>{name}</span>
                </PlaceLink>
                {columnTools?.(id, index)}
              </span>
              <span class="column-about">
                <span class="kind">{i18n.t(`kind.${kind}`)}</span>
                <StageStrip term={{ stages }} />
              </span>
            </th>
          ))}
        </tr>
      </thead>
      {compared.rows.map((row) =>
        side ? (
          <tbody key={row.row}>
            <tr>
              <th scope="row" class="aspect">
                <Aspect row={row} isWritten={compared.written !== undefined} />
              </th>
              <Cells {...props} row={row} />
            </tr>
          </tbody>
        ) : (
          <tbody key={row.row}>
            <tr>
              <th scope="rowgroup" colSpan={compared.columns.length} class="aspect">
                <Aspect row={row} isWritten={compared.written !== undefined} />
              </th>
            </tr>
            <tr>
              <Cells {...props} row={row} />
            </tr>
          </tbody>
        ),
      )}
    </table>
  );
}

/** Written by hand, its name is English as all of the table; otherwise it is one of our own words. */
function Aspect({ row, isWritten }: { row: ComparedRow; isWritten: boolean }) {
  return (
    <span class="aspect-name">
      <span {...(isWritten && ENGLISH)}>{row.row}</span>
      {row.disputed && <span class="disputed-tag">{i18n.t('compare.disputed')}</span>}
    </span>
  );
}

function Cells({ row, glossary, number }: ComparisonTableProps & { row: ComparedRow }) {
  return (
    <>
      {joinCells(row.cells).map(({ cell, columns, start }) => (
        <td key={start} colSpan={columns} class={columns > 1 ? 'cell cell-same' : 'cell'}>
          {cell.length === 0 && (
            <span class="cell-nothing">
              <span aria-hidden="true">–</span>
              <span class="visually-hidden">{i18n.t('compare.nothing')}</span>
            </span>
          )}
          {cell.map(({ text, sources }) => (
            <p key={text} {...ENGLISH}>
              {text}
              <Citations sources={citedSources(glossary, sources)} number={number} />
            </p>
          ))}
        </td>
      ))}
    </>
  );
}
