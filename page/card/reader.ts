/** The reader's doings in the document, as the card cares for them. Only real events count: a page cannot forge one. */
import type { Point } from './intent.ts';
import { closestOutward } from './outward.ts';

/** What to call when. Points are in viewport CSS px. */
export interface Reader {
  moved(point: Point, event: Event): void;
  /** The pointer left the window. */
  left(): void;
  /** Whether the event comes from our own card. */
  owns(event: Event): boolean;
  /** Text was selected inside the card. */
  selected(): void;
  /** Busy with something else; `closes` when that ends an open card. */
  disturbed(point: Point | null, closes: boolean): void;
  /** A finger's or pen's tap or long press; true when a card opened. */
  tapped(point: Point): boolean;
  /** The open card's own word lies under the point. */
  shownAt(point: Point): boolean;
  scrolled(): void;
  resized(): void;
  /** The page goes away, prints, or changes to fullscreen. */
  gone(): void;
  /** A modal dialog opened. */
  covered(element: Element): void;
}

/** What answers to a tap itself: its tap stays its own, and a long press opens the card. */
const TAPPABLE =
  'a[href], button, input, select, textarea, label, summary, [role="button"], [role="link"], [contenteditable]';
/** A press this long asks for the card, ms: shorter than the browsers' own long press (500). */
const LONG_PRESS = 450;
/** A finger that moves farther is scrolling, px. */
const FINGER_SLACK = 10;

const pointOf = (event: MouseEvent): Point => ({ x: event.clientX, y: event.clientY });
const far = (a: Point, b: Point, px: number) => Math.hypot(a.x - b.x, a.y - b.y) > px;
/** The real target, inside open shadow roots. */
const innermost = (event: Event): EventTarget | null => event.composedPath()[0] ?? event.target;
const isEditable = (target: EventTarget | null) =>
  target instanceof HTMLInputElement ||
  target instanceof HTMLTextAreaElement ||
  (target instanceof HTMLElement && target.isContentEditable);
const isFinger = (event: Event) => event instanceof PointerEvent && event.pointerType === 'touch';
/** A pen hovers like a mouse where the glass can tell, and taps like a finger everywhere. */
const isTouching = (event: Event) => isFinger(event) || (event instanceof PointerEvent && event.pointerType === 'pen');

/** Listens until the signal ends. Every listener is passive or leaves the event alone. */
export function listenToReader(signal: AbortSignal, reader: Reader): void {
  const on = <K extends keyof WindowEventMap>(type: K, listener: (event: WindowEventMap[K]) => void) =>
    window.addEventListener(type, (event) => event.isTrusted && listener(event), {
      capture: true,
      passive: true,
      signal,
    });

  let press: { at: Point; inCard: boolean; onShown: boolean; timer: number } | null = null;
  let longPressed = false;

  on('pointermove', (event) => {
    if (press && far(pointOf(event), press.at, FINGER_SLACK)) clearTimeout(press.timer);
    // A pressed button means selecting or dragging.
    if (isFinger(event) || event.buttons !== 0) return;
    reader.moved(pointOf(event), event);
  });
  on('pointerout', (event) => {
    if (event.relatedTarget === null && !isFinger(event)) reader.left();
  });
  on('pointerdown', (event) => {
    const at = pointOf(event);
    const inCard = reader.owns(event);
    const onShown = reader.shownAt(at);
    clearTimeout(press?.timer);
    longPressed = false;
    const hold = () => {
      longPressed = reader.tapped(at);
      if (longPressed) keepFromClicking(signal);
    };
    press = { at, inCard, onShown, timer: isTouching(event) && !inCard ? window.setTimeout(hold, LONG_PRESS) : 0 };
    if (!inCard) reader.disturbed(at, true);
  });
  on('pointerup', (event) => {
    clearTimeout(press?.timer);
    if (press?.inCard && far(pointOf(event), press.at, 4) && !isFinger(event)) reader.selected();
  });
  on('pointercancel', () => clearTimeout(press?.timer));
  on('click', (event) => {
    if (!isTouching(event) || reader.owns(event) || press?.onShown || longPressed) return;
    const target = innermost(event);
    if (target instanceof Element && closestOutward(target, TAPPABLE)) return;
    reader.tapped(pointOf(event));
  });
  on('keydown', (event) => {
    // Shortcuts (copying from the card, say) and keys inside the card are no disturbance; typing is. A `keydown` by which a
    // browser fills a field in may have no key.
    if (reader.owns(event) || event.ctrlKey || event.metaKey || event.altKey || event.key?.length !== 1) return;
    reader.disturbed(null, isEditable(innermost(event)));
  });
  let frame = 0;
  const eachFrame = (then: () => void) => {
    cancelAnimationFrame(frame);
    frame = requestAnimationFrame(then);
  };
  on('scroll', (event) => !reader.owns(event) && eachFrame(reader.scrolled));
  on('resize', () => eachFrame(reader.resized));
  window.visualViewport?.addEventListener('resize', () => eachFrame(reader.resized), { signal });
  window.visualViewport?.addEventListener('scroll', () => eachFrame(reader.resized), { signal });
  on('pagehide', reader.gone);
  on('beforeprint', reader.gone);
  document.addEventListener('fullscreenchange', reader.gone, { capture: true, signal });
  on('toggle' as keyof WindowEventMap, (event) => {
    const target = innermost(event);
    if (target instanceof HTMLDialogElement && target.open) reader.covered(target);
  });
}

/**
 * Lifting the finger after the press that opened the card is no click (Chromium makes it one, and follows the link). No
 * such click may come at all: one by keyboard, mouse or assistive technology is another.
 */
function keepFromClicking(signal: AbortSignal): void {
  const over = new AbortController();
  const options = { capture: true, signal: AbortSignal.any([signal, over.signal]) };
  const swallow = (event: Event) => {
    over.abort();
    event.preventDefault();
    event.stopImmediatePropagation();
  };
  window.addEventListener('click', (event) => event.isTrusted && isTouching(event) && swallow(event), options);
  window.addEventListener('pointerdown', () => over.abort(), options);
  window.addEventListener('keydown', () => over.abort(), options);
}
