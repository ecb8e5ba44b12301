/**
 * The gate: is there anything musical in a text at all? It is asked of every page the reader opens, so it must cost
 * less than walking the page. A pattern over the glossary's forms looks at every character (5 ns each, measured); a
 * search for a plain string skips from one first letter to the next (0.02 to 0.35 ns each, the rarer the letter the
 * less). So it searches for the middle of ten words without one of which a text of some length is hardly about music,
 * and checks each place found.
 */

/**
 * What to search for, and how what is found must go on to the left and to the right. The text of two blocks may stand
 * side by side without white space (`Line 999Music`, `the albumThe next`): a capital after a small letter is a beginning.
 */
const ANCHORS: readonly (readonly [string, RegExp, RegExp])[] = [
  ['bum', /(?:\b[Aa]l|[a-z\d]Al)$/, /^s?(?![a-z\d_])/],
  ['DJ', /(?:^|\W|[a-z])$/, /^s?(?![a-z\d_])/],
  ['MIDI', /(?:^|\W|[a-z])$/, /^(?![a-z\d_])/],
  ['DAW', /(?:^|\W|[a-z])$/, /^s?(?![a-z\d_])/],
  ['vocal', /(?:^|\W)$/, /^(?:s|ist|ists)?(?![a-z\d_])/],
  ['yric', /(?:\b[Ll]|[a-z\d]L)$/, /^/],
  ['guitar', /(?:^|\W)$/, /^/],
  ['usic', /(?:\b[Mm]|[a-z\d]M)$/, /^(?:al|ally|ian|ians)?(?![a-z\d_])/],
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
  const gate = gateInPieces();
  return gate.add(text) || gate.end();
}

/** What a block adds to the whole page's answer, for whoever keeps sums over the blocks of a page. */
export interface Named {
  /** How many of the ten words it holds; no more than ever count. */
  named: number;
  /** 1 when it would pass as a short text of its own. */
  stems: number;
}

/** Counts what a block names. */
export const namedIn = (text: string): Named => ({
  named: count(text, 0, text.length, ENOUGH),
  stems: text.length <= SHORT && STEMS.test(text) ? 1 : 0,
});

/** The gate's answer about a text of some length (UTF-16 code units) that holds so much. */
export const isMusical = (length: number, { named, stems }: Named): boolean =>
  length <= SHORT ? stems > 0 : named >= Math.min(ENOUGH, 1 + Math.floor(length / STRETCH));

/** The gate over a text that is given piece by piece, so that a long one can be asked for in slices. */
export interface PiecewiseGate {
  /** Takes the next piece; true as soon as the whole is musical, whatever follows. */
  add(piece: string): boolean;
  /** Whether the whole, now at its end, is musical. */
  end(): boolean;
}

/** Code units at the end of a piece that are looked at with the next one: the longest needle and what follows it … */
const AHEAD = 12;
/** … and those in front of a needle that decide as well. */
const BEHIND = 4;

/** Answers as `mayBeMusical` does about all the pieces joined. */
export function gateInPieces(): PiecewiseGate {
  let length = 0;
  let found = 0;
  /** The beginning, as long as the whole may still be short. */
  let short = '';
  /** What was looked at too little: its first `BEHIND` code units are there for what stands before a needle. */
  let rest = '';
  let from = 0;
  return {
    add(piece) {
      length += piece.length;
      if (length <= SHORT) short += piece;
      const text = rest + piece;
      const to = text.length - AHEAD;
      if (to <= from) rest = text;
      else {
        found += count(text, from, to, ENOUGH - found);
        rest = text.slice(Math.max(0, to - BEHIND));
        from = Math.min(to, BEHIND);
      }
      return length > SHORT && found >= ENOUGH;
    },
    end() {
      // To compile the pattern takes most of a millisecond: frames without any text are many.
      if (length <= SHORT) return short.trim() !== '' && STEMS.test(short);
      found += count(rest, from, rest.length, ENOUGH - found);
      return isMusical(length, { named: found, stems: 0 });
    },
  };
}

/** How many of the ten words begin their needle at `from` or later and before `to`; no more than `most`. */
function count(text: string, from: number, to: number, most: number): number {
  let found = 0;
  if (most <= 0) return 0;
  for (const [needle, left, right] of ANCHORS) {
    for (let at = text.indexOf(needle, from); at >= 0 && at < to; at = text.indexOf(needle, at + needle.length)) {
      const end = at + needle.length;
      const isIt = left.test(text.slice(Math.max(0, at - BEHIND), at)) && right.test(text.slice(end, end + 6));
      if (isIt && ++found === most) return found;
    }
  }
  return found;
}
