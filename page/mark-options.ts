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
  return { density, markStyle, wants: (term) => !silent.has(term) && (isOwnId(term) || wanted.has(kindOf(term))), key };
}
