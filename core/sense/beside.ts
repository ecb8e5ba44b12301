/** What stands right beside a candidate in its own block: the features that need no other block to be known. */
import { thingAfter } from './by-a-thing.ts';
import { AT } from './features.ts';
import type { Lexicon } from './lexicon.ts';
import { object } from './object.ts';
import { standsIn } from './set-phrases.ts';
import type { Candidate } from './types.ts';

const SPACE = 32;
const HYPHEN = 45;
const COLON = 58;

/**
 * Adds pairs of feature index and value to `local`.
 * @param words word, start and end of each piece of evidence in the text, in `size` numbers.
 * @param at the candidate's own place among them.
 */
export function beside(
  lexicon: Lexicon,
  text: string,
  words: Int32Array,
  size: number,
  at: number,
  candidate: Candidate,
  local: number[],
): void {
  neighbours(lexicon, text, words, size, at, local);
  names(text, words, at, candidate, local);
  grammar(text, candidate, local);
  object(lexicon, text, words, size, at, candidate, local);
  if (standsIn(lexicon.always(words[3 * at]!), text, candidate.start, candidate.end))
    local.push(AT['settling phrase'], 1);
  if (isCredit(text, candidate)) local.push(AT['credit line'], 1);
}

/** A letter or digit of ASCII, or `_`; `NaN` past the end of a text is none. */
export const isWordCharacter = (code: number): boolean =>
  (code >= 97 && code <= 122) || (code >= 65 && code <= 90) || (code >= 48 && code <= 57) || code === 95;

/** What may stand between two words of a list, and how long the longest is. */
const JOINT = /^(?:,? (?:and|or|&|and\/or) (?:an? |the )?|, (?:an? )?|\/| \/ | & |-)$/;
const LONGEST_JOINT = 9;

/** What stands directly beside the candidate, and what it is joined to in a list. */
function neighbours(
  { speaks }: Lexicon,
  text: string,
  words: Int32Array,
  size: number,
  at: number,
  local: number[],
): void {
  let modifies = 0;
  let joined = 0;
  for (const step of [-1, 1]) {
    for (let here = at, next = at + step, far = 0; next >= 0 && 3 * next < size && far < 4; far++) {
      const from = words[3 * Math.min(here, next) + 2]!;
      const to = words[3 * Math.max(here, next) + 1]!;
      if (to - from > LONGEST_JOINT) break;
      const sign = to - from === 1 ? text.charCodeAt(from) : 0;
      if (here === at && (sign === SPACE || sign === HYPHEN)) modifies += speaks[words[3 * next]!]!;
      else if (sign === HYPHEN || (sign !== SPACE && JOINT.test(text.slice(from, to))))
        joined += speaks[words[3 * next]!]!;
      else if (sign !== SPACE) break;
      here = next;
      next += step;
    }
  }
  modifies /= 100;
  joined /= 100;
  if (modifies > 0) local.push(AT['music modifies'], Math.min(modifies, 2.5));
  if (modifies < 0) local.push(AT['other modifies'], Math.min(-modifies, 2.5));
  if (joined > 0) local.push(AT['music joined'], Math.min(joined, 4));
  if (joined < 0) local.push(AT['other joined'], Math.min(-joined, 4));
}

/** How much a name weighs that is nothing else. */
const SURELY = 1.5;

const isCapital = (code: number): boolean => code >= 65 && code <= 90;

/** Capitals in the middle of a sentence beside capitals: part of a name, not the word itself. */
function names(text: string, words: Int32Array, at: number, { start, end, surface }: Candidate, local: number[]): void {
  const isTied = text.charCodeAt(end) === HYPHEN && isWordCharacter(text.charCodeAt(end + 1));
  if (isTied || (start > 0 && text.charCodeAt(start - 1) === HYPHEN)) local.push(AT.hyphenated, 1);
  if (!isCapital(surface.charCodeAt(0)) || /^[A-Z0-9&]+s?$/.test(surface)) return;
  const before = text.slice(Math.max(0, start - 30), start);
  const after = text.slice(end, end + 30);
  if (/[A-Z][\w'’.]*,? $/.test(before) && !/(?<!\b(?:[A-Z]|[DM]rs?|Ms|St))[.!?:] $/.test(before)) {
    // “Sound Engineer” may head a page; a word that says nothing is somebody's first name.
    const isSaid = at > 0 && words[3 * at - 1]! >= start - 2;
    local.push(AT['name before'], isSaid ? 1 : SURELY);
  } else if (/(?:^|[.!?:”"] )$/.test(before) && isNameElsewhere(text, surface)) local.push(AT['name before'], SURELY);
  if (/[\w,;’'")] $/.test(before) && /^ (?:of (?:the )?)?[A-Z]/.test(after)) local.push(AT['name after'], 1);
}

/** “Steve Masters is … Masters has …”: a name that begins a sentence is told by its place in another. */
function isNameElsewhere(text: string, surface: string): boolean {
  for (let at = text.indexOf(surface); at >= 0; at = text.indexOf(surface, at + surface.length)) {
    if (isWordCharacter(text.charCodeAt(at + surface.length))) continue;
    const given = /(?:^|[^\w])([A-Z][a-z]+|[A-Z]\.) $/.exec(text.slice(Math.max(0, at - 20), at))?.[1];
    if (
      given !== undefined &&
      !/^(?:The|A|An|This|That|His|Her|Their|Its|Our|My|Your|No|Each|Every|In|On|At|As|And|But|Best)$/.test(given)
    )
      return true;
  }
  return false;
}

const VERB_BEFORE = words(
  'to not never will would can could may might must should shall do does did we you i they who he she it help helps helped let lets cannot please',
);
const OBJECT_AFTER = words(
  'the a an his her its their your my our this these those some any each every all how what whether which up down out them him it us me',
);
const COUNTED = words(
  'first second third fourth fifth sixth final last next new latest debut only lead title two three four five six seven eight nine ten several many few his her their my our your its',
);

function words(list: string): Set<string> {
  return new Set(list.split(' '));
}

/** Longest word looked at beside a candidate, with the space between, in UTF-16 code units. */
const LONGEST_WORD = 24;

const isOfWord = (code: number): boolean => isWordCharacter(code) || code === 39 || code === 0x2019;

/** What the words before and after make of the candidate: a verb, the owner of something, a mere modifier. */
function grammar(text: string, { start, end, surface }: Candidate, local: number[]): void {
  if (start > 1 && text.charCodeAt(start - 1) === SPACE) {
    const before = wordBefore(text, start);
    // “Recently released” is no less of music for it.
    if (isVerb(text, start) && !surface.endsWith('ed')) local.push(AT['verb before'], 1);
    if (COUNTED.has(before) || before.endsWith("'s") || before.endsWith('’s')) local.push(AT.counted, 1);
  }
  if (text.charCodeAt(end) !== SPACE) return;
  let to = end + 1;
  while (to - end < LONGEST_WORD && isOfWord(text.charCodeAt(to))) to++;
  const after = text.slice(end + 1, to);
  if (after === '') return;
  if (isByEnding(text, start, end)) local.push(AT['by a thing'], thingAfter(after));
  if (after === 'of') local.push(AT['of after'], 1);
  else if (OBJECT_AFTER.has(after)) local.push(AT['object after'], 1);
}

/** Words in -ly that are no adverbs of a verb. */
const NOT_ADVERBS = words('only early daily weekly monthly yearly family lovely friendly lonely');

/** What one notes or labels; a noun is hardly ever followed by these. */
const ITS_OBJECT = /^ (?:the|an?|any|all|each|every|this|these|those|his|her|their|your|its|our|how|whether)(?![\w'’])/;

/** “Critics note that …”: several of something do it. */
const MANY = /[a-z]{3}[^su'’]s $/;

/** Whether the form between these places, which is a noun in music, is said of doing: “note the date”, “to scale”. */
export const isNotNoun = (text: string, start: number, end: number): boolean => {
  if (isVerb(text, start) || isRemark(text, start, end)) return true;
  const after = text.slice(end, end + 9);
  if (ITS_OBJECT.test(after)) return true;
  if (!/^ that /.test(after)) return false;
  const before = text.slice(Math.max(0, start - 6), start);
  return !/[\w'’] $/.test(before) || (MANY.test(before) && text[end - 1] !== 's');
};

/** “Note: …”: what follows is a remark. */
const isRemark = (text: string, start: number, end: number): boolean =>
  text.charCodeAt(end) === COLON && /^notes?$/i.test(text.slice(start, end));

/** Whether a form that begins here is said of doing: “to note”, “does not cover”, “gradually scale”. */
function isVerb(text: string, start: number): boolean {
  if (text.charCodeAt(start - 1) !== SPACE) return false;
  const before = wordBefore(text, start);
  return VERB_BEFORE.has(before) || /n['’]t$/.test(before) || (before.endsWith('ly') && !NOT_ADVERBS.has(before));
}

/** The word right before a place and its space, in small letters; empty when there is none. */
function wordBefore(text: string, place: number): string {
  let from = place - 1;
  while (from > 0 && place - from < LONGEST_WORD && isOfWord(text.charCodeAt(from - 1))) from--;
  return text.slice(Math.max(0, from), Math.max(0, place - 1)).toLowerCase();
}

const isByEnding = (text: string, start: number, end: number): boolean =>
  end - start > 3 && / by$/i.test(text.slice(end - 3, end));

/** `Produced by …`, `Producer: …`: what a credit looks like. A number after it makes it a setting: `mix: 0.5`. */
function isCredit(text: string, { start, end }: Candidate): boolean {
  if (isByEnding(text, start, end)) return true;
  const after = text.charCodeAt(end);
  return (after < 65 || after > 122) && /^(?:\(s\))?\s?[:–—]\s(?![\d.-])/.test(text.slice(end, end + 8));
}
