import { FEATURES, type Feature } from '../../core/sense/features.ts';

/**
 * What each kind of evidence should weigh by common sense, before any corpus is read. The fit starts from here and is
 * pulled back to here, so that evidence a corpus hardly shows keeps a sound weight.
 */
const EXPECTED: Record<Feature, number> = {
  'level 0': 6,
  'level 1': 3,
  'level 2': 0,
  'level 3': -1.5,
  'music modifies': 0.8,
  'other modifies': -1.5,
  'music joined': 0.8,
  'other joined': -0.8,
  'music near': 0.7,
  'music around': 0.8,
  'other around': -0.8,
  'share of music': 3,
  'own cues for': 0.8,
  'own cues against': -0.8,
  'settling phrase': 3,
  'credit line': 0.3,
  'name before': -0.7,
  'name after': -0.7,
  hyphenated: -0.7,
  'verb before': -0.7,
  'object after': -0.7,
  'of after': -0.3,
  counted: 0.5,
};
/** What a candidate with no evidence either way lacks to be taken for music. */
const DOUBT = -2.5;

/** In the order of FEATURES. The levels are the intercepts, so they carry the doubt. */
export const EXPECTATION: number[] = FEATURES.map((name) => EXPECTED[name] + (name.startsWith('level ') ? DOUBT : 0));
