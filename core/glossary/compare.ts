/** Two or more terms side by side: as an editor wrote it, or else from what the entries themselves say. */
import { differenceBetween, getTerm, nameInSentence } from './lookup.ts';
import type { Comparison, Scope, Term } from './schema.ts';
import type { Glossary } from './types.ts';

/** Something said, with the ids of the sources that carry it. */
export interface Statement {
  text: string;
  sources: string[];
}

/** One row of a table: a cell a column, each with as many statements as there are to make, often none. */
export interface ComparedRow {
  row: string;
  cells: Statement[][];
  /** Sources disagree here. */
  disputed: boolean;
}

export interface Compared {
  title: string;
  columns: Term[];
  /** What sets the columns apart, to be read before the table. */
  intro: Statement[];
  rows: ComparedRow[];
  /** The hand-written comparison this is, or is taken from; none when built from the entries. */
  written?: { id: string; title: string; columns: string[] };
}

/** How each scope opens a row. */
const SCOPE_ROWS: Record<Scope, string> = {
  'hip-hop': 'In hip-hop',
  electronic: 'In electronic music',
  classical: 'In classical music',
  live: 'On stage',
  film: 'In film and TV',
  pop: 'In pop',
  rock: 'In rock',
  jazz: 'In jazz',
  reggae: 'In reggae',
  country: 'In country music',
  theatre: 'In the theatre',
  games: 'In games',
  us: 'In the US',
  uk: 'In the UK',
  europe: 'In Europe',
  historical: 'In earlier days',
  studio: 'In the studio',
  business: 'In the business',
};

const STAGE_NAMES = {
  write: 'writing',
  record: 'recording',
  mix: 'mixing',
  master: 'mastering',
  release: 'release',
  live: 'concerts',
} satisfies Record<NonNullable<Term['stages']>[number], string>;

/** The standards whose names for a credit an entry gives, and the source that lists them. */
const CREDIT_STANDARDS = [
  { field: 'musicbrainz', name: 'MusicBrainz', source: 'mb' },
  { field: 'ddex', name: 'DDEX', source: 'ddex' },
] as const;

/**
 * The terms side by side, in the order asked. Taken from the hand-written comparison of exactly these terms, else
 * from the narrowest one that holds them all, else built from the entries. Unknown ids and repeats are left out;
 * undefined when fewer than two terms remain.
 */
export function compare(glossary: Glossary, ids: readonly string[]): Compared | undefined {
  const columns = [...new Set(ids)].flatMap((id) => getTerm(glossary, id) ?? []);
  if (columns.length < 2) return undefined;
  const written = glossary.comparisons
    .filter((comparison) => columns.every(({ id }) => comparison.columns.includes(id)))
    .toSorted((a, b) => a.columns.length - b.columns.length)[0];
  return written ? select(written, columns) : build(glossary, columns);
}

/** A hand-written comparison as a table of all its own columns. */
export function showComparison(glossary: Glossary, id: string): Compared | undefined {
  const comparison = glossary.comparisons.find((comparison) => comparison.id === id);
  if (!comparison) return undefined;
  return select(
    comparison,
    comparison.columns.flatMap((column) => getTerm(glossary, column) ?? []),
  );
}

/** The asked columns of a hand-written comparison; rows that say nothing of them go. */
function select(written: Comparison, columns: Term[]): Compared {
  const whole = columns.length === written.columns.length;
  const rows = written.rows.map(({ row, cells, disputed }) => ({
    row,
    cells: columns.map(({ id }) => cells[written.columns.indexOf(id)] ?? null).map((cell) => (cell ? [cell] : [])),
    disputed: disputed ?? false,
  }));
  return {
    title: whole ? written.title : titleOf(columns),
    columns,
    intro: written.intro ? [written.intro] : [],
    rows: rows.filter(saysSomething),
    written: { id: written.id, title: written.title, columns: written.columns },
  };
}

/** A table from the entries' own fields. */
function build(glossary: Glossary, columns: Term[]): Compared {
  const row = (name: string, cell: (term: Term) => Statement[]): ComparedRow => ({
    row: name,
    cells: columns.map(cell),
    disputed: false,
  });
  const scopes = [...new Set(columns.flatMap(({ usage }) => (usage ?? []).map(({ scope }) => scope)))];
  const rows: ComparedRow[] = [
    row('In one sentence', (term) => [{ text: term.definition, sources: term.facts[0]?.sources ?? [] }]),
    row(columns.every(({ kind }) => kind === 'role') ? 'At work in' : 'Part of', ({ stages }) =>
      stages?.length ? [{ text: stages.map((stage) => STAGE_NAMES[stage]).join(', '), sources: [] }] : [],
    ),
    row('Credited as', ({ credit }) =>
      CREDIT_STANDARDS.flatMap(({ field, name, source }) => {
        const labels = credit?.[field] ?? [];
        return labels.length > 0 ? [{ text: `${labels.join(', ')} (${name})`, sources: [source] }] : [];
      }),
    ),
    row('Worth knowing', ({ facts }) => facts),
    ...scopes.map((scope) =>
      row(SCOPE_ROWS[scope], ({ usage }) => (usage ?? []).filter((note) => note.scope === scope)),
    ),
    {
      ...row('Where sources disagree', ({ disputed }) =>
        disputed ? [{ text: disputed.question, sources: [] }, ...disputed.sides] : [],
      ),
      disputed: true,
    },
  ];
  return { title: titleOf(columns), columns, intro: differences(glossary, columns), rows: rows.filter(saysSomething) };
}

/** What sets each pair of columns apart, where the glossary says it. */
function differences(glossary: Glossary, columns: readonly Term[]): Statement[] {
  return columns.flatMap((a, i) =>
    columns.slice(i + 1).flatMap((b) => {
      const text = differenceBetween(glossary, a.id, b.id);
      return text === undefined ? [] : [{ text, sources: [] }];
    }),
  );
}

const saysSomething = ({ cells }: ComparedRow): boolean => cells.some((cell) => cell.length > 0);

/** "Producer vs audio engineer vs DJ". */
const titleOf = (columns: readonly Term[]): string =>
  columns.map((term, i) => (i === 0 ? term.name : nameInSentence(term))).join(' vs ');
