import { expect, it } from 'vitest';
import { loadGlossary } from '../../../build/load-glossary.ts';
import { packCardTable, unpackCardTable } from '../../../core/glossary/card-table.ts';
import { compileCardTable } from '../../../core/glossary/compile.ts';

const data = loadGlossary();
const table = compileCardTable(data);

it('comes out of its packing as it went in', () => {
  expect(unpackCardTable(packCardTable(table))).toEqual(table);
});

it('names one source a term, of the best tier that carries it', () => {
  const tierOf = (url: string) => Object.values(data.sources).find((source) => source.url === url)?.tier;
  for (const { id, facts } of data.terms) {
    const [index = -1] = table.terms[id]?.sources ?? [];
    const best = facts.flatMap(({ sources }) => sources.map((source) => data.sources[source]!.tier)).toSorted()[0];
    expect(tierOf(table.sources[index]?.url ?? '')).toBe(best);
  }
});

it('tells the difference to the likeliest confusables', () => {
  for (const { terms } of data.differences) {
    const [a, b] = terms;
    if (table.terms[a]?.confusedWith[0] !== b) continue;
    expect(table.differences[terms.toSorted().join('|')]).toBeTruthy();
  }
});
