import { isOwnId } from '../core/settings/own-terms.ts';

/**
 * For the names and sentences of the glossary, which are English whatever the language of the page around them: screen
 * readers pronounce them so, and where a page runs from right to left their full stops stay at their ends.
 */
export const ENGLISH = { lang: 'en', dir: 'ltr' } as const;

/** For those of a term that may be the reader's own, which are in whatever language they were written in. */
export const languageOf = (id: string) => (isOwnId(id) ? ({ dir: 'auto' } as const) : ENGLISH);
