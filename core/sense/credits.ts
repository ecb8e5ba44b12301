/** Credits in a text: of the music trade (“Producer: …”, “Mixed by …”) and of other trades (“Director: …”). */
import type { Candidate } from './types.ts';

/** What is credited on a record and elsewhere too: these vouch for each other only beside one that is not … */
const SHARED = new Set(['producer', 'audio-engineer', 'assistant-engineer', 'songwriter', 'composer', 'recording']);
/** … such as these. */
const OF_RECORDS = new Set([
  'additional-producer',
  'arranger',
  'lyricist',
  'mastering',
  'mastering-engineer',
  'mix-engineer',
  'mixing',
  'recording-engineer',
  'remixer',
  'vocal-producer',
]);

/** What only others credit: films, plays, games, programmes and papers. A record has its art and musical director too. */
const OF_OTHERS =
  /(?<![\w-])(?:(?<!\b(?:art|artistic|creative|music|musical|video) )directors?|screenplay|script|cinematograph(?:y|er)|director of photography|starring|cast|casting|costumes?|hosts?|presenters?|narrators?|reporters?|editors?(?:-in-chief| in chief)?|fact-check(?:er|ing)|developers?|game design(?:er)?|programmers?|product managers?)(?:\(s\))?\s?[:–—]\s|(?<![\w-])(?:directed|hosted|presented|narrated|screenplay|story|cinematography|fact-checking|developed) by /gi;

/** A line of its own that is longer is a sentence, and ends the list. UTF-16 code units. */
export const LONGEST_LINE = 120;

/** A credit in a block: where it begins, and whose it is. */
export interface Credit {
  start: number;
  /** The term of a music role; nothing when only other trades give it. */
  role: string | undefined;
  /** Given on records and hardly elsewhere. */
  sure: boolean;
}

export const isOfRecords = (term: string): boolean => OF_RECORDS.has(term);

export const isRole = ({ term }: Candidate): boolean => SHARED.has(term) || OF_RECORDS.has(term);

/** A credit of the music trade. */
export const creditOf = ({ start, term }: Candidate): Credit => ({ start, role: term, sure: OF_RECORDS.has(term) });

/** The last words of the above: a text that has none of them before a colon, a dash or “by” holds no such credit. */
const LAST_WORDS = new Set(
  (
    'director directors screenplay script cinematographer cinematography photography starring cast casting costume ' +
    'costumes host hosts presenter presenters narrator narrators reporter reporters editor editors chief checker checking ' +
    'developer developers design designer programmer programmers manager managers directed hosted presented narrated ' +
    'story developed'
  ).split(' '),
);
const ENDS = [': ', ' by ', '– ', '— '] as const;
const LONGEST_WORD = 14;
const SPACE = 32;

/** Asked of nearly every short text of a page: a few plain searches, and one word looked up where one of them hits. */
function mayCredit(text: string): boolean {
  for (const end of ENDS) {
    for (let at = text.indexOf(end); at >= 0; at = text.indexOf(end, at + end.length)) {
      let to = at;
      if (text.charCodeAt(to - 1) === SPACE) to--;
      if (text.endsWith('(s)', to)) to -= 3;
      let from = to;
      while (from > 0 && to - from < LONGEST_WORD && isLetter(text.charCodeAt(from - 1))) from--;
      if (LAST_WORDS.has(text.slice(from, to).toLowerCase())) return true;
    }
  }
  return false;
}

const isLetter = (code: number): boolean => (code >= 97 && code <= 122) || (code >= 65 && code <= 90);

/** Adds the credits of other trades in a text. */
export function addOtherCredits(text: string, credits: Credit[]): void {
  if ((credits.length === 0 && text.length > LONGEST_LINE) || !mayCredit(text)) return;
  for (const { index } of text.matchAll(OF_OTHERS)) credits.push({ start: index, role: undefined, sure: false });
}
