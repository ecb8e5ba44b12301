/**
 * For the sentences of the glossary, which are English whatever the language of the page around them: screen readers
 * pronounce them so, and where a page runs from right to left their full stops stay at their ends.
 */
export const ENGLISH = { lang: 'en', dir: 'ltr' } as const;
