import glossary from 'virtual:liner-notes/glossary';
import { describe, expect, it } from 'vitest';
import { getTerm } from '../../../core/glossary/lookup.ts';
import { CLAIMS, NEVER_STATED, type Place } from './seed-claims.ts';

describe("the first article's claims", () => {
  it('are 35, each landed or left out for a reason', () => {
    expect(CLAIMS.map(({ id }) => id)).toEqual(Array.from({ length: 35 }, (_, i) => `S${i + 1}`));
    for (const { lands, leftOut } of CLAIMS) expect(lands.length > 0 || leftOut).toBeTruthy();
  });

  for (const { id, claim, lands } of CLAIMS) {
    for (const place of lands) {
      it(`${id} (${claim}) is carried by ${describePlace(place)}`, () => expect(holds(place)).toBe(true));
    }
  }
});

describe('what sources contradict or dispute is never stated as fact', () => {
  for (const { id, wording } of NEVER_STATED) {
    it(`${id}: no definition, fact, usage note or cell says it`, () => {
      expect(statements().filter((text) => wording.test(text))).toEqual([]);
    });
  }

  it('S25: whether beatmakers are producers is a question with two sourced sides', () => {
    const sides = getTerm(glossary, 'beatmaker')?.disputed?.sides ?? [];
    expect(sides.length).toBeGreaterThanOrEqual(2);
    expect(new Set(sides.map(({ sources }) => sources.join())).size).toBe(sides.length);
  });
});

function holds(place: Place): boolean {
  if ('comparison' in place) {
    const comparison = glossary.comparisons.find(({ id }) => id === place.comparison);
    const cells = comparison?.rows.find(({ row }) => row === place.row)?.cells;
    return place.says.test(cells?.[comparison?.columns.indexOf(place.column) ?? -1]?.text ?? '');
  }
  const term = getTerm(glossary, place.term);
  if (!term) return false;
  if ('definition' in place) return place.definition.test(term.definition);
  if ('form' in place) return term.forms.some(({ text }) => text === place.form);
  if ('confusedWith' in place) return term.confusedWith?.includes(place.confusedWith) ?? false;
  if ('disputed' in place) return term.disputed !== undefined;
  return [...term.facts, ...(term.usage ?? [])].some(({ text }) => place.fact.test(text));
}

function describePlace(place: Place): string {
  if ('comparison' in place) return `${place.comparison}, row "${place.row}", ${place.column}`;
  const { term, ...rest } = place;
  const [field, value] = Object.entries(rest)[0] ?? [];
  return `${term}: ${field} ${value}`;
}

/** Everything that the glossary says in its own voice; the sides of a dispute speak for themselves. */
function statements(): string[] {
  return [
    ...glossary.terms.flatMap(({ definition, facts, usage }) => [
      definition,
      ...facts.map(({ text }) => text),
      ...(usage ?? []).map(({ text }) => text),
    ]),
    ...glossary.comparisons.flatMap(({ intro, rows }) => [
      ...(intro ? [intro.text] : []),
      ...rows.filter(({ disputed }) => !disputed).flatMap(({ cells }) => cells.flatMap((cell) => cell?.text ?? [])),
    ]),
    ...glossary.differences.map(({ text }) => text),
  ];
}
