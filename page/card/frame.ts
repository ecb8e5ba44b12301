/** A keyboard command goes to every frame of a tab; one of them must take it. */
import { focused } from './focus.ts';

/**
 * Whether this frame is the one for keyboard commands: the frame that has focus, and the top one unless a frame inside
 * it has focus (the browser's own address bar may hold the keyboard while the reader presses the shortcut).
 */
export function hasKeyboard(view: Window): boolean {
  const active = focused(view.document);
  if (active instanceof HTMLIFrameElement || active instanceof HTMLFrameElement) return false;
  return view.parent === view || view.document.hasFocus();
}
