/** Why a candidate was taken as it was, in words a reader understands. */
import { AT } from './features.ts';
import { hear } from './hear.ts';
import type { Entry, Lexicon } from './lexicon.ts';
import type { Line } from './line.ts';
import type { Page } from './page.ts';
import type { Block, Candidate } from './types.ts';
import { loudness, weigh } from './weigh.ts';

/** How many words of evidence are named in one sentence. */
const NAMED = 4;

/** The evidence, strongest first: what speaks for music, then what speaks against it. */
export function explainCandidate(
  lexicon: Lexicon,
  blocks: readonly Block[],
  line: Line,
  page: Page,
  block: number,
  candidate: Candidate,
): string[] {
  const { candidates } = blocks[block]!.reading;
  const index = candidates.findIndex(({ start, form }) => start === candidate.start && form === candidate.form);
  if (index < 0) return [];
  const values = weigh(lexicon, blocks, line, block, index);
  const has = (feature: keyof typeof AT) => values[AT[feature]]! > 0;
  const own = lexicon.own(candidate.form);
  const heard = [...hear(blocks, line, block, candidate)]
    .map(([entry, how]) => ({ entry, loud: loudness(entry, how) }))
    .filter(({ entry }) => !own?.indifferent.has(entry.subject));
  const music = heard.filter(({ loud }) => loud > 0.1).toSorted((a, b) => b.loud - a.loud);
  const other = heard.filter(({ loud }) => loud < -0.1).toSorted((a, b) => a.loud - b.loud);

  const reasons: string[] = [];
  if (candidate.level === 0) reasons.push(`“${candidate.surface}” is hardly ever said of anything but music`);
  if (candidate.level === 1) reasons.push(`“${candidate.surface}” is mostly said of music`);
  if (has('settling phrase')) reasons.push('The words right around it settle it');
  if (has('music modifies')) reasons.push('A word of music stands right beside it');
  if (has('music joined')) reasons.push('It is listed together with words of music');
  if (music.length > 0) reasons.push(`Words of music near it: ${named(music.map(({ entry }) => entry))}`);
  if (has('credit line')) reasons.push('It reads like a credit');
  if (page.lean > 0) reasons.push('The page speaks of music');
  if (other.length > 0) {
    const subject = other[0]!.entry.subject;
    const words = other.filter(({ entry }) => entry.subject === subject).map(({ entry }) => entry);
    reasons.push(`Against it, words of ${subject}: ${named(words)}`);
  }
  if (has('name before') || has('name after')) reasons.push('Against it: it may be part of a name');
  if (page.lean < 0) reasons.push('Against it: the page speaks of other things');
  return reasons;
}

/** The first few words, each once, a plural counting as its singular. */
function named(entries: readonly Entry[]): string {
  const words = new Map<string, string>();
  for (const { key, exact, form } of entries) {
    const stem = key.replace(/s$/, '');
    if (!words.has(stem)) words.set(stem, exact ?? form?.exact ?? key);
  }
  return [...words.values()].slice(0, NAMED).join(', ');
}
