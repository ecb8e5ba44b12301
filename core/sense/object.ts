/** “Released several albums”, “produces a warm tone”: what a verb is done to tells which verb it is. */
import { AT } from './features.ts';
import type { Lexicon } from './lexicon.ts';
import type { Candidate } from './types.ts';

/** Words that end the object of a verb. */
const ENDS = new Set(
  (
    'by in into for with without and or but at from on onto to until till since before after during when while where ' +
    'about which who whom that as than if because so is are was were be has have had will would can could may might then not'
  ).split(' '),
);
/** Between a thing and what was done to it: “a sound that is produced”. */
const JOINS = new Set(
  'is are was were be been being have has had gets got that which thus first also only never newly originally'.split(
    ' ',
  ),
);

/** How many words an object has at most, and how long the longest is in UTF-16 code units. */
const MOST_WORDS = 6;
const LONGEST_WORD = 24;
const SPACE = 32;
const COMMA = 44;

/** “Reviews of the film were mixed”: what it is all about stands before. */
const HEAD = /([a-z]+) (?:of|for|to) (?:(?:the|an?|his|her|their|its|this) )?$/i;
const HEAD_LENGTH = 32;

/** From so loudly on a word of evidence is a thing of music: plain words and the forms of level 2, in hundredths. */
const LOUD = 60;

const isLetter = (code: number): boolean =>
  (code >= 97 && code <= 122) || (code >= 65 && code <= 90) || code === 45 || code === 39 || code === 0x2019;

/** Sets what the candidate, a verb in one of its senses, is done to. */
export function object(
  { speaks, objects }: Lexicon,
  text: string,
  words: Int32Array,
  size: number,
  at: number,
  { start, end, form }: Candidate,
  local: number[],
): void {
  const others = objects(form);
  if (!others) return;
  const isOther = (word: string) => others.has(word) || (word.endsWith('s') && others.has(word.slice(0, -1)));
  let side = 0;
  let next = at + 1;
  let place = end;
  for (let count = 0; count < MOST_WORDS; count++) {
    // “A thin, reedy sound”: the thing is still to come.
    if (side === 0 && count > 0 && text.charCodeAt(place) === COMMA) place++;
    if (text.charCodeAt(place) !== SPACE) break;
    let to = ++place;
    while (to - place < LONGEST_WORD && isLetter(text.charCodeAt(to))) to++;
    const word = text.slice(place, to).toLowerCase();
    if (word === '' || ENDS.has(word)) break;
    while (3 * next < size && words[3 * next + 1]! < place) next++;
    // The last thing named is what it is all about: a film score is a score.
    if (isOther(word)) side = -1;
    else if (3 * next < size && words[3 * next + 1] === place && speaks[words[3 * next]!]! >= LOUD) side = 1;
    place = to;
  }
  if (side === 0 && /(?:ed|ed by)$/.test(form)) side = before(text, start, words, at, speaks, isOther);
  if (side > 0) local.push(AT['music object'], 1);
  else if (side < 0) local.push(AT['other object'], 1);
}

/** Which side the thing takes that stands before a participle. */
function before(
  text: string,
  start: number,
  words: Int32Array,
  at: number,
  speaks: Int16Array,
  isOther: (word: string) => boolean,
): number {
  let place = start;
  for (let count = 0; count < 4 && text.charCodeAt(place - 1) === SPACE; count++) {
    const to = --place;
    while (to - place < LONGEST_WORD && isLetter(text.charCodeAt(place - 1))) place--;
    const word = text.slice(place, to).toLowerCase();
    if (JOINS.has(word)) continue;
    if (isOther(word)) return -1;
    const head = HEAD.exec(text.slice(Math.max(0, place - HEAD_LENGTH), place))?.[1];
    if (head !== undefined && isOther(head.toLowerCase())) return -1;
    if (at === 0 || words[3 * at - 1] !== to || speaks[words[3 * at - 3]!]! < LOUD) return 0;
    return text
      .slice(words[3 * at - 2]!, to)
      .toLowerCase()
      .split(' ')
      .some(isOther)
      ? -1
      : 1;
  }
  return 0;
}
