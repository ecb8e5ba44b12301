import { useEffect, useState } from 'preact/hooks';
import browser from 'webextension-polyfill';
import type { OwnTerm } from '../../core/settings/types.ts';
import { watchAll } from '../../core/settings/watch-all.ts';

/** The reader's own terms, kept true while other windows change them; `null` until they have been read. */
export function useOwnTerms(): OwnTerm[] | null {
  const [own, setOwn] = useState<OwnTerm[] | null>(null);
  useEffect(() => {
    const ending = new AbortController();
    // Whatever else has changed, the same terms are the same list: all that is searched hangs on it.
    const keep = (now: OwnTerm[]) => setOwn((known) => (JSON.stringify(known) === JSON.stringify(now) ? known : now));
    watchAll(browser.storage, ({ settings }) => keep(settings.ownTerms), ending.signal);
    return () => ending.abort();
  }, []);
  return own;
}
