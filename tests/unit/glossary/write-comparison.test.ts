import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Compared } from '../../../core/glossary/compare.ts';
import type { Term } from '../../../core/glossary/schema.ts';
import type { Glossary } from '../../../core/glossary/types.ts';
import { writeComparison } from '../../../core/glossary/write-comparison.ts';

const source = (title: string) =>
  ({ title, publisher: 'Press', url: 'https://a.example/?a&b', tier: 'A', licence: 'x' }) as const;
const glossary: Glossary = {
  terms: [],
  comparisons: [],
  differences: [],
  sources: { one: source('One'), two: source('Two') },
};
const term = (name: string) => ({ name, id: name.toLowerCase() }) as Term;
const WORDS = { disputed: 'Disputed', generated: 'By machine', attribution: 'By us' };
const LICENCE = 'https://creativecommons.org/licenses/by/4.0/';
const written = { id: 'a-b', title: 'A vs B', columns: ['a', 'b'] };
const compared: Compared = {
  title: 'A vs B',
  written,
  columns: [term('A'), term('B')],
  intro: [],
  rows: [
    {
      row: 'Says "what" | <b>',
      cells: [
        [
          { text: '=1+1, a|b', sources: ['two', 'one'] },
          { text: 'more', sources: ['two'] },
        ],
        [],
      ],
      disputed: false,
    },
  ],
};

describe('a comparison is written', () => {
  it('with what it comes down to above the table, and its sources among the notes', () => {
    const introduced = { ...compared, intro: [{ text: 'A < B.', sources: ['one'] }] };
    expect(writeComparison(glossary, introduced, 'markdown', WORDS).split('\n').slice(0, 4)).toEqual([
      '## A vs B',
      '',
      'A \\< B. \\[1\\]',
      '',
    ]);
    expect(writeComparison(glossary, introduced, 'html', WORDS)).toMatch(/^<p>A &#60; B. \[1\]<\/p>\n<table>/);
    expect(writeComparison(glossary, introduced, 'csv', WORDS)).toMatch(/^"","A","B"\r\n/);
  });
  it('as a Markdown table whose cells cannot break it', () => {
    expect(writeComparison(glossary, compared, 'markdown', WORDS).split('\n')).toEqual([
      '## A vs B',
      '',
      '|  | **A** | **B** |',
      '| --- | --- | --- |',
      '| **Says "what" \\| \\<b\\>** | =1+1, a\\|b \\[1\\]\\[2\\]<br>more \\[1\\] |  |',
      '',
      '1. Press: [Two](<https://a.example/?a&b>)',
      '2. Press: [One](<https://a.example/?a&b>)',
      '',
      `[By us](<${LICENCE}>)`,
      '',
    ]);
  });
  it('as an HTML table without a tag of its contents', () => {
    const text = writeComparison(glossary, compared, 'html', WORDS);
    expect(text).toContain(
      '<th scope="row">Says &#34;what&#34; | &#60;b&#62;</th><td>=1+1, a|b [1][2]<br>more [1]</td><td></td>',
    );
    expect(text).toContain('<a href="https://a.example/?a&#38;b">Two</a>');
    expect(text).toContain(`<p><a href="${LICENCE}">By us</a></p>`);
  });
  it('with the word that sources disagree, and that nobody has written it by hand', () => {
    const { written: _, ...rest } = compared;
    const generated = { ...rest, rows: compared.rows.map((row) => ({ ...row, row: 'Row', disputed: true })) };
    const markdown = writeComparison(glossary, generated, 'markdown', WORDS).split('\n');
    expect(markdown.slice(2, 4)).toEqual(['By machine', '']);
    expect(markdown[6]).toMatch(/^\| \*\*Row \(Disputed\)\*\* \|/);
    const html = writeComparison(glossary, generated, 'html', WORDS);
    expect(html).toMatch(/^<p>By machine<\/p>\n<table>/);
    expect(html).toContain('<th scope="row">Row (Disputed)</th>');
    const csv = writeComparison(glossary, generated, 'csv', WORDS).split('\r\n');
    expect(csv[1]).toMatch(/^"Row \(Disputed\)"/);
    expect(csv).toContain('"By machine"');
  });
  it('as CSV that no spreadsheet runs', () => {
    expect(writeComparison(glossary, compared, 'csv', WORDS).split('\r\n')).toEqual([
      '"","A","B"',
      '"Says ""what"" | <b>","\'=1+1, a|b [1][2]\nmore [1]",""',
      '',
      '"[1]","Press","Two","https://a.example/?a&b"',
      '"[2]","Press","One","https://a.example/?a&b"',
      `"By us","${LICENCE}"`,
      '',
    ]);
  });

  it('so that whatever it says comes back out of the CSV, unless a spreadsheet would run it', () => {
    fc.assert(
      fc.property(texts, (cells) => {
        const csv = writeComparison(glossary, table(cells), 'csv', WORDS);
        const [, first = []] = parseCsv(csv);
        expect(first.slice(1)).toEqual(cells.map((text) => (/^[=+\-@\t\r]/.test(text) ? `'${text}` : text)));
      }),
    );
  });
  it('so that no text leaves its cell of the Markdown', () => {
    fc.assert(
      fc.property(texts, (cells) => {
        const lines = writeComparison(glossary, table(cells), 'markdown', WORDS).split('\n');
        expect(lines).toHaveLength(9);
        expect(lines[4]?.match(/(?<!\\)(?:\\\\)*\|/g)).toHaveLength(cells.length + 2);
      }),
    );
  });
  it('so that no text becomes a tag of the HTML', () => {
    fc.assert(
      fc.property(texts, (cells) => {
        const written = writeComparison(glossary, table(cells), 'html', WORDS);
        const tags = written.match(/<[^>]*>/g) ?? [];
        const own =
          /^<\/?(?:p|a|a href="https:[^"]*"|table|caption|thead|tbody|tr|td|th scope="(?:col|row)"|th|ol|br)>$/;
        expect(tags.filter((tag) => !own.test(tag))).toEqual([]);
      }),
    );
  });
});

const texts = fc.array(
  fc.string({ unit: fc.constantFrom('a', ' ', '|', '\\', '"', ',', '<', '>', '&', '\n', '=', '`', '[') }),
  {
    minLength: 2,
    maxLength: 4,
  },
);
const table = (cells: string[]): Compared => ({
  title: 'T',
  written,
  columns: cells.map((_, index) => term(`C${index}`)),
  intro: [],
  rows: [{ row: 'Row', cells: cells.map((text) => [{ text, sources: [] }]), disputed: false }],
});

/** RFC 4180, read by its letter. */
function parseCsv(text: string): string[][] {
  return [...text.matchAll(/((?:"(?:[^"]|"")*"(?:,|(?=\r\n)))*)\r\n/g)].map(([, line = '']) =>
    [...line.matchAll(/"((?:[^"]|"")*)"/g)].map(([, field = '']) => field.replaceAll('""', '"')),
  );
}
