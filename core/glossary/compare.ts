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

/** What a table that is put together calls its rows: passed in, in the language of the page that shows it. */
export interface ComparisonWords {
  /** Between the names of a title. */
  versus: string;
  sentence: string;
  credited: string;
  facts: string;
  disagree: string;
  scope(scope: Scope): string;
}

/** The standards whose names for a credit an entry gives, and the source that lists them. */
const CREDIT_STANDARDS = [
  { field: 'musicbrainz', name: 'MusicBrainz', source: 'mb' },
  { field: 'ddex', name: 'DDEX', source: 'ddex' },
] as const;

/**
 * The terms side by side, in the order asked. Taken from the hand-written comparison of exactly these terms, else
 * from the narrowest one that holds them all, else built from the entries. Unknown ids and repeats are left out;
 * undefined when fewer than two terms remain. Of a wider one, what it comes down to is told pair by pair.
 */
export function compare(glossary: Glossary, ids: readonly string[], words: ComparisonWords): Compared | undefined {
  const columns = [...new Set(ids)].flatMap((id) => getTerm(glossary, id) ?? []);
  if (columns.length < 2) return undefined;
  const written = glossary.comparisons
    .filter((comparison) => columns.every(({ id }) => comparison.columns.includes(id)))
    .toSorted((a, b) => a.columns.length - b.columns.length)[0];
  return written ? select(glossary, written, columns, words) : build(glossary, columns, words);
}

/** The asked columns of a hand-written comparison; rows that say nothing of them go. */
function select(glossary: Glossary, written: Comparison, columns: Term[], words: ComparisonWords): Compared {
  const whole = columns.length === written.columns.length;
  const rows = written.rows.map(({ row, cells, disputed }) => ({
    row,
    cells: columns.map(({ id }) => cells[written.columns.indexOf(id)] ?? null).map((cell) => (cell ? [cell] : [])),
    disputed: disputed ?? false,
  }));
  return {
    title: whole ? written.title : titleOf(columns, words),
    columns,
    // What sums up the whole table speaks of columns that are not here.
    intro: whole ? (written.intro ? [written.intro] : []) : differences(glossary, columns),
    rows: rows.filter(saysSomething),
    written: { id: written.id, title: written.title, columns: written.columns },
  };
}

/** A table from the entries' own fields. */
function build(glossary: Glossary, columns: Term[], words: ComparisonWords): Compared {
  const row = (name: string, cell: (term: Term) => Statement[]): ComparedRow => ({
    row: name,
    cells: columns.map(cell),
    disputed: false,
  });
  const scopes = [...new Set(columns.flatMap(({ usage }) => (usage ?? []).map(({ scope }) => scope)))];
  const rows: ComparedRow[] = [
    row(words.sentence, (term) => [{ text: term.definition, sources: carriers(term) }]),
    row(words.credited, ({ credit }) =>
      CREDIT_STANDARDS.flatMap(({ field, name, source }) => {
        const labels = credit?.[field] ?? [];
        return labels.length > 0 ? [{ text: `${labels.join(', ')} (${name})`, sources: [source] }] : [];
      }),
    ),
    row(words.facts, ({ facts }) => facts),
    ...scopes.map((scope) =>
      row(words.scope(scope), ({ usage }) => (usage ?? []).filter((note) => note.scope === scope)),
    ),
    {
      ...row(words.disagree, ({ disputed }) => (disputed ? [questionOf(disputed), ...disputed.sides] : [])),
      disputed: true,
    },
  ];
  const intro = differences(glossary, columns);
  return { title: titleOf(columns, words), columns, intro, rows: rows.filter(saysSomething) };
}

/** What carries a definition: the sources of the fact that opens the entry. */
const carriers = ({ facts }: Term): string[] => facts[0]?.sources ?? [];

/** That a question is open is what its sides say together. */
const questionOf = ({ question, sides }: NonNullable<Term['disputed']>): Statement => ({
  text: question,
  sources: [...new Set(sides.flatMap(({ sources }) => sources))],
});

/** What sets each pair of columns apart, where the glossary says it: carried by what carries the two definitions. */
function differences(glossary: Glossary, columns: readonly Term[]): Statement[] {
  return columns.flatMap((a, i) =>
    columns.slice(i + 1).flatMap((b) => {
      const text = differenceBetween(glossary, a.id, b.id);
      return text === undefined ? [] : [{ text, sources: [...new Set([...carriers(a), ...carriers(b)])] }];
    }),
  );
}

const saysSomething = ({ cells }: ComparedRow): boolean => cells.some((cell) => cell.length > 0);

/** "Producer vs audio engineer vs DJ". */
const titleOf = (columns: readonly Term[], { versus }: ComparisonWords): string =>
  columns.map((term, i) => (i === 0 ? term.name : nameInSentence(term))).join(` ${versus} `);
