import { afterEach, describe, expect, it, vi } from 'vitest';
import { i18n } from '#i18n';
import { clock, dayName } from '../../../components/in-our-language.ts';

/** A browser that writes in this language. */
function browserIn(language: string) {
  const { DateTimeFormat } = Intl;
  vi.stubGlobal('Intl', {
    ...Object.fromEntries(Object.getOwnPropertyNames(Intl).map((name) => [name, Intl[name as keyof typeof Intl]])),
    DateTimeFormat: class extends DateTimeFormat {
      constructor(locales: string | string[] = [], options?: Intl.DateTimeFormatOptions) {
        super(locales.length ? locales : language, options);
      }
    },
  });
}

describe('what the browser writes out for us', () => {
  afterEach(() => {
    vi.unstubAllGlobals();
  });

  it.each([
    ['en', 'de-DE', '15:05', 'March 4, 2026'],
    ['en', 'ar-EG', '3:05 PM', 'March 4, 2026'],
    ['de', 'fa-IR', '15:05', '4. März 2026'],
  ])('is in the language of our words, %s, in a browser in %s', (ours, browsers, time, day) => {
    vi.spyOn(i18n, 't').mockReturnValue(ours as never);
    browserIn(browsers);
    expect(clock(new Date(2026, 2, 4, 15, 5).getTime()).replace(/\s/, ' ')).toBe(time);
    expect(dayName('2026-03-04')).toBe(day);
  });
});
