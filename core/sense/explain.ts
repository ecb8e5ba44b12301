/** Why a candidate was taken as it was, in words a reader understands. */
import { AT, FEATURES } from './features.ts';
import type { Lexicon } from './lexicon.ts';
import type { Line } from './line.ts';
import type { Page } from './page.ts';
import { evidenceOf, wordOf } from './read.ts';
import type { Block, Candidate } from './types.ts';
import type { Scales } from './weigh.ts';

/** How many words of evidence are named in one sentence. */
const NAMED = 4;

/** The evidence, strongest first: what speaks for music, then what speaks against it. */
export function explainCandidate(
  lexicon: Lexicon,
  scales: Scales,
  blocks: readonly Block[],
  line: Line,
  page: Page,
  block: number,
  candidate: Candidate,
): string[] {
  const { reading } = blocks[block]!;
  const { candidates } = reading;
  const index = candidates.findIndex(({ start, form }) => start === candidate.start && form === candidate.form);
  if (index < 0) return [];
  const values = new Float64Array(FEATURES.length);
  scales.weigh(blocks, line, block, index, values);
  const has = (feature: keyof typeof AT) => values[AT[feature]]! > 0;
  const own = lexicon.own(wordOf(evidenceOf(reading), index));
  const { ear } = scales;
  const heard = [...ear.words.subarray(0, ear.count)]
    .filter((word) => !own?.indifferent.has(lexicon.subject[word]!))
    .map((word) => ({ word, loud: Math.sign(lexicon.speaks[word]!) * ear.loudness(word) }));
  const music = heard.filter(({ loud }) => loud > 0.1).toSorted((a, b) => b.loud - a.loud);
  const other = heard.filter(({ loud }) => loud < -0.1).toSorted((a, b) => a.loud - b.loud);

  const reasons: string[] = [];
  if (candidate.level === 0) reasons.push(`“${candidate.surface}” is hardly ever said of anything but music`);
  if (candidate.level === 1) reasons.push(`“${candidate.surface}” nearly always speaks of music`);
  if (has('settling phrase')) reasons.push('Said in this wording it is about music');
  if (has('music modifies')) reasons.push('A word of music stands right beside it');
  if (has('music joined')) reasons.push('It is listed together with words of music');
  if (music.length > 0) reasons.push(`Words of music near it: ${named(lexicon, music)}`);
  if (has('music object')) reasons.push('It is done to a thing of music');
  if (has('credit line')) reasons.push('It reads like a credit');
  if (has('list of roles')) reasons.push('It stands in a list of roles that make a record');
  if (has('listed with credits')) reasons.push('Credits of music-making stand in the same list');
  if (page.lean > 0) reasons.push('The page as a whole is about music');
  if (sumOf(other) > sumOf(music) / 4) {
    const subject = lexicon.subject[other[0]!.word]!;
    const words = other.filter(({ word }) => lexicon.subject[word] === subject);
    reasons.push(`Against it, words of ${lexicon.subjects[subject]}: ${named(lexicon, words)}`);
  }
  if (has('other object')) reasons.push('Against it: it is done to something else');
  if (has('none of its own cues')) reasons.push('Against it: none of the words it usually stands with are near');
  if (has('listed with other credits')) reasons.push('Against it: credits of another trade stand in the same list');
  if (has('name before') || has('name after')) reasons.push('Against it: it may be part of a name');
  if (page.lean < 0) reasons.push('Against it: the page as a whole is about other things');
  return reasons;
}

/** How loud all the words heard are together. */
const sumOf = (heard: readonly { loud: number }[]): number => heard.reduce((sum, { loud }) => sum + Math.abs(loud), 0);

/** The first few words, each once, a plural counting as its singular. */
function named({ index, exact, forms }: Lexicon, heard: readonly { word: number }[]): string {
  const words = new Map<string, string>();
  for (const { word } of heard) {
    const key = index.keys[word]!;
    const stem = key.replace(/s$/, '');
    if (!words.has(stem)) words.set(stem, exact.get(word) ?? forms[word]?.exact ?? key);
  }
  return [...words.values()].slice(0, NAMED).join(', ');
}
