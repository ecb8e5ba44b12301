/** Escape, while a card is open: taken once, with its repeats and its release, so that nothing else closes too. */

/** Calls `dismiss` at the next plain Escape; ends with the signal. The swallowing of the release outlives it. */
export function takeEscape(view: Window, signal: AbortSignal, dismiss: () => void): void {
  view.addEventListener(
    'keydown',
    (event) => {
      if (event.key !== 'Escape' || !event.isTrusted || event.isComposing) return;
      if (event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return;
      swallow(event);
      swallowRest(view);
      dismiss();
    },
    { capture: true, signal },
  );
}

function swallow(event: Event): void {
  event.preventDefault();
  event.stopImmediatePropagation();
}

function swallowRest(view: Window): void {
  const over = new AbortController();
  const options = { capture: true, signal: over.signal };
  view.addEventListener(
    'keydown',
    (event) => {
      if (event.key === 'Escape' && event.repeat) swallow(event);
      else over.abort();
    },
    options,
  );
  view.addEventListener(
    'keyup',
    (event) => {
      if (event.key === 'Escape') swallow(event);
      over.abort();
    },
    options,
  );
  view.addEventListener('blur', () => over.abort(), options);
}
