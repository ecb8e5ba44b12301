import { isDeceptive } from './deceptive-names.ts';
import { fromPunycode } from './punycode.ts';
import { siteFromText } from './site.ts';

/**
 * A site as people write it: `xn--bcher-kva.example` → `bücher.example`. What is no sound punycode stays as it is, and so
 * does a name that could be taken for another one.
 */
export function readableSite(site: string): string {
  if (!site.includes('xn--')) return site;
  const labels = site.split('.').map((label) => (label.startsWith('xn--') ? fromPunycode(label.slice(4)) : label));
  const readable = labels.join('.');
  return siteFromText(readable) === site && !isDeceptive(labels) ? readable : site;
}
