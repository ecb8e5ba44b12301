/** What a page itself can see of the marks in its top document: to be run there. */

export const isMarked = () => (CSS.highlights.get('liner-notes-mark')?.size ?? 0) > 0;

export const isBare = () => !((CSS.highlights.get('liner-notes-mark')?.size ?? 0) > 0);
