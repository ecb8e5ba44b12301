import type { Passage, Target } from './corpus.ts';

/**
 * How marks are scored against labelled words.
 *
 * - A mark is right when it overlaps a word of the music sense (so “record producer” counts for “producer”), false when
 *   it overlaps only words of another sense. Over words labelled unclear, or over none, it counts neither way; the
 *   latter are shown as “unlabelled”.
 * - Recall is over words of the music sense; words noted `in-name` or `other-music-sense` are left out of it.
 * - False marks per 1,000 words are over the passages of topic `other`, without and with the unlabelled ones.
 */
export interface Mark {
  start: number;
  end: number;
}

export interface Tally {
  right: number;
  wrong: number;
  found: number;
  missed: number;
}

export interface Score {
  all: Tally;
  roles: Tally;
  byLemma: Map<string, Tally>;
  byTopic: Map<string, Tally>;
  other: { words: number; wrong: number; unlabelled: number };
  unlabelled: number;
}

/** Lemmas that name who did what. */
const ROLES = new Set(
  'executive producer|co-producer|producer|engineer|beatmaker|mixer|arranger|composer|songwriter|lyricist|conductor|DJ|A&R|publisher|label|manager'.split(
    '|',
  ),
);
const LEFT_OUT = new Set(['in-name', 'other-music-sense']);

const tally = (): Tally => ({ right: 0, wrong: 0, found: 0, missed: 0 });

export const createScore = (): Score => ({
  all: tally(),
  roles: tally(),
  byLemma: new Map(),
  byTopic: new Map(),
  other: { words: 0, wrong: 0, unlabelled: 0 },
  unlabelled: 0,
});

/** What a mark turned out to be, and the labelled word that says so. */
export function verdictOn(
  { start, end }: Mark,
  targets: readonly Target[],
): { sense: Target['sense']; target: Target } | null {
  const touched = targets.filter((target) => target.start < end && start < target.end);
  for (const sense of ['music', 'other', 'unclear'] as const) {
    const target = touched.find((one) => one.sense === sense);
    if (target) return { sense, target };
  }
  return null;
}

/** Adds one passage and its marks to the score. */
export function addPassage(score: Score, { text, topic, targets }: Passage, marks: readonly Mark[]): void {
  const isOther = topic === 'other';
  if (isOther) score.other.words += text.split(/\s+/).filter(Boolean).length;
  for (const mark of marks) {
    const verdict = verdictOn(mark, targets);
    if (!verdict) {
      score.unlabelled++;
      if (isOther) score.other.unlabelled++;
    } else if (verdict.sense !== 'unclear') {
      const outcome = verdict.sense === 'music' ? 'right' : 'wrong';
      for (const one of tallies(score, verdict.target.lemma, topic)) one[outcome]++;
      if (isOther && outcome === 'wrong') score.other.wrong++;
    }
  }
  for (const target of targets) {
    if (target.sense !== 'music' || LEFT_OUT.has(target.note ?? '')) continue;
    const isFound = marks.some(({ start, end }) => target.start < end && start < target.end);
    for (const one of tallies(score, target.lemma, topic)) one[isFound ? 'found' : 'missed']++;
  }
}

function tallies(score: Score, lemma: string, topic: string): Tally[] {
  return [
    score.all,
    ...(ROLES.has(lemma) ? [score.roles] : []),
    entry(score.byLemma, lemma),
    entry(score.byTopic, topic),
  ];
}

function entry(map: Map<string, Tally>, name: string): Tally {
  let one = map.get(name);
  if (!one) {
    one = tally();
    map.set(name, one);
  }
  return one;
}

export const precision = ({ right, wrong }: Tally): number => right / (right + wrong);
export const recall = ({ found, missed }: Tally): number => found / (found + missed);
export const f1 = (one: Tally): number => (2 * precision(one) * recall(one)) / (precision(one) + recall(one));
