import { describe, expect, it } from 'vitest';
import { loadGlossary } from '../../../build/load-glossary.ts';
import type { GlossaryData } from '../../../core/glossary/data.ts';
import { openedShare, unopenedStatements } from '../../../core/glossary/opened.ts';
import type { Source } from '../../../core/glossary/schema.ts';

const source = (tier: Source['tier'], opened?: string): Source => ({
  title: 'T',
  publisher: 'P',
  url: 'https://example.org/',
  tier,
  licence: 'facts',
  ...(opened ? { opened } : {}),
});
const real = loadGlossary();
const data = (sources: string[]): GlossaryData => ({
  ...real,
  terms: [],
  differences: [],
  comparisons: [
    {
      id: 'a-b',
      title: 'A vs B',
      columns: ['a', 'b'],
      rows: [{ row: 'Is not', cells: [{ text: 'Not the other', sources }, null] }],
    },
  ],
  sources: {
    read: source('A', '2026-11-22'),
    unread: source('A'),
    weak: source('C', '2026-11-22'),
  },
});

describe('statements that rest on an opened source', () => {
  it('cite at least one that was opened, whatever else they cite', () => {
    expect(unopenedStatements(data(['unread', 'read']))).toEqual([]);
    expect(openedShare(data(['unread', 'read'])).cells).toEqual({ rest: 1, all: 1 });
  });

  it.each([[['unread']], [['weak']], [['unread', 'weak']]])('do not rest on %j', (sources) => {
    expect(unopenedStatements(data(sources))).toMatchObject([
      { file: 'comparisons/a-b.yml', path: ['rows', 0, 'cells', 0, 'text'] },
    ]);
    expect(openedShare(data(sources)).cells).toEqual({ rest: 0, all: 1 });
  });

  it('are told apart by kind; every sourced text of the glossary is of one', () => {
    const shares = openedShare(real);
    const facts = real.terms.reduce((sum, { facts }) => sum + facts.length, 0);
    expect(shares.facts.all).toBe(facts);
    expect(shares.notes.all).toBe(real.terms.reduce((sum, { usage }) => sum + (usage?.length ?? 0), 0));
  });
});
