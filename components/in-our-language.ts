/** What the browser writes out, in the language of our words, which need not be the browser's own. */
import { i18n } from '#i18n';

/** "A, B and C". */
export const listed = (names: string[]): string =>
  new Intl.ListFormat(i18n.t('locale.language'), { type: 'conjunction' }).format(names);

/** @param day as YYYY-MM-DD, of no time zone. */
export const dayName = (day: string): string =>
  new Intl.DateTimeFormat(i18n.t('locale.language'), { dateStyle: 'long', timeZone: 'UTC' }).format(new Date(day));

/** The time of day of a moment (ms since the epoch); in twelve hours or twenty-four, as the reader's browser counts them. */
export function clock(time: number): string {
  const { hourCycle } = new Intl.DateTimeFormat([], { hour: 'numeric' }).resolvedOptions();
  const parts = { hour: 'numeric', minute: '2-digit', hourCycle } as const;
  return new Intl.DateTimeFormat(i18n.t('locale.language'), parts).format(time);
}
