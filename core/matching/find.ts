import { normalise } from './normalise.ts';
import { isForeignLetter } from './pattern.ts';

/**
 * Calls `visit` for every occurrence, left to right, none overlapping: at each place the longest form wins.
 * Offsets are UTF-16 code units.
 * @param pattern a RegExp of `patternSource` with the flags `gi`.
 * @param lookUp what is known of a spelling as written on the page; `undefined` skips the occurrence.
 */
export function find<Entry>(
  pattern: RegExp,
  text: string,
  lookUp: (surface: string) => Entry | undefined,
  visit: (entry: Entry, start: number, end: number) => void,
): void {
  pattern.lastIndex = 0;
  for (let match = pattern.exec(text); match; match = pattern.exec(text)) {
    const [surface] = match;
    const start = match.index;
    if (start > 0 && isForeignLetter(text, start - 1)) {
      pattern.lastIndex = start + 1;
      continue;
    }
    const entry = lookUp(surface);
    if (entry !== undefined) visit(entry, start, start + surface.length);
  }
}

/**
 * Looks a surface up among entries filed by normalised spelling: as written, then with hyphens taken for spaces.
 * Pages repeat the same few spellings, so each one is worked out once.
 */
export function fileOf<Entry>(entries: ReadonlyMap<string, Entry>): (surface: string) => Entry | undefined {
  const known = new Map<string, Entry | undefined>();
  return (surface) => {
    if (known.has(surface)) return known.get(surface);
    const key = normalise(surface);
    const entry = entries.get(key) ?? (key.includes('-') ? bySpaces(entries, key) : undefined);
    if (known.size < 4096) known.set(surface, entry);
    return entry;
  };
}

/** Tries every way of taking some of the hyphens for spaces (`front-of-house lo-fi` style mixtures). */
function bySpaces<Entry>(entries: ReadonlyMap<string, Entry>, key: string): Entry | undefined {
  const pieces = key.split('-');
  const gaps = pieces.length - 1;
  for (let mask = 0; mask < 1 << Math.min(gaps, 4); mask++) {
    const entry = entries.get(pieces.reduce((left, right, i) => `${left}${mask & (1 << (i - 1)) ? '-' : ' '}${right}`));
    if (entry !== undefined) return entry;
  }
  return undefined;
}
