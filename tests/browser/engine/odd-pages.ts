/** Hostile and odd pages, small and made here: what is in the body, and which words must be marked, in order. */
import { EVERYWHERE } from './odd/everywhere.ts';
import { HOSTILE } from './odd/hostile.ts';
import { NOWHERE } from './odd/nowhere.ts';
import type { OddPage } from './odd/page.ts';
import { WITNESS } from './witness.ts';

export const ODD_PAGES: readonly OddPage[] = [...EVERYWHERE, ...NOWHERE, ...HOSTILE];

export function htmlOf({ doctype = '<!doctype html>', lang = 'en', head = '', body, type }: OddPage): string {
  const xml = type ? ' xmlns="http://www.w3.org/1999/xhtml"' : '';
  return `${doctype}<html${xml} lang="${lang}"><head><title>Page</title>${WITNESS}${head}</head><body>${body}</body></html>`;
}
