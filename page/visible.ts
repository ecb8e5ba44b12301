/**
 * Whether a marked word can be seen at all. Asked when marks are listed or shown, never stored: what hides text (a
 * class, a style sheet, a closed <details>) changes without any change to the text.
 */
import type { Mark } from './block-record.ts';
import { pointsOf } from './block-record.ts';

export function isShown(mark: Mark): boolean {
  if (document.designMode === 'on') return false;
  const { startNode, endNode } = pointsOf(mark.record, mark.start, mark.end);
  const first = startNode.parentElement;
  const last = endNode.parentElement;
  if (!isElementShown(first)) return false;
  return startNode === endNode || (isElementShown(last) && isOneLine(first, last));
}

function isElementShown(element: Element | null): boolean {
  let shown = element;
  // An element without a box of its own shows its text all the same; `checkVisibility` says no to it.
  while (shown && !shown.checkVisibility(HOW)) {
    if (getComputedStyle(shown).display !== 'contents') return false;
    shown = shown.parentElement;
  }
  return shown !== null && !isClippedAway(shown);
}

const HOW = { contentVisibilityAuto: false, opacityProperty: true, visibilityProperty: true };

/** "Visually hidden" text for screen readers: a box of one pixel, or clipped to nothing. */
function isClippedAway(element: Element): boolean {
  for (let up: Element | null = element, far = 0; up && far < 3; up = up.parentElement, far++) {
    const { position, clip, clipPath, overflow } = getComputedStyle(up);
    if (position !== 'absolute' && position !== 'fixed' && overflow === 'visible') continue;
    if (clip !== 'auto' && /^rect\((0|1)(px)?[, ]+(0|1)(px)?[, ]+(0|1)(px)?[, ]+(0|1)(px)?\)$/.test(clip)) return true;
    if (/^inset\((50|100)%/.test(clipPath)) return true;
    if (overflow !== 'visible') {
      const { width, height } = up.getBoundingClientRect();
      if (width <= 1 || height <= 1) return true;
    }
  }
  return false;
}

/** The elements between the two ends are inline as drawn: style may show a `span` as a block. */
function isOneLine(first: Element | null, last: Element | null): boolean {
  const around = new Set<Element>();
  for (let up = first; up; up = up.parentElement) around.add(up);
  let common = last;
  while (common && !around.has(common)) common = common.parentElement;
  for (const end of [first, last]) {
    for (let up = end; up && up !== common; up = up.parentElement) {
      if (!/^(?:inline$|contents|ruby)/.test(getComputedStyle(up).display)) return false;
    }
  }
  return true;
}
