/**
 * Fingerprints of the pages that were open while the glossary was written: hashes of every run of eight words, by
 * source. They find a copied sentence without the page itself being in the project, and nobody can read it from them.
 */
import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { GlossaryData, Problem } from '../core/glossary/data.ts';
import { runsOf } from '../core/glossary/overlap.ts';
import { statements } from '../core/glossary/statements.ts';
import { DATA_FOLDER } from './load-glossary.ts';

/** Hashes of runs by the id of the source. */
export type Fingerprints = Map<string, Set<string>>;

/** One line a source: `ID HASHES`, each hash 8 characters of base64 (48 bits), in order. */
const FILE = join(DATA_FOLDER, 'fingerprints.txt');
const HASH = 8;

export function readFingerprints(): Fingerprints {
  const prints: Fingerprints = new Map();
  for (const line of readFileSync(FILE, 'utf8').split('\n')) {
    const [id = '', hashes = ''] = line.split(' ');
    if (id) prints.set(id, new Set(hashes.match(new RegExp(`.{${HASH}}`, 'g')) ?? []));
  }
  return prints;
}

export function writeFingerprints(prints: Fingerprints): void {
  const lines = [...prints].map(([id, hashes]) => `${id} ${[...hashes].toSorted().join('')}\n`);
  writeFileSync(FILE, lines.toSorted().join(''));
}

/** The fingerprint of a page or an excerpt of one. */
export const fingerprint = (text: string): Set<string> => new Set(runsOf(text).map(hashOf));

/** Every text that shares a run of eight words with a page that was open. */
export function copiedRuns(data: GlossaryData, prints: Fingerprints): Problem[] {
  const sourceOf = new Map([...prints].flatMap(([id, hashes]) => [...hashes].map((hash) => [hash, id])));
  return statements(data).flatMap(({ file, path, text }) => {
    const run = runsOf(text).find((run) => sourceOf.has(hashOf(run)));
    if (run === undefined) return [];
    return [{ file, path, reason: `shares "${run}" with ${sourceOf.get(hashOf(run))}: say it in other words` }];
  });
}

const hashOf = (run: string): string => createHash('sha256').update(run).digest('base64').slice(0, HASH);
