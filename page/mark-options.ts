import { KINDS } from '../core/glossary/kinds.ts';
import { notMusicOn } from '../core/settings/decide.ts';
import { isOwnId } from '../core/settings/own-terms.ts';
import type { Settings } from '../core/settings/types.ts';
import type { MarkOptions } from './types.ts';

/**
 * How the page at a URL is to be marked.
 * @param kindOf kind of a term, as the settings name kinds.
 * @returns `key`: alike for options that mark alike.
 */
export function markOptions(
  settings: Settings,
  url: string,
  kindOf: (term: string) => string,
): MarkOptions & { key: string } {
  const { density, markStyle, kinds, mutedTerms } = settings.preferences;
  const silent = new Set([...mutedTerms, ...notMusicOn(url, settings)]);
  const wanted = new Set<string>(kinds);
  const key = JSON.stringify([density, markStyle, [...wanted].sort(), [...silent].sort()]);
  // To ask a term's kind unpacks the card's table, four milliseconds in a fresh document: not where every kind is wanted.
  const wantsAll = KINDS.every((kind) => wanted.has(kind));
  const wants = (term: string) => !silent.has(term) && (wantsAll || isOwnId(term) || wanted.has(kindOf(term)));
  return { density, markStyle, wants, key };
}
