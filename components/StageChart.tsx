import { i18n } from '#i18n';
import type { Term } from '../core/glossary/schema.ts';

type Stage = NonNullable<Term['stages']>[number];
const STAGES: Stage[] = ['write', 'record', 'mix', 'master', 'release', 'live'];

/** Sizes in px of the drawing's own grid. */
const NAME = 240;
const COLUMN = 92;
const ROW = 24;
const HEAD = 34;

/**
 * Who works when, from writing to the stage: a row a role, a bar over each run of stages. Each row is a link whose name
 * says in words what the bars show.
 */
export function StageChart({ terms }: { terms: Term[] }) {
  const rows = terms
    .filter(({ stages, kind }) => kind === 'role' && stages?.length)
    .toSorted((a, b) => first(a) - first(b) || last(a) - last(b) || a.name.localeCompare(b.name));
  if (!rows.length) return null;
  const width = NAME + COLUMN * STAGES.length;
  const height = HEAD + ROW * rows.length;
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset cannot stand in a drawing
    <svg
      class="stage-chart"
      viewBox={`0 0 ${width} ${height}`}
      role="group"
      aria-label={i18n.t('glossaryPage.whoWhen')}
    >
      {STAGES.map((stage, index) => (
        <g key={stage}>
          {index % 2 === 0 && (
            <rect class="stage-column" x={NAME + index * COLUMN} y="0" width={COLUMN} height={height} />
          )}
          <text class="stage-name" x={NAME + (index + 0.5) * COLUMN} y="21" text-anchor="middle">
            {i18n.t(`stage.${stage}`)}
          </text>
        </g>
      ))}
      {rows.map((term, row) => (
        <g key={term.id}>
          <a
            href={`/glossary.html?term=${term.id}`}
            aria-label={`${term.name}: ${term.stages!.map((stage) => i18n.t(`stage.${stage}`)).join(', ')}`}
          >
            <rect class="stage-row" x="0" y={HEAD + row * ROW} width={width} height={ROW} />
            <text class="stage-term" x={NAME - 12} y={HEAD + row * ROW + 17} text-anchor="end">
              {term.name}
            </text>
            {runs(term).map(([from, to]) => (
              <rect
                key={from}
                class="stage-bar"
                x={NAME + from * COLUMN + 6}
                y={HEAD + row * ROW + 6}
                width={(to - from + 1) * COLUMN - 12}
                height={ROW - 12}
                rx="6"
              />
            ))}
          </a>
        </g>
      ))}
    </svg>
  );
}

const places = (term: Term): number[] =>
  STAGES.flatMap((stage, index) => (term.stages?.includes(stage) ? [index] : []));
const first = (term: Term): number => places(term)[0] ?? 0;
const last = (term: Term): number => places(term).at(-1) ?? 0;

/** Neighbouring stages as one run: first and last column. */
function runs(term: Term): [number, number][] {
  const found: [number, number][] = [];
  for (const place of places(term)) {
    const run = found.at(-1);
    if (run && run[1] === place - 1) run[1] = place;
    else found.push([place, place]);
  }
  return found;
}
