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
const compared: Compared = {
  title: 'A vs B',
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
  it('as a Markdown table whose cells cannot break it', () => {
    expect(writeComparison(glossary, compared, 'markdown').split('\n')).toEqual([
      '## A vs B',
      '',
      '|  | **A** | **B** |',
      '| --- | --- | --- |',
      '| **Says "what" \\| \\<b\\>** | =1+1, a\\|b \\[1\\]\\[2\\]<br>more \\[1\\] |  |',
      '',
      '1. Press: [Two](<https://a.example/?a&b>)',
      '2. Press: [One](<https://a.example/?a&b>)',
      '',
    ]);
  });
  it('as an HTML table without a tag of its contents', () => {
    const text = writeComparison(glossary, compared, 'html');
    expect(text).toContain(
      '<th scope="row">Says &#34;what&#34; | &#60;b&#62;</th><td>=1+1, a|b [1][2]<br>more [1]</td><td></td>',
    );
    expect(text).toContain('<a href="https://a.example/?a&#38;b">Two</a>');
  });
  it('as CSV that no spreadsheet runs', () => {
    expect(writeComparison(glossary, compared, 'csv').split('\r\n')).toEqual([
      '"","A","B"',
      '"Says ""what"" | <b>","\'=1+1, a|b [1][2]\nmore [1]",""',
      '',
      '"[1]","Press","Two","https://a.example/?a&b"',
      '"[2]","Press","One","https://a.example/?a&b"',
      '',
    ]);
  });
});
