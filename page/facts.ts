/** What the document says of itself, outside its running text. */
import type { PageFacts } from '../core/sense/types.ts';
import { declaresOther } from './language.ts';
import { metasOf } from './metas.ts';
import { attributeOf, isBefore, isMatch, textOf } from './tree.ts';

const HEADINGS = 12;

export function readFacts(document: Document): PageFacts {
  const metas = metasOf(document);
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

/**
 * The first headings, in their order. A live list is gone through only as far as it is asked for: most pages have their
 * first headings early. Which of two comes first takes as long as their parent has children, so it is asked seldom: three
 * lists are merged, not sorted.
 */
function firstHeadings(document: Document): Element[] {
  const lists = ['h1', 'h2', 'h3'].map((tag): Listed => {
    const all = document.getElementsByTagName(tag);
    return { all, at: 0, next: all.item(0) };
  });
  const headings: Element[] = [];
  while (headings.length < HEADINGS) {
    const first = lists.reduce(earlier);
    if (!first.next) break;
    headings.push(first.next);
    first.next = first.all.item(++first.at);
  }
  return headings;
}

/** A list of elements of which some were taken. */
interface Listed {
  all: HTMLCollectionOf<Element>;
  at: number;
  next: Element | null;
}

/** Of two lists the one whose next element comes first; one without comes last. */
function earlier(a: Listed, b: Listed): Listed {
  if (!a.next || !b.next) return a.next ? a : b;
  return isBefore(a.next, b.next) ? a : b;
}

/** schema.org types named in JSON-LD, microdata and Open Graph. The JSON is not parsed: pages get it wrong. */
function structuredTypes(document: Document): string[] {
  const types = new Set<string>();
  for (const { textContent } of document.querySelectorAll('script[type="application/ld+json" i]')) {
    for (const [, type] of textContent.slice(0, 100_000).matchAll(/"@type"\s*:\s*"(\w+)"/g)) types.add(type!);
  }
  // A question for the attribute alone costs a third of one for what it says.
  for (const element of document.querySelectorAll('[itemtype]')) {
    const type = attributeOf(element, 'itemtype')!;
    if (type.includes('schema.org/')) types.add(type.replace(/^.*\//, ''));
  }
  return [...types].sort();
}
