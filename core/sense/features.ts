/**
 * The kinds of evidence by which a candidate is judged. Each has a name (weights.yml), a value from the text, and is
 * few enough to be read by a person.
 */
export const FEATURES = [
  'level 0',
  'level 1',
  'level 2',
  'level 3',
  'music modifies',
  'other modifies',
  'music joined',
  'other joined',
  'music near',
  'music around',
  'other around',
  'share of music',
  'own cues for',
  'own cues against',
  'none of its own cues',
  'settling phrase',
  'music object',
  'other object',
  'credit line',
  'list of roles',
  'listed with credits',
  'listed with other credits',
  'name before',
  'name after',
  'hyphenated',
  'verb before',
  'object after',
  'of after',
  'counted',
  'by a thing',
] as const;

export type Feature = (typeof FEATURES)[number];

/** Index of each feature in a vector. */
export const AT = Object.fromEntries(FEATURES.map((name, i) => [name, i])) as Record<Feature, number>;
