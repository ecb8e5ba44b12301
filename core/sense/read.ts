import { Finds, find } from '../matching/find.ts';
import { isAdjective } from './adjective.ts';
import { beside, isNotNoun, isWordCharacter } from './beside.ts';
import { isByDoing } from './by-a-thing.ts';
import { addOtherCredits, type Credit, creditOf, isRole } from './credits.ts';
import { AT } from './features.ts';
import { COUNTED, FIRST_OTHER_SCRIPT, inOtherScripts } from './language.ts';
import { FOREIGN, type Lexicon } from './lexicon.ts';
import { standsIn } from './set-phrases.ts';
import type { BlockReading, Candidate } from './types.ts';

/** What a block's text holds. */
export interface Evidence {
  /** Word, start and end of each piece of evidence, one after the other, in the text's order. */
  words: number[];
  /** For each candidate: its place among the pieces of evidence, and the features that its own block settles. */
  details: Detail[];
  /** What is credited in the text, in any order. */
  credits: Credit[];
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

/** Most blocks hold nothing: they share these. */
const NOTHING: Evidence = { words: [], details: [], credits: [], music: 0, other: 0, english: 0, foreign: 0 };
const NO_CANDIDATES: Candidate[] = [];

const finds = new Finds();

/** Finds the forms and the words of evidence of one block in one pass. */
export function readBlock(lexicon: Lexicon, text: string): BlockReading {
  find(lexicon.index, text, finds);
  const { places, size } = finds;
  const words: number[] = [];
  const plain = size > 0 ? inOneLine(text) : text;
  let candidates = NO_CANDIDATES;
  let details: Detail[] = NOTHING.details;
  let music = 0;
  let other = 0;
  let english = 0;
  let foreign = 0;
  for (let i = 0; i < size; i += 3) {
    const word = places[i]!;
    const start = places[i + 1]!;
    const language = lexicon.language[word]!;
    if (language !== 0 && start < COUNTED) {
      if (language !== FOREIGN) english++;
      else if (isSmall(text.charCodeAt(start))) foreign++;
    }
    if (lexicon.says[word] === 0) continue;
    const end = places[i + 2]!;
    const form = lexicon.forms[word];
    const isForm = form !== undefined && (!form.exact || text.startsWith(form.exact, start));
    if (!isForm && !isSpelt(lexicon, word, text, start)) continue;
    if (isGlued(text, start, end)) continue;
    if (isForm && standsIn(lexicon.never(word), text, start, end)) continue;
    if (isForm) {
      const key = lexicon.index.keys[word]!;
      if (lexicon.adjectives.has(key) && isAdjective(plain, start, end)) continue;
      if (key.endsWith(' by') && isByDoing(plain, end)) continue;
      if (lexicon.nouns.has(key) && isNotNoun(plain, start, end)) continue;
    }
    words.push(word, start, end);
    const speaks = lexicon.speaks[word]!;
    if (speaks > 0) music += speaks;
    else other -= speaks;
    if (!isForm || form.bare === false) continue;
    if (candidates === NO_CANDIDATES) {
      candidates = [];
      details = [];
    }
    const key = lexicon.index.keys[word]!;
    candidates.push({ start, end, surface: text.slice(start, end), form: key, term: form.term, level: form.level });
    details.push({ at: words.length / 3 - 1, local: [] });
  }
  const credits: Credit[] = [];
  if (candidates === NO_CANDIDATES) english = foreign = 0;
  else if (finds.highest >= FIRST_OTHER_SCRIPT) foreign += inOtherScripts(text);
  for (let i = 0; i < candidates.length; i++) {
    const candidate = candidates[i]!;
    const { at, local } = details[i]!;
    beside(lexicon, plain, words, at, candidate, local);
    if (isRole(candidate) && details[i]!.local.includes(AT['credit line'])) credits.push(creditOf(candidate));
    // “Recording engineer” is English whatever names stand around it.
    if (candidate.form.includes(' ')) english += candidate.form.split(' ').length;
  }
  addOtherCredits(plain, credits);
  if (words.length === 0 && credits.length === 0) return { length: text.length, candidates, evidence: NOTHING };
  const evidence: Evidence = { words, details, credits, music, other, english, foreign };
  return { length: text.length, candidates, evidence };
}

/** A text as it is shown: its line breaks and tabs are spaces. Offsets stay. */
const inOneLine = (text: string): string => (/[^\S ]/.test(text) ? text.replace(/[^\S ]/g, ' ') : text);

const isSmall = (code: number): boolean => !(code >= 65 && code <= 90);

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
