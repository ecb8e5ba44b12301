/** What an IntersectionObserver needs to hear of a zone around what is seen, in nested scrollers as well. */
const MARGINS = typeof IntersectionObserver === 'function' && 'scrollMargin' in IntersectionObserver.prototype;

/** A margin as good as without end; Chromium takes no more. */
export const ENDLESS = '10000000px';

/**
 * `scrollMargin` widens the viewport as it does every scroller; together with `rootMargin` the viewport would be widened
 * twice (Chromium 156: even threefold; measured). Where a browser does not know it, nested scrollers get no margin.
 */
export const zone = (margin: string): IntersectionObserverInit =>
  MARGINS ? ({ scrollMargin: margin } as IntersectionObserverInit) : { rootMargin: margin };
