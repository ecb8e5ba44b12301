/** What of a word can be seen: its client rects, cut by the viewport and by each scroll container around it. */

import { documentOf, isMatch, rectOf } from '../tree.ts';
import { inside, type Rect } from './geometry.ts';
import { outward } from './outward.ts';

/** The part of the viewport that the reader sees (pinch zoom, on-screen keyboard), in layout-viewport CSS px. */
export function seenViewport(view: Window): Rect {
  const seen = view.visualViewport;
  const root = view.document.documentElement;
  // In quirks mode the body, not the root, has the viewport's height; the visual viewport knows both.
  if (!seen) return { left: 0, top: 0, right: root.clientWidth, bottom: view.innerHeight };
  return {
    left: seen.offsetLeft,
    top: seen.offsetTop,
    right: seen.offsetLeft + seen.width,
    bottom: seen.offsetTop + seen.height,
  };
}

/** Those rects whose centre can be seen. */
export function seenRects<R extends Rect>(rects: readonly R[], element: Element, viewport: Rect): R[] {
  const windows = [viewport, ...clips(element)];
  return rects.filter((rect) => {
    const centre = { x: (rect.left + rect.right) / 2, y: (rect.top + rect.bottom) / 2 };
    return windows.every((window) => inside(centre, window, 1));
  });
}

/**
 * The boxes that cut the element's text. A box with overflow cuts only what it contains: an absolute or fixed box
 * inside it is contained, and cut, by the next positioned or transformed box (CSS 2.1 §11.1.1, css-position-3 §2.1).
 */
function clips(element: Element): Rect[] {
  const document = documentOf(element);
  const view = document.defaultView;
  const found: Rect[] = [];
  /** How the box that we come from is positioned, until we meet the one that contains it. */
  let from = 'static';
  for (let at: Element | null = element; at && view; at = outward(at)) {
    if (at === document.body || at === document.documentElement) break;
    const style = view.getComputedStyle(at);
    if (style.display === 'contents' || !contains(style, from)) continue;
    if (isClipping(style)) found.push(rectOf(at));
    // The top layer hangs on the viewport, whatever is around it in the tree.
    if (isMatch(at, ':modal, :popover-open, :fullscreen')) break;
    from = style.position;
  }
  return found;
}

const isClipping = ({ overflowX, overflowY, display, contain }: CSSStyleDeclaration) =>
  display !== 'inline' && (overflowX !== 'visible' || overflowY !== 'visible' || /paint|strict|content/.test(contain));

/** Whether a box with this style contains one that is positioned so. */
function contains(style: CSSStyleDeclaration, position: string): boolean {
  if (position !== 'absolute' && position !== 'fixed') return true;
  if (position === 'absolute' && style.position !== 'static') return true;
  const { transform, translate, rotate, scale, perspective, filter, backdropFilter, contain, willChange } = style;
  const changed = [transform, translate, rotate, scale, perspective, filter, backdropFilter];
  return (
    changed.some((value) => value !== undefined && value !== '' && value !== 'none') ||
    /paint|layout|strict|content/.test(contain) ||
    /transform|perspective|filter|translate|rotate|scale/.test(willChange)
  );
}
