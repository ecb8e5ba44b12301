/** What the browser writes out, in the language of our words, which need not be the browser's own. */
import { i18n } from '#i18n';

/** "A, B and C". */
export const listed = (names: string[]): string =>
  new Intl.ListFormat(i18n.t('locale.language'), { type: 'conjunction' }).format(names);

/** @param day as YYYY-MM-DD, of no time zone. */
export const dayName = (day: string): string =>
  new Intl.DateTimeFormat(i18n.t('locale.language'), { dateStyle: 'long', timeZone: 'UTC' }).format(new Date(day));
