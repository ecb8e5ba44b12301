import type { Passage } from './corpus.ts';

const SENTENCE = /[^.!?\n]+[.!?\n]*\s*/g;

/** Each sentence with a labelled word as a passage of its own, so that the fit also learns from short texts. */
export function sentencesOf(passage: Passage): Passage[] {
  return [...passage.text.matchAll(SENTENCE)].flatMap(({ 0: text, index }) => {
    const end = index + text.length;
    const targets = passage.targets
      .filter((target) => target.start >= index && target.end <= end)
      .map((target) => ({ ...target, start: target.start - index, end: target.end - index }));
    return targets.length > 0 && text.length > 30 ? [{ ...passage, text, targets }] : [];
  });
}
