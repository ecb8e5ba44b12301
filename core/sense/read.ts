import type { MatchForm } from '../glossary/types.ts';
import { Finds, find } from '../matching/find.ts';
import { isAdjective } from './adjective.ts';
import { beside, isNotNoun, isWordCharacter } from './beside.ts';
import { isByDoing } from './by-a-thing.ts';
import { addOtherCredits, type Credit, creditOf, isRole, LONGEST_LINE } from './credits.ts';
import { AT } from './features.ts';
import { COUNTED, FIRST_OTHER_SCRIPT, inOtherScripts } from './language.ts';
import type { Lexicon } from './lexicon.ts';
import { listsRoles } from './role-list.ts';
import { standsIn } from './set-phrases.ts';
import { Shelf } from './shelf.ts';
import { ADJECTIVE, BY, NOUN } from './table.ts';
import type { BlockReading, Candidate } from './types.ts';

/** What a block's text holds. */
export interface Evidence {
  /** Holds, from `from` on in `size` numbers: word, start and end of each piece of evidence, in the text's order. */
  words: Int32Array;
  from: number;
  size: number;
  /** For each candidate: its place among the pieces of evidence, and the features that its own block settles. */
  details: readonly Detail[];
  /** What is credited in the text, in any order. */
  credits: readonly Credit[];
  /** Sums of how loudly the words speak for music and for other subjects, in hundredths. */
  music: number;
  other: number;
  /** Small words of English and of other languages; counted only where there is something to judge. */
  english: number;
  foreign: number;
}

interface Detail {
  at: number;
  /** Pairs of feature index and value. */
  local: number[];
}

/** The evidence of a reading that this judge made itself. */
export const evidenceOf = (reading: BlockReading): Evidence => reading.evidence as Evidence;

/** The word of a candidate, by its index in the block. */
export const wordOf = ({ words, from, details }: Evidence, index: number): number =>
  words[from + 3 * details[index]!.at]!;

/** Most blocks hold nothing: they share these. */
const NO_CREDITS: readonly Credit[] = [];
const NO_CANDIDATES: Candidate[] = [];
const NO_DETAILS: Detail[] = [];
const NOTHING: Evidence = {
  words: new Int32Array(0),
  from: 0,
  size: 0,
  details: NO_DETAILS,
  credits: NO_CREDITS,
  music: 0,
  other: 0,
  english: 0,
  foreign: 0,
};

const finds = new Finds();
const shelf = new Shelf();

/** Finds the forms and the words of evidence of one block in one pass. */
export function readBlock(lexicon: Lexicon, text: string): BlockReading {
  find(lexicon.index, text, finds, COUNTED);
  const { places } = finds;
  const plain = finds.isUneven ? inOneLine(text) : text;
  let candidates = NO_CANDIDATES;
  let details = NO_DETAILS;
  let music = 0;
  let other = 0;
  // What is no evidence is dropped: what is left moves up.
  let size = 0;
  for (let i = 0; i < finds.size; i += 3) {
    const word = places[i]!;
    const start = places[i + 1]!;
    const end = places[i + 2]!;
    if (isGlued(plain, start, end)) continue;
    const traits = lexicon.traits[word]!;
    let form: MatchForm | undefined;
    if (traits !== 0) {
      form = formAt(lexicon, word, plain, start);
      if (form ? isSaidOtherwise(lexicon, word, traits, plain, start, end) : !isSpelt(lexicon, word, plain, start))
        continue;
    }
    places[size] = word;
    places[size + 1] = start;
    places[size + 2] = end;
    const speaks = lexicon.speaks[word]!;
    if (speaks > 0) music += speaks;
    else other -= speaks;
    if (form && form.bare !== false) {
      if (candidates === NO_CANDIDATES) {
        candidates = [];
        details = [];
      }
      const { term, level } = form;
      candidates.push({ start, end, surface: text.slice(start, end), form: lexicon.index.keys[word]!, term, level });
      details.push({ at: size / 3, local: [] });
    }
    size += 3;
  }
  const { length } = text;
  if (size === 0 && length > LONGEST_LINE) return { length, candidates, evidence: NOTHING };
  let english = 0;
  let foreign = 0;
  const credits: Credit[] = [];
  if (candidates !== NO_CANDIDATES) {
    english = finds.counted;
    foreign = finds.countedSmall;
    if (finds.highest >= FIRST_OTHER_SCRIPT) foreign += inOtherScripts(text);
  }
  const lists = candidates !== NO_CANDIDATES && listsRoles(plain);
  for (let i = 0; i < candidates.length; i++) {
    const candidate = candidates[i]!;
    const { at, local } = details[i]!;
    beside(lexicon, plain, places, size, at, candidate, local);
    if (lists) local.push(AT['list of roles'], 1);
    if (isRole(candidate) && local.includes(AT['credit line'])) credits.push(creditOf(candidate));
    // “Recording engineer” is English whatever names stand around it.
    if (candidate.form.includes(' ')) english += candidate.form.split(' ').length;
  }
  addOtherCredits(plain, credits);
  if (size === 0 && credits.length === 0) return { length, candidates, evidence: NOTHING };
  const from = shelf.keep(places, size);
  return {
    length,
    candidates,
    evidence: {
      words: shelf.list,
      from,
      size,
      details,
      credits: credits.length > 0 ? credits : NO_CREDITS,
      music,
      other,
      english,
      foreign,
    } satisfies Evidence,
  };
}

/** The form that stands here; nothing when it is written otherwise than this form has to be. */
function formAt(lexicon: Lexicon, word: number, text: string, start: number): MatchForm | undefined {
  const form = lexicon.form(word);
  return form?.exact && !text.startsWith(form.exact, start) ? undefined : form;
}

/** Whether a form stands in a wording in which it is something else, or nothing of music at all. */
function isSaidOtherwise(
  lexicon: Lexicon,
  word: number,
  traits: number,
  text: string,
  start: number,
  end: number,
): boolean {
  return (
    standsIn(lexicon.never(word), text, start, end) ||
    ((traits & ADJECTIVE) !== 0 && isAdjective(text, start, end)) ||
    ((traits & BY) !== 0 && isByDoing(text, end)) ||
    ((traits & NOUN) !== 0 && isNotNoun(text, start, end))
  );
}

/** A text as it is shown: its line breaks and tabs are spaces. Offsets stay. */
const inOneLine = (text: string): string => text.replace(/[^\S ]/g, ' ');

function isSpelt({ exact }: Lexicon, word: number, text: string, start: number): boolean {
  const spelling = exact.get(word);
  return spelling === undefined || text.startsWith(spelling, start);
}

const DOT = 46;
const COLON = 58;
const codes = (signs: string): Uint8Array => {
  const table = new Uint8Array(128);
  for (const sign of signs) table[sign.charCodeAt(0)] = 1;
  return table;
};
const SLASH = 47;
const HYPHEN = 45;
/** Longest part of an address looked at before a word, in UTF-16 code units. */
const LONGEST_ADDRESS = 200;

/** After a slash or a hyphen, in a word that began as an address: `https://music.example/the-album`. */
function isInAddress(text: string, start: number): boolean {
  const before = start > 0 ? text.charCodeAt(start - 1) : 0;
  if (before !== SLASH && before !== HYPHEN) return false;
  return /(?:\w:\/\/|\bwww\.)\S*$/.test(text.slice(Math.max(0, start - LONGEST_ADDRESS), start));
}

const GLUE_BEFORE = codes('_@#$\\=.~<');
const GLUE_AFTER = codes('_@\\=(');

/** Part of an address, a file name or a line of code: `track.mp3`, `record_label`, `#release`, `score(`. */
function isGlued(text: string, start: number, end: number): boolean {
  if (start > 0 && GLUE_BEFORE[text.charCodeAt(start - 1)] === 1) return true;
  if (isInAddress(text, start)) return true;
  if (end === text.length) return false;
  const after = text.charCodeAt(end);
  if (GLUE_AFTER[after] === 1) return true;
  return (after === DOT || after === COLON) && isWordCharacter(text.charCodeAt(end + 1));
}
