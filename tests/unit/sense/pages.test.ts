import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { judgeWrittenPage, readWrittenPages } from '../../../scripts/corpus/written-pages.ts';
import { judge } from './blocks.ts';

const files = readWrittenPages(join(import.meta.dirname, '../../fixtures/pages'));

describe('pages of our own, each judged as a whole', () => {
  const outcomes = files.flatMap(({ pages }) => pages.map((page) => judgeWrittenPage(judge, page)));
  const wanted = outcomes.reduce((sum, one) => sum + one.wanted, 0);

  it.each([
    'front page of a newspaper',
    'list of search results',
    'feed of a social network',
    'listing of events in a town',
  ])('lets no item of a list light up its neighbours: %s', (name) => {
    const page = files.flatMap(({ pages }) => pages).find((one) => one.name === name)!;
    const { wanted, missed, wrong } = judgeWrittenPage(judge, page);
    expect(wrong).toEqual([]);
    expect(missed.length).toBeLessThanOrEqual(wanted / 3);
  });

  it('marks hardly anything of another sense, though music is near on most of them', () => {
    const wrong = outcomes.flatMap((one) => one.wrong);
    expect(wrong.length / wanted, wrong.join('\n')).toBeLessThan(0.1);
  });

  it('finds three in four of the words about music', () => {
    const missed = outcomes.flatMap((one) => one.missed);
    expect(wanted).toBeGreaterThan(100);
    expect(missed.length / wanted, missed.join('\n')).toBeLessThan(0.25);
  });
});
