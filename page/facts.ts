/** What the document says of itself, outside its running text. */
import type { PageFacts } from '../core/sense/types.ts';
import { declaresOther } from './language.ts';
import { isBefore, isMatch, textOf } from './tree.ts';

const HEADINGS = 12;

export function readFacts(document: Document): PageFacts {
  // In the body too: a stray element ends the head early, and what its author wrote behind it comes to stand there.
  const metas = [...document.querySelectorAll('meta')];
  const meta = (selector: string) => metas.find((one) => isMatch(one, selector))?.content;
  const description = meta('[name="description" i]') ?? meta('[property="og:description"]');
  return {
    title: document.title,
    url: document.location.href,
    // Text that is declared to be in another language is not read: what is read is English, or may be.
    lang: declaresOther(document) ? undefined : document.documentElement?.lang || undefined,
    ...(description ? { description } : {}),
    headings: firstHeadings(document).map(textOf),
    types: structuredTypes(document),
  };
}

/** Three questions for one tag each cost half of one question for three tags: each goes through all elements. */
function firstHeadings(document: Document): Element[] {
  const headings: Element[] = [];
  for (const tag of ['h1', 'h2', 'h3']) {
    const all = document.querySelectorAll(tag);
    for (let i = 0; i < all.length && i < HEADINGS; i++) headings.push(all[i]!);
  }
  return headings.sort((a, b) => (isBefore(a, b) ? -1 : 1)).slice(0, HEADINGS);
}

/** schema.org types named in JSON-LD, microdata and Open Graph. The JSON is not parsed: pages get it wrong. */
function structuredTypes(document: Document): string[] {
  const types = new Set<string>();
  for (const { textContent } of document.querySelectorAll('script[type="application/ld+json" i]')) {
    for (const [, type] of textContent.slice(0, 100_000).matchAll(/"@type"\s*:\s*"(\w+)"/g)) types.add(type!);
  }
  for (const element of document.querySelectorAll('[itemtype*="schema.org/"]')) {
    types.add(element.getAttribute('itemtype')!.replace(/^.*\//, ''));
  }
  return [...types].sort();
}

/** The author's own way to keep us off: `<meta name="liner-notes" content="off">`. */
export const isOptedOut = (document: Document): boolean =>
  document.querySelector('meta[name="liner-notes" i][content="off" i]') !== null;

/**
 * Documents that hold running text of a page: HTML, and XHTML (an XML document that makes HTML elements). Not images,
 * media, plain text, feeds, or a browser's viewers of data.
 */
export function isPage(document: Document): boolean {
  const { contentType } = document;
  if (contentType !== 'text/html' && contentType !== 'application/xhtml+xml') return false;
  return document.documentElement?.namespaceURI === 'http://www.w3.org/1999/xhtml';
}
