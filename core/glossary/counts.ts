/** What the glossary amounts to, in figures. */
import type { GlossaryData } from './data.ts';
import { openedShare } from './opened.ts';

export const countGlossary = (data: GlossaryData) => ({
  terms: data.terms.length,
  roles: data.terms.filter(({ kind }) => kind === 'role').length,
  facts: data.terms.reduce((sum, { facts }) => sum + facts.length, 0),
  disputed: data.terms.filter(({ disputed }) => disputed).length,
  comparisons: data.comparisons.length,
  differences: data.differences.length,
  sources: Object.keys(data.sources).length,
  senses: data.senses.length,
  opened: openedShare(data),
});
