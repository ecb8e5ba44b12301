/**
 * The gate: is there anything musical in a text at all? It is asked of every page the reader opens, so it must cost
 * less than walking the page. A pattern over the glossary's forms looks at every character (5 ns each, measured); a
 * search for a plain string skips from one first letter to the next (0.02 to 0.35 ns each, the rarer the letter the
 * less). So it searches for the middle of ten words without one of which a text of some length is hardly about music,
 * and checks each place found.
 */

/** What to search for, and how what is found must go on to the left and to the right. */
const ANCHORS: readonly (readonly [string, RegExp, RegExp])[] = [
  ['bum', /\bal$/i, /^s?(?!\w)/],
  ['DJ', /(?:^|\W)$/, /^s?(?!\w)/],
  ['MIDI', /(?:^|\W)$/, /^(?!\w)/],
  ['DAW', /(?:^|\W)$/, /^s?(?!\w)/],
  ['vocal', /(?:^|\W)$/, /^(?:s|ist|ists)?(?!\w)/],
  ['yric', /\bl$/i, /^/],
  ['guitar', /(?:^|\W)$/, /^/],
  ['usic', /\bm$/i, /^(?:al|ally|ian|ians)?(?!\w)/],
  ['song', /(?:^|\W)$/, /^/],
  ['audio', /(?:^|[^\w/])$/, /^ \w/],
];

/** Texts up to this length are read in any case: that costs no more than asking. UTF-16 code units. */
const SHORT = 3000;
/** On a long text one musical word is chance: one is asked for in each stretch of this length … */
const STRETCH = 60_000;
/** … but no more than these in all. */
const ENOUGH = 5;

/** False when a text is not about music at all: then nothing in it is marked. */
export function mayBeMusical(text: string): boolean {
  if (text.length <= SHORT) return true;
  let wanted = Math.min(ENOUGH, 1 + Math.floor(text.length / STRETCH));
  for (const [needle, left, right] of ANCHORS) {
    for (let at = text.indexOf(needle); at >= 0; at = text.indexOf(needle, at + needle.length)) {
      const isIt =
        left.test(text.slice(Math.max(0, at - 4), at)) &&
        right.test(text.slice(at + needle.length, at + needle.length + 6));
      if (isIt && --wanted === 0) return true;
    }
  }
  return false;
}
