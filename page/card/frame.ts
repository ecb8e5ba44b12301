/** A keyboard command goes to every frame of a tab; one of them must take it. */

/**
 * Whether this frame is the one for keyboard commands: the frame that has focus, and the top one unless a frame inside
 * it has focus (the browser's own address bar may hold the keyboard while the reader presses the shortcut).
 */
export function hasKeyboard(view: Window): boolean {
  const { activeElement } = view.document;
  if (activeElement instanceof HTMLIFrameElement || activeElement instanceof HTMLFrameElement) return false;
  return view.parent === view || view.document.hasFocus();
}
