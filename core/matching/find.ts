import { type FormIndex, ROOT } from './form-index.ts';
import { HYPHEN, isWordCode, SPACE, UNKNOWN } from './symbols.ts';

/**
 * Calls `visit` for every occurrence, left to right, none overlapping: at each place the longest form wins.
 * Offsets are UTF-16 code units. Forms stand between word edges, in any capitals. A space in a form also matches a run
 * of white space or one hyphen; a hyphen matches hyphens only.
 */
export function find<Entry>(
  index: FormIndex<Entry>,
  text: string,
  visit: (entry: Entry, start: number, end: number) => void,
): void {
  const { alphabet } = index;
  let best: Entry | undefined;
  let bestEnd = 0;

  /** Follows the text from a place as far as some form goes; leaves the longest one that ends at a word edge in `best`. */
  const follow = (from: number, start: number): void => {
    let node = from;
    for (let at = start; ; ) {
      const entry = index.at(node);
      if (entry !== undefined && at >= bestEnd && !(at < text.length && isWordCode(text.charCodeAt(at)))) {
        best = entry;
        bestEnd = at;
      }
      if (at === text.length) return;
      const symbol = alphabet.of(text.charCodeAt(at));
      if (symbol === UNKNOWN) return;
      at += 1;
      if (symbol === SPACE) {
        while (at < text.length && alphabet.of(text.charCodeAt(at)) === SPACE) at += 1;
      } else if (symbol === HYPHEN) {
        const asSpace = index.step(node, SPACE);
        // Two ways to go on: the one with the hyphen is followed last, so that it wins at equal length.
        if (asSpace !== 0) follow(asSpace, at);
      }
      node = index.step(node, symbol);
      if (node === 0) return;
    }
  };

  for (let at = 0; at < text.length; ) {
    if (!isWordCode(text.charCodeAt(at))) {
      at += 1;
      continue;
    }
    best = undefined;
    bestEnd = at;
    follow(ROOT, at);
    if (best !== undefined) {
      visit(best, at, bestEnd);
      at = bestEnd;
    } else {
      while (at < text.length && isWordCode(text.charCodeAt(at))) at += 1;
    }
  }
}
