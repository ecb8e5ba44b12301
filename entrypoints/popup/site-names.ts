/** Sites as people write them. What turns punycode into letters is loaded only for a site that has some. */
import { useEffect, useState } from 'preact/hooks';

type NameOf = (site: string) => string;
const asItIs: NameOf = (site) => site;
let readable = asItIs;

/** Settles once the name of a site, or that of a page's address, can be written; never rejects. */
export async function loadNames(site = ''): Promise<void> {
  if (!site.includes('xn--')) return;
  try {
    readable = (await import('../../core/settings/site-name.ts')).readableSite;
  } catch {
    // It stays as it is.
  }
}

/** What the site in front of the reader, and the domains above it, are called. */
export function useSiteNames(site: string | undefined): NameOf {
  const [nameOf, setNameOf] = useState(() => readable);
  useEffect(() => void loadNames(site).then(() => setNameOf(() => readable)), [site]);
  return nameOf;
}
