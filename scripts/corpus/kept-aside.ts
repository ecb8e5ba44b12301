import { foldOf, groupOf, type Passage } from './corpus.ts';

/** One article or site in so many is kept aside. */
const ONE_IN = 5;

/**
 * Whether a passage is of the part kept aside: weights are not fitted to it and its errors are not shown, so that cues
 * are not written after it. Whole articles and sites go together; the salt makes the cut independent of the folds.
 */
export const isKeptAside = (passage: Passage): boolean => foldOf(`kept aside:${groupOf(passage)}`, ONE_IN) === 0;
