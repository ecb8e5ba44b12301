import { useEffect, useState } from 'preact/hooks';
import browser from 'webextension-polyfill';
import { readStored } from '../../core/settings/storage.ts';
import type { OwnTerm } from '../../core/settings/types.ts';

/** The reader's own terms, kept true while other windows change them; `null` until they have been read. */
export function useOwnTerms(): OwnTerm[] | null {
  const [own, setOwn] = useState<OwnTerm[] | null>(null);
  useEffect(() => {
    const read = () => void readStored(browser.storage).then(({ settings }) => setOwn(settings.ownTerms));
    read();
    browser.storage.onChanged.addListener(read);
    return () => browser.storage.onChanged.removeListener(read);
  }, []);
  return own;
}
