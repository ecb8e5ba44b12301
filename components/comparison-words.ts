import { i18n } from '#i18n';
import type { ComparisonWords } from '../core/glossary/compare.ts';
import type { CopyWords } from '../core/glossary/write-comparison.ts';
import { scopeName } from './scope-name.ts';

/** What tables that nobody has written by hand call their rows. */
export const comparisonWords = (): ComparisonWords => ({
  versus: i18n.t('compare.versus'),
  sentence: i18n.t('compare.sentence'),
  credited: i18n.t('compare.credited'),
  facts: i18n.t('entry.facts'),
  disagree: i18n.t('compare.disagree'),
  scope: scopeName,
});

/** What goes along with a table that is copied. */
export const copyWords = (): CopyWords => ({
  disputed: i18n.t('compare.disputed'),
  generated: i18n.t('compare.generated'),
  attribution: i18n.t('compare.attribution'),
});
