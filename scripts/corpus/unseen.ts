import type { GlossaryData } from '../../core/glossary/data.ts';
import { normalise } from '../../core/matching/normalise.ts';

/**
 * The data without every cue word and set phrase that, of all the texts given, only `hidden` holds: what the lists
 * would be had nobody read those passages. Too strict by those that were written from general knowledge; words that no
 * text holds stay, since they cannot matter.
 */
export function withoutWordsOf(data: GlossaryData, hidden: readonly string[], others: readonly string[]): GlossaryData {
  const inHidden = holder(hidden);
  const inOthers = holder(others);
  const isKnown = (word: string) => !inHidden(word) || inOthers(word);
  const known = (words: string[]) => words.filter(isKnown);
  const { music, other, setPhrases } = data.cues;
  const strengths = <T extends Record<string, string[]>>(group: T): T =>
    Object.fromEntries(Object.entries(group).map(([strength, words]) => [strength, known(words)])) as T;
  return {
    ...data,
    cues: {
      ...data.cues,
      music: strengths(music),
      other: Object.fromEntries(Object.entries(other).map(([subject, group]) => [subject, strengths(group)])),
      setPhrases: known(setPhrases),
    },
    senses: data.senses.map((sense) => ({
      ...sense,
      cuesFor: known(sense.cuesFor),
      cuesAgainst: known(sense.cuesAgainst),
      ...(sense.markAtOnce ? { markAtOnce: known(sense.markAtOnce) } : {}),
    })),
  };
}

/** Tells whether any of the texts holds a word, in any capitals, with or without a plural -s. */
function holder(texts: readonly string[]): (word: string) => boolean {
  const all = ` ${plainly(texts.join('\n'))} `;
  return (word) => {
    const plain = plainly(word);
    return all.includes(` ${plain} `) || all.includes(` ${plain}s `);
  };
}

const plainly = (text: string): string =>
  normalise(text)
    .replaceAll(/[^a-z0-9&]+/g, ' ')
    .trim();
