import { readFileSync } from 'node:fs';
import { type Fields, LineError, parseLines } from './jsonl.ts';

/** A word labelled by a reader. Offsets are UTF-16 code units (the corpus holds nothing outside the BMP). */
export interface Target {
  start: number;
  end: number;
  surface: string;
  lemma: string;
  sense: 'music' | 'other' | 'unclear';
  note?: string;
}

export interface Passage {
  id: string;
  text: string;
  targets: Target[];
  topic: string;
  domain?: string;
  title?: string;
  url?: string;
  lang?: string;
  group?: string;
  site?: string;
}

const FIELDS: Fields = {
  id: { types: ['string'], required: true },
  text: { types: ['string'], required: true },
  topic: { types: ['string'], required: true },
  targets: { types: ['array'], required: true },
  url: { types: ['string'] },
  title: { types: ['string'] },
  lang: { types: ['string'] },
  group: { types: ['string'] },
  site: { types: ['string'] },
};

/**
 * Reads a labelled corpus.
 * @throws LineError naming file, line and field.
 */
export function readCorpus(file: string): Passage[] {
  try {
    return parseLines<Passage>(readFileSync(file, 'utf8'), FIELDS);
  } catch (error) {
    if (error instanceof LineError) error.message = `${file}: ${error.message}`;
    throw error;
  }
}

/** What must stay together when the corpus is cut: one site, or one article and its near relations. */
export const groupOf = ({ site, group, id }: Passage): string => site ?? group ?? id;

/** The fold of a group, 0 to `folds` - 1; the same on every machine (FNV-1a). */
export function foldOf(group: string, folds: number): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < group.length; i++) hash = Math.imul(hash ^ group.charCodeAt(i), 0x01000193) >>> 0;
  hash ^= hash >>> 15;
  return (hash >>> 0) % folds;
}
