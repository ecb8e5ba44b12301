/** A list of sites as people keep it: one a line, or several with commas between, with remarks after `#`. */
import { LARGEST_FILE } from './largest-file.ts';
import { siteFromText } from './site.ts';

/** The longest list that is taken. */
const MOST_SITES = 20_000;

export type SiteListRefusal =
  | { reason: 'too-large' | 'too-many' | 'empty' }
  /** `line` counts from 1; `text` is what stands there. */
  | { reason: 'no-site'; line: number; text: string };

/** Every site of the list, each once, or the first reason to take none of it. */
export function parseSiteList(text: string): { sites: string[] } | { refusal: SiteListRefusal } {
  if (text.length > LARGEST_FILE) return { refusal: { reason: 'too-large' } };
  const sites = new Set<string>();
  const lines = text.replace(/^\uFEFF/, '').split(/\r\n|\r|\n/);
  for (const [index, line] of lines.entries()) {
    for (const name of line
      .replace(/(?:^|\s)#.*$/, '')
      .split(',')
      .map((part) => part.trim())
      // Words without commas are prose, or a hosts file, and refused.
      .filter(Boolean)) {
      const site = siteFromText(name);
      if (site === null) return { refusal: { reason: 'no-site', line: index + 1, text: name.slice(0, 60) } };
      sites.add(site);
      if (sites.size > MOST_SITES) return { refusal: { reason: 'too-many' } };
    }
  }
  return sites.size ? { sites: [...sites] } : { refusal: { reason: 'empty' } };
}

/** The list as text: the sites that are switched one way, in order. */
export const writeSiteList = (sites: readonly string[]): string => [...sites].sort().join('\n').concat('\n');
