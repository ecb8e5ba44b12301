/** Scrolls a word into view, at once: the card opens beside it in the same task. */
import { documentOf, rectOf } from '../tree.ts';
import { scrollIn } from './elements.ts';
import { outward } from './outward.ts';
import { seenRects, seenViewport } from './visible.ts';

/** Scrolls every container around the word so that it stands in the middle; leaves a word that can be seen alone. */
export function reveal(element: Element, rects: () => DOMRect[]): void {
  const document = documentOf(element);
  const view = document.defaultView;
  const scroller = document.scrollingElement;
  if (!view) return;
  const viewport = seenViewport(view);
  // A margin of a few lines: sticky headers and footers sit at the edges.
  const calm = { ...viewport, top: viewport.top + 80, bottom: viewport.bottom - 80 };
  if (seenRects(rects(), element, calm).length > 0) return;
  for (let at: Element | null = element; at; at = outward(at)) {
    if (at === scroller || at === document.documentElement) break;
    const { overflowX, overflowY } = view.getComputedStyle(at);
    if (/auto|scroll/.test(overflowX + overflowY)) centre(at, rectOf(at), rects()[0]);
  }
  const box = { left: 0, top: 0, right: view.innerWidth, bottom: view.innerHeight };
  if (scroller) centre(scroller, box, rects()[0]);
}

function centre(scroller: Element, box: { left: number; top: number; right: number; bottom: number }, word?: DOMRect) {
  if (!word) return;
  const down = (word.top + word.bottom) / 2 - (box.top + box.bottom) / 2;
  const outside = word.left < box.left || word.right > box.right;
  const across = outside ? (word.left + word.right) / 2 - (box.left + box.right) / 2 : 0;
  scrollIn(scroller, { left: across, top: down, behavior: 'instant' });
}
