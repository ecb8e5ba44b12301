import { useState } from 'preact/hooks';
import { i18n } from '#i18n';
import { comparisonsWith } from '../core/glossary/lookup.ts';
import type { Term } from '../core/glossary/schema.ts';
import type { Glossary } from '../core/glossary/types.ts';
import { termAddress } from './addresses.ts';
import { PlaceLink } from './PlaceLink.tsx';
import './stage-chart.css';
import { placesOf, runsOf, STAGES } from './stages.ts';
import { useMediaQuery } from './use-media-query.ts';

/** How many roles the small picture shows: those in the most comparisons, which are asked about most. */
const SHOWN = 14;

/** Sizes in px of the drawing's own grid; `name` is where a row's name ends and its bars begin: the longest has 221. */
const WIDE = { name: 240, column: 100, row: 28, head: 34, bar: 14, stagger: 0 };
/** Without room beside the bars, a name stands above its own, and every other stage's name on a second line. */
const NARROW = { name: 0, column: 56, row: 40, head: 48, bar: 10, stagger: 19 };

/**
 * Who works when, from writing to the stage: a row a role, a bar over each run of stages. Each row is a link whose name
 * says in words what its bars show.
 */
export function StageChart(props: { glossary: Glossary; openTerm: (id: string) => void }) {
  const { glossary, openTerm } = props;
  const [all, showAll] = useState(false);
  const narrow = useMediaQuery('(max-width: 700px)');
  const roles = glossary.terms.filter((term) => term.kind === 'role' && placesOf(term).length > 0);
  const compared = (role: Term) => comparisonsWith(glossary, role.id).length;
  const known = new Set(roles.toSorted((a, b) => compared(b) - compared(a)).slice(0, SHOWN));
  const rows = roles.filter((role) => all || known.has(role)).toSorted(byTime);
  const size = narrow ? NARROW : WIDE;
  const width = size.name + size.column * STAGES.length;
  const height = size.head + size.row * rows.length;
  // An SVG's grid runs from left to right; where the words run the other way, so does time.
  const rtl = document.documentElement.dir === 'rtl';
  const x = (start: number, length = 0) => (rtl ? width - start - length : start);
  return (
    <figure class="who-when">
      <figcaption>
        <h2>{i18n.t('glossaryPage.whoWhen')}</h2>
        <button type="button" class="action" aria-expanded={all} onClick={() => showAll(!all)}>
          {all ? i18n.t('glossaryPage.fewRoles') : i18n.t('glossaryPage.allRoles', roles.length)}
        </button>
      </figcaption>
      {/* biome-ignore lint/a11y/useSemanticElements: a fieldset cannot stand in a drawing */}
      <svg
        class="stage-chart"
        viewBox={`0 0 ${width} ${height}`}
        role="group"
        aria-label={i18n.t('glossaryPage.whoWhen')}
      >
        {STAGES.map((stage, index) => {
          const start = size.name + index * size.column;
          return (
            <g key={stage}>
              {index % 2 === 0 && (
                <rect class="stage-column" x={x(start, size.column)} y="0" width={size.column} height={height} />
              )}
              <text
                class="stage-name"
                x={x(start + size.column / 2)}
                y={20 + (index % 2) * size.stagger}
                text-anchor="middle"
              >
                {i18n.t(`stage.${stage}`)}
              </text>
            </g>
          );
        })}
        {rows.map((term, index) => (
          <Row key={term.id} term={term} top={size.head + index * size.row} {...{ size, width, x, rtl, openTerm }} />
        ))}
      </svg>
    </figure>
  );
}

function Row(props: {
  term: Term;
  top: number;
  size: typeof WIDE;
  width: number;
  x: (start: number, length?: number) => number;
  rtl: boolean;
  openTerm: (id: string) => void;
}) {
  const { term, top, size, width, x, rtl, openTerm } = props;
  const above = size.name === 0;
  const barTop = above ? top + size.row - size.bar - 4 : top + (size.row - size.bar) / 2;
  const places = placesOf(term);
  return (
    <PlaceLink
      href={termAddress(term.id)}
      label={`${term.name}: ${places.map((place) => i18n.t(`stage.${STAGES[place]!}`)).join(', ')}`}
      follow={() => openTerm(term.id)}
    >
      <rect class="stage-row" x="1" y={top + 1} width={width - 2} height={size.row - 2} rx="6" />
      <text
        class="stage-term"
        x={above ? x(6) : x(size.name - 14)}
        y={above ? top + 19 : top + size.row / 2 + 5}
        // A name above its bars starts where they start; one beside them ends there.
        text-anchor={above !== rtl ? 'start' : 'end'}
      >
        {term.name}
      </text>
      {runsOf(places).map(([from, to]) => {
        const length = (to - from + 1) * size.column - 8;
        return (
          <rect
            key={from}
            class="stage-bar"
            x={x(size.name + from * size.column + 4, length)}
            y={barTop}
            width={length}
            height={size.bar}
            rx={size.bar / 2}
          />
        );
      })}
    </PlaceLink>
  );
}

/** Who starts first comes first; of those, who ends first. */
function byTime(a: Term, b: Term): number {
  const [one, other] = [placesOf(a), placesOf(b)];
  return one[0]! - other[0]! || one.at(-1)! - other.at(-1)! || a.name.localeCompare(b.name, 'en');
}
