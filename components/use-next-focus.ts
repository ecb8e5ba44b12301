import type { RefObject } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';

/**
 * Where a control goes away with what it did, gives the focus to the first one that stands in the place instead: a
 * reader at the keyboard goes on from there.
 *
 * @returns what to tell of each press.
 */
export function useNextFocus(place: RefObject<HTMLElement | null>): (event: Event) => void {
  const pressed = useRef<Element | null>(null);
  useLayoutEffect(() => {
    if (!pressed.current || pressed.current.isConnected) return;
    pressed.current = null;
    if (document.activeElement === document.body) {
      place.current?.querySelector<HTMLElement>('button, summary, a')?.focus({ preventScroll: true });
    }
  });
  return ({ target }) => {
    pressed.current = (target as Element).closest('button');
  };
}
