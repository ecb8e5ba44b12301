/** A glossary of two entries and one comparison in a folder of its own, quick to read and free to spoil. */
import { copyFileSync, mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DATA_FOLDER } from '../../../build/load-glossary.ts';

const FILES = {
  'sources.yml': `mb:
  title: Relationship types
  publisher: MusicBrainz
  url: https://musicbrainz.org/relationships
  tier: A
  licence: CC0
`,
  'differences.yml': '[]\n',
  'terms/producer.yml': `# A comment first, as in every entry.
id: producer
name: Producer
kind: role
definition: Leads the making of a record.
forms:
  - { text: record producer, level: 0 }
  - { text: music producer, level: 0 }
facts:
  - text: Answers for the whole.
    sources: [mb]
confusedWith: [mixer]
checked: 2026-11-22
`,
  'terms/mixer.yml': `id: mixer
name: Mixer
kind: role
definition: Balances the parts of a record.
forms:
  - { text: mix engineer, level: 0 }
facts:
  - text: Works after the recording.
    sources: [mb]
confusedWith: [producer]
checked: 2026-11-22
`,
  'comparisons/producer-mixer.yml': `id: producer-mixer
title: Producer vs mixer
columns: [producer, mixer]
rows:
  - row: In one sentence
    cells:
      - { text: Leads, sources: [mb] }
      - { text: Balances, sources: [mb] }
`,
};

/** Writes it to a new temporary folder and returns the folder. */
export function writeSmallGlossary(): string {
  const folder = mkdtempSync(join(tmpdir(), 'liner-notes-'));
  for (const name of ['terms', 'comparisons', 'senses']) mkdirSync(join(folder, name));
  for (const [file, text] of Object.entries(FILES)) writeFileSync(join(folder, file), text);
  for (const file of ['cues.yml', 'weights.yml']) copyFileSync(join(DATA_FOLDER, file), join(folder, file));
  return folder;
}
