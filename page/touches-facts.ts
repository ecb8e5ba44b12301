import { closestOf, documentOf, elementOver, typeOf } from './tree.ts';

/** True when a change may alter what the page says of itself: its title, description, headings, structured data. */
export function touchesFacts({ target, addedNodes, removedNodes, attributeName }: MutationRecord): boolean {
  if (attributeName === 'lang' && target === documentOf(target).documentElement) return true;
  const element = typeOf(target) === Node.ELEMENT_NODE ? (target as Element) : elementOver(target);
  if (element && closestOf(element, 'head,h1,h2,h3')) return true;
  for (const nodes of [addedNodes, removedNodes]) {
    for (let i = 0, { length } = nodes; i < length; i++) {
      if (typeOf(nodes.item(i)!) === Node.ELEMENT_NODE) return true;
    }
  }
  return false;
}
