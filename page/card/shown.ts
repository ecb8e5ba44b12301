/** One card on the screen: rendered, measured and placed in the task that opens it, so that nothing comes late. */

import { h, render } from 'preact';
import { Card, type Undo } from '../../components/Card.tsx';
import type { CardContent } from '../../core/card/content.ts';
import type { Reason } from '../../core/sense/reason.ts';
import { documentOf } from '../tree.ts';
import type { Occurrence } from '../types.ts';
import { watchDisplaced } from './displaced.ts';
import { nearest, type Rect } from './geometry.ts';
import { openHost } from './host.ts';
import type { OpenedBy, Point } from './intent.ts';
import { cardKey } from './keys.ts';
import { outward } from './outward.ts';
import { pageTheme } from './page-theme.ts';
import { MARGIN, place } from './placement.ts';
import { seenRects, seenViewport } from './visible.ts';

export interface ShowOptions {
  occurrence: Occurrence;
  by: OpenedBy;
  /** Where the reader points; of a word on two lines it tells which part is looked at. */
  point: Point;
  /** Size of the card's text, in per cent. */
  textSize: number;
  /** The first card after none: it may arrive with a small movement. */
  arriving: boolean;
  position?: { index: number; total: number };
  rects(): DOMRect[];
  contentOf(id: string): CardContent | null;
  explain(): Reason[];
  compare(terms: string[]): void;
  notMusicHere?(id: string): Undo;
  neverMark?(id: string): Undo;
  dismiss(): void;
  /** Runs what the browser calls us for: what it throws closes the card. */
  own(work: () => void): () => void;
  /** Ends with the card. */
  signal: AbortSignal;
}

export interface Shown {
  /** The element that events from inside the card are retargeted to. */
  element: HTMLElement;
  occurrence: Occurrence;
  card(): Rect;
  word(): Rect;
  /** Places the card again; false when the word cannot be seen any more. */
  follow(): boolean;
  focus(): void;
  focused(): boolean;
  remove(): void;
}

/** Shows a card; null when the word cannot be seen or the glossary does not know the term. */
export function showCard(options: ShowOptions): Shown | null {
  const { occurrence, by } = options;
  const near = outward(occurrence.startNode);
  const document = near && documentOf(near);
  const view = document?.defaultView;
  if (!near || !view || !options.contentOf(occurrence.term)) return null;

  const lookAt = () => nearest(seenRects(options.rects(), near, seenViewport(view)), options.point);
  const first = lookAt();
  if (!first) return null;
  let word: Rect = first;
  /** What the reader has silenced is no longer marked, but its card still says so. */
  let silenced = false;
  const silence = (how?: (id: string) => Undo) =>
    how &&
    ((id: string) => {
      silenced = true;
      return how(id);
    });

  const { element, root, surface, sheet, remove } = openHost(near, pageTheme(near));
  const vertical = !view.getComputedStyle(near).writingMode.startsWith('horizontal');
  surface.style.setProperty('--ln-scale', String(options.textSize / 100));
  surface.classList.toggle('arriving', options.arriving);
  surface.setAttribute('role', 'dialog');
  surface.setAttribute('aria-labelledby', 'name');
  surface.setAttribute('aria-describedby', 'definition');
  surface.tabIndex = -1;

  const focus = () => surface.focus({ preventScroll: true });
  let side: string | undefined;
  let tallest = 0;
  const lay = () => {
    const viewport = seenViewport(view);
    surface.style.setProperty('--room', `${viewport.right - viewport.left - 2 * MARGIN}px`);
    surface.style.width = '';
    surface.style.maxHeight = 'none';
    // Never shrinks while open: a control must not slip away from under the pointer.
    surface.style.minHeight = `${tallest}px`;
    const { width, height } = surface.getBoundingClientRect();
    const placed = place({ word, card: { width, height }, viewport, vertical });
    const pinnedBelow = placed.side === 'above';
    tallest = Math.max(tallest, placed.bottom - placed.top);
    surface.dataset.side = side = placed.side;
    surface.style.left = `${Math.round(placed.left)}px`;
    surface.style.width = `${Math.floor(placed.right - placed.left)}px`;
    surface.style.top = pinnedBelow ? 'auto' : `${Math.round(placed.top)}px`;
    surface.style.bottom = pinnedBelow ? `${Math.round(view.innerHeight - placed.bottom)}px` : 'auto';
    surface.style.maxHeight = `${placed.bottom - placed.top}px`;
    surface.style.setProperty('--arrow', `${placed.arrow}px`);
  };

  try {
    render(
      h(Card, {
        id: occurrence.term,
        contentOf: options.contentOf,
        position: options.position,
        closable: by !== 'pointer',
        explain: options.explain,
        compare: options.compare,
        notMusicHere: silence(options.notMusicHere),
        neverMark: silence(options.neverMark),
        close: options.dismiss,
        resized() {
          if (!side) return;
          lay();
          // What was pressed may be gone with the view it was in: a reader at the keyboard stays in the card.
          if (by === 'keyboard' && root.activeElement === null) focus();
        },
      }),
      sheet,
    );
    lay();
  } catch (error) {
    // Nothing half made stays on the page.
    remove();
    throw error;
  }
  if (by !== 'keyboard') announce(document, options.contentOf(occurrence.term));
  // A mouse press on a control would take the page's focus away.
  sheet.addEventListener('mousedown', (event) => {
    if (by === 'pointer' && event.target instanceof Element && event.target.closest('button')) event.preventDefault();
  });
  root.addEventListener('keydown', (event) => cardKey(event as KeyboardEvent, root, sheet, options.dismiss));

  const isHidden = () => !surface.matches(':popover-open');
  /** The element took the focus along when it left its place, and nothing else has it since. */
  const lostFocus = () => by === 'keyboard' && document.activeElement === document.body;
  const again = () => {
    surface.showPopover();
    lay();
    if (lostFocus()) focus();
  };
  watchDisplaced(element, surface, options.own(again), options.dismiss, options.signal);

  return {
    element,
    occurrence,
    card: () => surface.getBoundingClientRect(),
    word: () => word,
    follow() {
      if (silenced) return !isHidden();
      const now = lookAt();
      // What holds the card may have been moved with it.
      if (!now || isHidden()) return false;
      word = now;
      lay();
      return true;
    },
    focus,
    focused: () => root.activeElement !== null || (isHidden() && lostFocus()),
    remove() {
      try {
        render(null, sheet);
      } finally {
        remove();
      }
    },
  };
}

/**
 * A card opened by the keyboard is read out because focus goes to it. One opened otherwise leaves focus alone and is
 * announced, politely and once, without any live region in the page (ariaNotify: Chromium 141, Firefox 153). By the
 * document: assistive technology does not know the new element yet, and Firefox drops what that one says.
 */
function announce(document: Document & { ariaNotify?(text: string): void }, content: CardContent | null): void {
  if (content) document.ariaNotify?.(`${content.name}: ${content.definition}`);
}
