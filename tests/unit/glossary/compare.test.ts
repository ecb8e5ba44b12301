import glossary from 'virtual:liner-notes/glossary';
import { describe, expect, it } from 'vitest';
import { type Compared, compare as compareIn } from '../../../core/glossary/compare.ts';
import type { Glossary } from '../../../core/glossary/types.ts';
import { COMPARISON_WORDS } from '../../english-words.ts';

const compare = (of: Glossary, ids: readonly string[]): Compared | undefined => compareIn(of, ids, COMPARISON_WORDS);

describe('comparing terms', () => {
  it('shows the hand-written comparison of exactly these terms', () => {
    const compared = compare(glossary, ['mixing', 'mastering']);
    expect(compared?.written?.id).toBe('mixing-mastering');
    expect(compared?.title).toBe('Mixing vs mastering');
  });

  it('puts the columns in the order asked', () => {
    const compared = compare(glossary, ['mastering', 'mixing']);
    const [first] = compared?.rows ?? [];
    expect(compared?.columns.map(({ id }) => id)).toEqual(['mastering', 'mixing']);
    expect(first?.cells).toEqual(compare(glossary, ['mixing', 'mastering'])?.rows[0]?.cells.toReversed());
  });

  it('takes two columns out of a wider hand-written comparison', () => {
    const compared = compare(glossary, ['recording-engineer', 'mastering-engineer']);
    expect(compared?.written?.columns).toContain('mix-engineer');
    expect(compared?.title).toBe('Recording engineer vs mastering engineer');
    expect(compared?.rows.every(({ cells }) => cells.length === 2)).toBe(true);
  });

  it('sums up the columns that are shown, not those of the whole table', () => {
    const wide = glossary.comparisons.filter(({ columns, intro }) => columns.length > 2 && intro);
    expect(wide.length).toBeGreaterThan(3);
    for (const { columns, intro } of wide) {
      expect(compare(glossary, columns.toReversed())?.intro).toEqual([intro]);
      const part = compare(glossary, columns.slice(0, 2))!;
      expect(part.intro.length).toBeLessThan(2);
      if (part.written?.columns.length !== 2) expect(part.intro).not.toContain(intro);
    }
  });

  it('builds a table from the entries when nobody wrote one', () => {
    const compared = compare(glossary, ['luthier', 'dj']);
    expect(compared?.written).toBeUndefined();
    expect(compared?.title).toBe('Luthier vs DJ');
    expect(compared?.rows[0]).toMatchObject({ row: 'In one sentence', disputed: false });
    expect(compared?.rows.find(({ row }) => row === 'Worth knowing')?.cells.every((cell) => cell.length > 0)).toBe(
      true,
    );
  });

  it('names its rows in the words that it is given, and titles with theirs', () => {
    const french = { ...COMPARISON_WORDS, versus: 'contre', sentence: 'En une phrase', scope: () => 'Ailleurs' };
    const compared = compareIn(glossary, ['luthier', 'dj'], french);
    expect(compared?.title).toBe('Luthier contre DJ');
    expect(compared?.rows[0]?.row).toBe('En une phrase');
    const scoped = glossary.terms.filter(({ usage }) => usage?.length).slice(0, 2);
    const rows = compareIn(glossary, ['luthier', scoped[0]!.id], french)?.rows.map(({ row }) => row);
    expect(rows).toContain('Ailleurs');
  });

  it('has a source for all that it says: every cell, every question, what it comes down to', () => {
    const unsourced = glossary.terms.flatMap(({ id, confusedWith }) =>
      (confusedWith ?? []).flatMap((other) => {
        const { intro, rows } = compare(glossary, [id, other])!;
        return [...intro, ...rows.flatMap(({ cells }) => cells.flat())].filter(({ sources }) => !sources.length);
      }),
    );
    expect(unsourced).toEqual([]);
  });

  it('names credits with the standard that they come from', () => {
    const row = compare(glossary, ['dj', 'tonmeister'])?.rows.find(({ row }) => row === 'Credited as');
    expect(row?.cells[0]).toEqual([
      { text: 'DJ-mixer (MusicBrainz)', sources: ['mb'] },
      { text: 'DJ, ClubDJ (DDEX)', sources: ['ddex'] },
    ]);
  });

  it('shows both sides where sources disagree', () => {
    const row = compare(glossary, ['beatmaker', 'luthier'])?.rows.find(({ disputed }) => disputed);
    expect(row?.cells[0]?.length).toBeGreaterThanOrEqual(3);
    expect(row?.cells[1]).toEqual([]);
  });

  it('leaves out rows that have nothing to say', () => {
    for (const a of glossary.terms.slice(0, 40)) {
      const compared = compare(glossary, [a.id, 'luthier']);
      for (const { cells } of compared?.rows ?? []) expect(cells.flat().length).toBeGreaterThan(0);
    }
  });

  it('ignores repeats and unknown ids, and needs two terms', () => {
    expect(compare(glossary, ['dj', 'dj', 'nobody'])).toBeUndefined();
    expect(compare(glossary, ['dj', 'nobody', 'luthier', 'dj'])?.columns).toHaveLength(2);
  });

  it('shows any hand-written comparison whole', () => {
    for (const { columns, rows } of glossary.comparisons) {
      const shown = compare(glossary, columns);
      expect(shown?.columns.map(({ id }) => id)).toEqual(columns);
      expect(shown?.rows).toHaveLength(rows.length);
    }
  });

  it('can compare every confusable pair', () => {
    for (const { id, confusedWith } of glossary.terms) {
      for (const other of confusedWith ?? []) expect(compare(glossary, [id, other])?.rows.length).toBeGreaterThan(1);
    }
  });
});
