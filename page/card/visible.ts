/** What of a word can be seen: its client rects, cut by the viewport and by each scroll container around it. */
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

function clips(element: Element): Rect[] {
  const view = element.ownerDocument.defaultView;
  const found: Rect[] = [];
  for (let at: Element | null = element; at && view; at = outward(at)) {
    if (at === at.ownerDocument.body || at === at.ownerDocument.documentElement) break;
    const { overflowX, overflowY, display } = view.getComputedStyle(at);
    const clipping =
      (overflowX !== 'visible' || overflowY !== 'visible') && display !== 'inline' && display !== 'contents';
    if (clipping) found.push(at.getBoundingClientRect());
  }
  return found;
}
