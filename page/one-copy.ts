/**
 * One live copy of us in a document. After an update Chromium lets the old script live on, without its APIs, while the
 * background puts a new one in; at an install a page that is loading may get two. The world that a content script lives
 * in is its own: what is left on its global object is seen by a second copy of the same extension, and by nobody else.
 */
import { sweepMarks } from './paint.ts';

const FLAG = Symbol.for('liner-notes: the copy that is at work here');
/** The element that holds an open card: page/card/host.ts. */
const CARD = 'liner-notes-card';

/** False when a live copy is at work here already; then it stays the only one. */
export function isOnlyCopy(alive: () => boolean): boolean {
  const world = globalThis as { [FLAG]?: () => boolean };
  if (world[FLAG]?.()) return false;
  world[FLAG] = alive;
  return true;
}

/** Takes away what a copy that died has left on the page: its marks, and a card that was open. */
export function sweepFormer(): void {
  sweepMarks();
  for (const card of document.querySelectorAll(CARD)) card.remove();
}
