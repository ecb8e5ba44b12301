/**
 * Which text is declared to be in another language than English: by the `lang` nearest to it, as HTML says, so that an
 * English quotation on a German page is read and a German one on an English page is not. What is declared wrongly, or not
 * at all, is for the judge to tell (core/sense/language).
 */
import { closestOf, isMatch, parentOf, rootOf, typeOf } from './tree.ts';

/** Undetermined, several or private languages may be English. */
const OTHER = '[lang]:not([lang=""],[lang|="en" i],[lang|="und" i],[lang|="mul" i],[lang|="zxx" i],[lang|="x" i])';

/** True when something in a tree is declared to be in another language: only then each run has to be asked. */
export const holdsOther = (root: ParentNode): boolean => root.querySelector(OTHER) !== null;

/** True when an element's text is declared to be in another language, by its own `lang` or the nearest above it. */
export function isOther(element: Element): boolean {
  for (let at: Element | null = element; at; ) {
    const declared = closestOf(at, '[lang]');
    if (declared) return isMatch(declared, OTHER);
    const root = rootOf(at);
    at = root instanceof ShadowRoot ? root.host : null;
  }
  return false;
}

/** The same of a run of text: its longest part speaks for it, since a sentence may quote a word or a name. */
export function isOtherRun(nodes: readonly Text[]): boolean {
  let longest = nodes[0]!;
  for (const node of nodes) if (node.length > longest.length) longest = node;
  const parent = parentOf(longest);
  return parent !== null && typeOf(parent) === 1 && isOther(parent as Element);
}

/** The language that a document declares for all it holds, when that is another one. */
export const declaresOther = ({ documentElement }: Document): boolean =>
  documentElement !== null && isMatch(documentElement, OTHER);
