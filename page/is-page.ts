/** Whether a document is a page of text on which we may act at all. */
import { metasOf } from './metas.ts';
import { isMatch } from './tree.ts';

/** The author's own way to keep us off: `<meta name="liner-notes" content="off">`. */
export const isOptedOut = (document: Document): boolean =>
  metasOf(document).some((meta) => isMatch(meta, '[name="liner-notes" i][content="off" i]'));

/**
 * Documents that hold running text of a page: HTML, and XHTML (an XML document that makes HTML elements). Not images,
 * media, plain text, feeds, or a browser's viewers of data.
 */
export function isPage(document: Document): boolean {
  const { contentType } = document;
  if (contentType !== 'text/html' && contentType !== 'application/xhtml+xml') return false;
  return document.documentElement?.namespaceURI === 'http://www.w3.org/1999/xhtml';
}
