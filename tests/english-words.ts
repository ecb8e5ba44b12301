/** The words that a comparison is put together and copied with, as the English pages have them. */
import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import type { ComparisonWords } from '../core/glossary/compare.ts';
import type { CopyWords } from '../core/glossary/write-comparison.ts';

const { compare, entry, scope } = parse(readFileSync('locales/en.yml', 'utf8')) as Record<
  'compare' | 'entry' | 'scope',
  Record<string, string>
>;

export const COMPARISON_WORDS: ComparisonWords = {
  versus: compare.versus!,
  sentence: compare.sentence!,
  credited: compare.credited!,
  facts: entry.facts!,
  disagree: compare.disagree!,
  scope: (name) => scope[name === 'hip-hop' ? 'hipHop' : name]!,
};

export const COPY_WORDS: CopyWords = {
  disputed: compare.disputed!,
  generated: compare.generated!,
  attribution: compare.attribution!,
};
