/**
 * Whether a marked word can be seen at all. Asked when marks are listed or shown, never stored for long: what hides text
 * (a class, a style sheet, a closed <details>) changes without any change to the text.
 */
import type { Mark } from './block-record.ts';
import { pointsOf } from './block-record.ts';
import { isFilledSlot } from './filled-slot.ts';
import { elementOver, isVisible, parentOf, rectOf, shadowOf, slotOf } from './tree.ts';

/** What was found out about elements, for one pass over many marks during which nothing changes. */
export class Seen {
  readonly shown = new Map<Element, boolean>();
  readonly clipped = new Map<Element, boolean>();
}

export function isShown(mark: Mark, seen = new Seen()): boolean {
  if (document.designMode === 'on') return false;
  const { startNode, endNode } = pointsOf(mark.record, mark.start, mark.end);
  const first = drawnIn(startNode);
  if (!isElementShown(first, seen)) return false;
  if (startNode === endNode) return true;
  const last = drawnIn(endNode);
  return isElementShown(last, seen) && isOneLine(first, last);
}

/** The element in whose box a node lies; that of the host, when it stands directly in a shadow root. */
export function boxOf(node: Node): Element | null {
  const parent = parentOf(node);
  return parent instanceof ShadowRoot ? parent.host : elementOver(node);
}

/** The same as it is drawn: a host draws of what it holds only that for which its shadow root has a slot, and there. */
function drawnIn(node: Text | Element): Element | null {
  const box = boxOf(node);
  if (!box || parentOf(node) !== box || !shadowOf(box)) return box;
  const slot = node instanceof Text ? node.assignedSlot : slotOf(node);
  if (!slot) return null;
  const { display, visibility } = getComputedStyle(slot);
  return display === 'none' || visibility !== 'visible' ? null : boxOf(slot);
}

function isElementShown(element: Element | null, seen: Seen): boolean {
  if (!element) return false;
  let is = seen.shown.get(element);
  if (is === undefined) {
    is = isRendered(element, seen);
    seen.shown.set(element, is);
  }
  return is;
}

const HOW = { contentVisibilityAuto: false, opacityProperty: true, visibilityProperty: true };

function isRendered(element: Element, seen: Seen): boolean {
  let shown: Element | null = element;
  for (; shown; shown = drawnIn(shown)) {
    if (isFilledSlot(shown)) return false;
    if (isVisible(shown, HOW)) break;
    // An element without a box of its own shows its text all the same; `checkVisibility` says no to it.
    if (getComputedStyle(shown).display !== 'contents') return false;
  }
  for (let up = shown, far = 0; up && far < 3; up = elementOver(up), far++) {
    let clipped = seen.clipped.get(up);
    if (clipped === undefined) {
      clipped = clipsAway(up);
      seen.clipped.set(up, clipped);
    }
    if (clipped) return false;
  }
  return shown !== null;
}

/** "Visually hidden" text for screen readers: a box of one pixel, or clipped to nothing. */
function clipsAway(element: Element): boolean {
  const { position, clip, clipPath, overflow } = getComputedStyle(element);
  if (position !== 'absolute' && position !== 'fixed' && overflow === 'visible') return false;
  if (clip !== 'auto' && /^rect\((0|1)(px)?[, ]+(0|1)(px)?[, ]+(0|1)(px)?[, ]+(0|1)(px)?\)$/.test(clip)) return true;
  if (/^inset\((50|100)%/.test(clipPath)) return true;
  if (overflow === 'visible') return false;
  const { width, height } = rectOf(element);
  return width <= 1 || height <= 1;
}

/** The elements between the two ends are inline as drawn: style may show a `span` as a block. */
function isOneLine(first: Element | null, last: Element | null): boolean {
  const around = new Set<Element>();
  for (let up = first; up; up = elementOver(up)) around.add(up);
  let common = last;
  while (common && !around.has(common)) common = elementOver(common);
  for (const end of [first, last]) {
    for (let up = end; up && up !== common; up = elementOver(up)) {
      if (!/^(?:inline$|contents|ruby)/.test(getComputedStyle(up).display)) return false;
    }
  }
  return true;
}
