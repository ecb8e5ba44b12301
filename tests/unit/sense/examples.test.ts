import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { loadGlossary } from '../../../build/load-glossary.ts';
import { normalise } from '../../../core/matching/normalise.ts';
import { judgeText } from '../../../scripts/corpus/mark-text.ts';
import { judge } from './blocks.ts';

const FIXTURES = join(import.meta.dirname, '../../fixtures/senses');
const marksIn = (text: string) => judgeText(judge, text).filter(({ music }) => music);

/** Sentences by their file in tests/fixtures/senses. */
const fixtures = readdirSync(FIXTURES).map((file) => ({
  file,
  ...(parse(readFileSync(join(FIXTURES, file), 'utf8')) as { other?: string[]; music?: string[] }),
}));

describe('short sentences of our own, each judged alone', () => {
  it.each(fixtures.filter(({ other }) => other))('marks nothing in $file', ({ other }) => {
    const marked = other!.flatMap((text) => marksIn(text).map(({ candidate }) => `${candidate.surface}: ${text}`));
    expect(marked).toEqual([]);
  });

  it('finds four in five words of the sentences about music', () => {
    let wanted = 0;
    const missed: string[] = [];
    for (const starred of fixtures.flatMap(({ music }) => music ?? [])) {
      const parts = starred.split('*');
      const text = parts.join('');
      const marks = marksIn(text);
      let at = 0;
      parts.forEach((part, i) => {
        const start = at;
        at += part.length;
        if (i % 2 === 0) return;
        wanted++;
        if (!marks.some((mark) => mark.start < at && start < mark.end)) missed.push(`${part}: ${text}`);
      });
    }
    expect(missed.length / wanted, missed.join('\n')).toBeLessThan(0.2);
  });
});

describe('the example sentences of data/senses, each judged alone', () => {
  const { senses } = loadGlossary();
  const rate = (sense: 'music' | 'other') => {
    let marked = 0;
    let all = 0;
    for (const { forms, examples } of senses) {
      const keys = new Set(forms.map(normalise));
      for (const text of examples?.[sense] ?? []) {
        all++;
        if (marksIn(text).some(({ candidate }) => keys.has(candidate.form))) marked++;
      }
    }
    return marked / all;
  };

  it('marks the word in more than half of the sentences about music', () => {
    expect(rate('music')).toBeGreaterThan(0.55);
  });

  it('marks it in no more than one in two hundred of the others', () => {
    expect(rate('other')).toBeLessThanOrEqual(0.005);
  });
});
