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

/** Texts up to this length are asked more closely, since so few words may not hold one of the ten. UTF-16 code units. */
const SHORT = 3000;
/** On a long text one musical word is chance: one is asked for in each stretch of this length … */
const STRETCH = 60_000;
/** … but no more than these in all. */
const ENOUGH = 5;

/** Words that a short text about music holds at least one of. */
const STEMS =
  /\b(?:album|song|music|vocal|lyric|guitar|djs?\b|disc jockey|midi|daws?\b|audio|sing(?:ers?|ing|s)\b|sang|rap(?:pers?|ping|ped|s)?\b|hip[ -]hop|bands?\b|orchestra|choir|opera|symphon|concert|compos|conductor|arranger|melod|chor(?:us|d)|verse|drum|snare|bass|piano|pianist|violin|tenor|hymn|jazz|techno|reverb|synth|mix(?:es|ed|ing|ers?|down|tapes?)?\b|masters?\b|master(?:ed|ing)\b|remaster|remix|soundtrack|recording|recorded|records?\b|studio|royalt|gigs?\b|playlist|streaming|hi-hat|cymbal|soul\b|reggae|riddim|film score|record label|mash-up|vinyl|mics?\b|microphone|eps?\b|lps?\b|b-sides?\b|sampl(?:es|ing|er)\b|tempo|bpm|singles\b|beats\b|a&r|producer|produced by|sound engineer|libretto|luthier|roadie|backline|foh\b|front of house|setlist|soundcheck|line array|metronome|equali|compressor|overdub|ghost ?writer|ascap|isrc|lufs|xlr|vst|eq\b)/i;

/** False when a text is not about music at all: then nothing in it is marked. */
export function mayBeMusical(text: string): boolean {
  return text.length <= SHORT ? STEMS.test(text) : holds(text, Math.min(ENOUGH, 1 + Math.floor(text.length / STRETCH)));
}

/**
 * Whether a fragment, added to a page that so far has nothing musical, names music: one of the ten words at least. For
 * changes while the page is left alone; asks nothing of the fragment's length.
 */
export const namesMusic = (fragment: string): boolean => holds(fragment, 1);

function holds(text: string, wanted: number): boolean {
  let missing = wanted;
  for (const [needle, left, right] of ANCHORS) {
    for (let at = text.indexOf(needle); at >= 0; at = text.indexOf(needle, at + needle.length)) {
      const end = at + needle.length;
      const isIt = left.test(text.slice(Math.max(0, at - 4), at)) && right.test(text.slice(end, end + 6));
      if (isIt && --missing === 0) return true;
    }
  }
  return false;
}
