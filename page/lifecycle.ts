/** When we may act in this document, and when our time is over. */

/**
 * Resolves at once, or, in a page loaded ahead that nobody has opened yet, when it is opened.
 * @returns whether the page was loaded ahead.
 */
export function whenOpened(document: Document): Promise<boolean> {
  // An image named `prerendering` answers for it in Firefox.
  if ((document as { prerendering?: unknown }).prerendering !== true) return Promise.resolve(false);
  return new Promise((resolve) => {
    document.addEventListener('prerenderingchange', () => resolve(true), { once: true });
  });
}

/** Calls back each time the page comes back from the back/forward cache. */
export function onReturn(back: () => void, signal: AbortSignal): void {
  window.addEventListener('pageshow', ({ persisted }) => persisted && back(), { signal });
}

/**
 * False when the extension has been updated, reloaded or removed and this script lives on without its APIs.
 * @param id reads `runtime.id`, which is undefined then, or throws.
 */
export function isAlive(id: () => string | undefined): boolean {
  try {
    return id() !== undefined;
  } catch {
    return false;
  }
}
