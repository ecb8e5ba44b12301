/** A comparison as text that other programs take: Markdown, an HTML table, CSV. Sources go along as notes below. */
import type { Compared, Statement } from './compare.ts';
import { type CitedSource, citedSources } from './lookup.ts';
import type { Glossary } from './types.ts';

export type ComparisonFormat = 'markdown' | 'html' | 'csv';

export function writeComparison(glossary: Glossary, compared: Compared, format: ComparisonFormat): string {
  const sources = citedSources(
    glossary,
    [...compared.intro, ...compared.rows.flatMap(({ cells }) => cells.flat())].flatMap(({ sources }) => sources),
  );
  return { markdown, html, csv }[format](compared, sources);
}

function markdown({ title, intro, columns, rows }: Compared, sources: CitedSource[]): string {
  const cell = (text: string) => text.replace(/[\\|`*_<>[\]]/g, '\\$&').replace(/\s*\n\s*/g, '<br>');
  const line = (cells: string[]) => `| ${cells.join(' | ')} |`;
  const notes = sources.map(
    ({ publisher, title, url }, index) => `${index + 1}. ${cell(publisher)}: [${cell(title)}](<${url}>)`,
  );
  return [
    `## ${cell(title)}`,
    '',
    ...(intro.length ? [textOf(intro, sources, cell), ''] : []),
    line(['', ...columns.map(({ name }) => `**${cell(name)}**`)]),
    line(['---', ...columns.map(() => '---')]),
    ...rows.map(({ row, cells }) => line([`**${cell(row)}**`, ...cells.map((said) => textOf(said, sources, cell))])),
    '',
    ...notes,
    '',
  ].join('\n');
}

function html({ title, intro, columns, rows }: Compared, sources: CitedSource[]): string {
  const safe = (text: string) =>
    text.replace(/[&<>"]/g, (character) => `&#${character.charCodeAt(0)};`).replaceAll('\n', '<br>');
  return [
    ...(intro.length ? [`<p>${textOf(intro, sources, safe)}</p>`] : []),
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
    '',
  ].join('\n');
}

/** RFC 4180: CRLF, fields in quotes. A field never starts like a formula, which spreadsheets would run. Without the introduction: every line is a row. */
function csv({ columns, rows }: Compared, sources: CitedSource[]): string {
  const field = (text: string) => `"${text.replace(/^[=+\-@\t\r]/, "'$&").replaceAll('"', '""')}"`;
  const said = (cell: Statement[]) => field(textOf(cell, sources, (text) => text));
  return [
    ['', ...columns.map(({ name }) => name)].map(field),
    ...rows.map(({ row, cells }) => [field(row), ...cells.map(said)]),
    [],
    ...sources.map(({ publisher, title, url }, index) => [`[${index + 1}]`, publisher, title, url].map(field)),
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
