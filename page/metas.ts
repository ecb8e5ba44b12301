/** What the author of a document says of it to machines. */
import { ABSENT, kindOf, tagCode } from './tags.ts';
import { nameOf } from './tree.ts';

/** Elements from the beginning of the document, what belongs into a head aside, among which metas are looked for. */
const STRAY = 200;

/**
 * The meta elements of a document. Not in the head alone: a stray element ends it early, and what its author wrote behind
 * it comes to stand in the body. Nor in the whole document: going through 230,000 elements takes 6 ms.
 */
export function metasOf(document: Document): HTMLMetaElement[] {
  const metas: HTMLMetaElement[] = [];
  const elements = document.createTreeWalker(document, NodeFilter.SHOW_ELEMENT);
  for (let others = 0; others < STRAY && elements.nextNode(); ) {
    const element = elements.currentNode as Element;
    if (nameOf(element) === 'meta') metas.push(element as HTMLMetaElement);
    // However much of it there is: what belongs into a head is not counted.
    else if (kindOf(tagCode(element)) !== ABSENT) others++;
  }
  return metas;
}
