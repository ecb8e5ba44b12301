/**
 * A comparison as text that other programs take: Markdown, an HTML table, CSV. Sources go along as notes below, and so
 * does all that the table itself says of it.
 */
import type { Compared, Statement } from './compare.ts';
import { type CitedSource, citedSources } from './lookup.ts';
import type { Glossary } from './types.ts';

export type ComparisonFormat = 'markdown' | 'html' | 'csv';

/** What goes along in the words of the page that it is copied from. */
export interface CopyWords {
  /** Behind the name of a row on which sources disagree. */
  disputed: string;
  /** Nobody has written this table by hand. */
  generated: string;
  /** Whose the words are, and their licence. */
  attribution: string;
}

/** Of the glossary: data/LICENSE.md. */
const LICENCE = 'https://creativecommons.org/licenses/by/4.0/';

interface Writing extends Compared {
  sources: CitedSource[];
  /** What is to be said of the table as a whole. */
  notes: string[];
  attribution: string;
}

export function writeComparison(
  glossary: Glossary,
  compared: Compared,
  format: ComparisonFormat,
  { disputed, generated, attribution }: CopyWords,
): string {
  const sources = citedSources(
    glossary,
    [...compared.intro, ...compared.rows.flatMap(({ cells }) => cells.flat())].flatMap(({ sources }) => sources),
  );
  const rows = compared.rows.map((row) => ({ ...row, row: row.disputed ? `${row.row} (${disputed})` : row.row }));
  const notes = compared.written ? [] : [generated];
  return { markdown, html, csv }[format]({ ...compared, rows, sources, notes, attribution });
}

function markdown({ title, intro, columns, rows, sources, notes, attribution }: Writing): string {
  const cell = (text: string) => text.replace(/[\\|`*_<>[\]]/g, '\\$&').replace(/\s*\n\s*/g, '<br>');
  const line = (cells: string[]) => `| ${cells.join(' | ')} |`;
  const cited = sources.map(
    ({ publisher, title, url }, index) => `${index + 1}. ${cell(publisher)}: [${cell(title)}](<${url}>)`,
  );
  return [
    `## ${cell(title)}`,
    '',
    ...(intro.length ? [textOf(intro, sources, cell), ''] : []),
    ...notes.flatMap((note) => [cell(note), '']),
    line(['', ...columns.map(({ name }) => `**${cell(name)}**`)]),
    line(['---', ...columns.map(() => '---')]),
    ...rows.map(({ row, cells }) => line([`**${cell(row)}**`, ...cells.map((said) => textOf(said, sources, cell))])),
    '',
    ...cited,
    '',
    `[${cell(attribution)}](<${LICENCE}>)`,
    '',
  ].join('\n');
}

function html({ title, intro, columns, rows, sources, notes, attribution }: Writing): string {
  const safe = (text: string) =>
    text.replace(/[&<>"]/g, (character) => `&#${character.charCodeAt(0)};`).replaceAll('\n', '<br>');
  return [
    ...(intro.length ? [`<p>${textOf(intro, sources, safe)}</p>`] : []),
    ...notes.map((note) => `<p>${safe(note)}</p>`),
    '<table>',
    `<caption>${safe(title)}</caption>`,
    `<thead><tr><td></td>${columns.map(({ name }) => `<th scope="col">${safe(name)}</th>`).join('')}</tr></thead>`,
    '<tbody>',
    ...rows.map(
      ({ row, cells }) =>
        `<tr><th scope="row">${safe(row)}</th>${cells.map((said) => `<td>${textOf(said, sources, safe)}</td>`).join('')}</tr>`,
    ),
    '</tbody>',
    '</table>',
    `<ol>${sources.map(({ publisher, title, url }) => `<li>${safe(publisher)}: <a href="${safe(url)}">${safe(title)}</a></li>`).join('')}</ol>`,
    `<p><a href="${LICENCE}">${safe(attribution)}</a></p>`,
    '',
  ].join('\n');
}

/** RFC 4180: CRLF, fields in quotes. A field never starts like a formula, which spreadsheets would run. Without the introduction: every line is a row. */
function csv({ columns, rows, sources, notes, attribution }: Writing): string {
  const field = (text: string) => `"${text.replace(/^[=+\-@\t\r]/, "'$&").replaceAll('"', '""')}"`;
  const said = (cell: Statement[]) => field(textOf(cell, sources, (text) => text));
  return [
    ['', ...columns.map(({ name }) => name)].map(field),
    ...rows.map(({ row, cells }) => [field(row), ...cells.map(said)]),
    [],
    ...sources.map(({ publisher, title, url }, index) => [`[${index + 1}]`, publisher, title, url].map(field)),
    ...[...notes.map((note) => [note]), [attribution, LICENCE]].map((fields) => fields.map(field)),
  ]
    .map((fields) => `${fields.join(',')}\r\n`)
    .join('');
}

/** "Leads the record [1][2]": every statement with the numbers of its sources. */
function textOf(cell: Statement[], sources: CitedSource[], safe: (text: string) => string): string {
  const numbers = (ids: string[]) =>
    ids.map((id) => `[${sources.findIndex((source) => source.id === id) + 1}]`).join('');
  return safe(cell.map(({ text, sources: ids }) => `${text}${ids.length ? ` ${numbers(ids)}` : ''}`).join('\n'));
}
