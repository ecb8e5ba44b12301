import { FEATURES, type Feature } from '../../core/sense/features.ts';

/**
 * What each kind of evidence should weigh by common sense, before any corpus is read. The fit starts from here and is
 * pulled back to here, so that evidence a corpus hardly shows keeps a sound weight.
 */
const EXPECTED: Record<Feature, number> = {
  'level 0': 7,
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
  'none of its own cues': -5.5,
  'settling phrase': 3,
  'music object': 0.8,
  'other object': -6,
  'credit line': 0.3,
  'list of roles': 4.2,
  'listed with credits': 0.8,
  'listed with other credits': -0.8,
  'name before': -0.7,
  'name after': -0.7,
  hyphenated: -0.7,
  'verb before': -0.7,
  'object after': -0.7,
  'of after': -0.3,
  counted: 0.5,
  'by a thing': -2.5,
};
/** Evidence that the corpora hardly hold, and not of the words it was written for: its weight stays what is expected. */
export const FIRM: ReadonlySet<Feature> = new Set(['none of its own cues', 'other object', 'list of roles']);
/** What a candidate with no evidence either way lacks to be taken for music. */
const DOUBT = -2.5;

/** In the order of FEATURES. The levels are the intercepts, so they carry the doubt. */
export const EXPECTATION: number[] = FEATURES.map((name) => EXPECTED[name] + (name.startsWith('level ') ? DOUBT : 0));

/**
 * Words whose everyday sense is at home in texts about music too (“take”, “points”): music all around proves less for
 * them than for others of their level. By lemma; all others are expected at nought.
 */
export const EVERYDAY: Record<string, number> = {
  composer: 2.2,
  remix: 1.5,
  chord: 1.5,
  riff: 1.5,
  take: -2,
  point: -2,
  live: -2,
  send: -2,
  strike: -2,
  click: -1,
  edit: -1,
  print: -1.5,
  trim: -1.5,
  'drop in': -2,
  desk: -1.5,
  bar: -1,
  measure: -1.5,
  meter: -1,
  door: -2,
  agent: -0.5,
  runner: -1,
  bleed: -1,
  spill: -1,
  leakage: -1,
  credit: -1,
  split: -0.5,
  advance: -0.5,
  pan: -1,
  logic: -1.5,
  interpolation: -1.5,
  interpolate: -1.5,
  interpolated: -1.5,
  metadata: -0.5,
  'presented by': -1,
  'edited by': -1,
  'assisted by': -1,
  administrator: -1,
  publicity: -1,
  saturated: -1,
  scratching: -1,
  curfew: -1,
  imprint: -0.5,
};
