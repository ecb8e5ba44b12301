/**
 * A cheap look at the language of a text: small words that are English and in no neighbour language, against small
 * words of the neighbours. Good enough to leave a page alone; it names no language.
 *
 * Credits are full of names and poor in small words, so what names are made of does not count: particles (van, den, del,
 * los), capitals, and a few letters of another script.
 */

/** Words of other alphabets, and scripts without spaces by four characters: a name is one or two. */
const OTHER_SCRIPTS =
  /[\u0370-\u03ff\u0400-\u04ff\u0590-\u06ff\u0900-\u0dff]+|[\u0e00-\u0e7f\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]{1,4}/g;
/** Where the first of them begins. */
export const FIRST_OTHER_SCRIPT = 0x370;

/** Words are counted in so much of a text, from its beginning on, in UTF-16 code units. */
export const COUNTED = 600;

export interface LanguageCounts {
  english: number;
  foreign: number;
}

/** How many words in other scripts the first part of a text holds. */
export const inOtherScripts = (text: string): number => text.slice(0, COUNTED).match(OTHER_SCRIPTS)?.length ?? 0;

/** Whether the counts speak clearly for another language. */
export const isForeign = ({ english, foreign }: LanguageCounts): boolean =>
  foreign > english && (foreign >= 3 || (foreign === 2 && english === 0));

/** Whether a declared language leaves English possible: English, unknown or undetermined. */
export function mayBeEnglish(lang: string | undefined): boolean {
  return !lang || /^(?:en|und|mul|zxx|x)(?:[-_]|$)/i.test(lang.trim());
}
