/** Why a candidate was taken as it was. */
import { AT, FEATURES } from './features.ts';
import type { Lexicon } from './lexicon.ts';
import type { Line } from './line.ts';
import type { Page } from './page.ts';
import { evidenceOf, wordOf } from './read.ts';
import type { Reason } from './reason.ts';
import type { Block, Candidate } from './types.ts';
import type { Scales } from './weigh.ts';

/** How many words of evidence are named for one reason. */
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
): Reason[] {
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

  const { surface } = candidate;
  const reasons: Reason[] = [];
  if (candidate.level === 0) reasons.push({ why: 'hardlyElse', surface });
  if (candidate.level === 1) reasons.push({ why: 'nearlyAlways', surface });
  if (has('settling phrase')) reasons.push({ why: 'wording' });
  if (has('music modifies')) reasons.push({ why: 'beside' });
  if (has('music joined')) reasons.push({ why: 'listed' });
  if (music.length > 0) reasons.push({ why: 'words', words: named(lexicon, music) });
  if (has('music object')) reasons.push({ why: 'object' });
  if (has('credit line')) reasons.push({ why: 'credit' });
  if (has('list of roles')) reasons.push({ why: 'roles' });
  if (has('listed with credits')) reasons.push({ why: 'credits' });
  if (page.lean > 0) reasons.push({ why: 'page' });
  if (sumOf(other) > sumOf(music) / 4) {
    const subject = lexicon.subject[other[0]!.word]!;
    const words = other.filter(({ word }) => lexicon.subject[word] === subject);
    reasons.push({ why: 'otherWords', subject: lexicon.subjects[subject]!, words: named(lexicon, words) });
  }
  if (has('other object')) reasons.push({ why: 'otherObject' });
  if (has('none of its own cues')) reasons.push({ why: 'noCues' });
  if (has('listed with other credits')) reasons.push({ why: 'otherCredits' });
  if (has('name before') || has('name after')) reasons.push({ why: 'name' });
  if (page.lean < 0) reasons.push({ why: 'otherPage' });
  return reasons;
}

/** How loud all the words heard are together. */
const sumOf = (heard: readonly { loud: number }[]): number => heard.reduce((sum, { loud }) => sum + Math.abs(loud), 0);

/** The first few words, each once, a plural counting as its singular. */
function named({ index, exact, form }: Lexicon, heard: readonly { word: number }[]): string[] {
  const words = new Map<string, string>();
  for (const { word } of heard) {
    const key = index.keys[word]!;
    const stem = key.replace(/s$/, '');
    if (!words.has(stem)) words.set(stem, exact.get(word) ?? form(word)?.exact ?? key);
  }
  return [...words.values()].slice(0, NAMED);
}
