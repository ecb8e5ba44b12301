import { copyFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { compileTables } from '../../../build/compile-tables.ts';
import { DATA_FOLDER } from '../../../build/load-glossary.ts';
import { newTerm } from '../../../build/new-term.ts';

it('compiles once as long as no file changes, and again when one does', () => {
  const folder = mkdtempSync(join(tmpdir(), 'liner-notes-'));
  for (const file of ['sources.yml', 'cues.yml', 'weights.yml']) {
    copyFileSync(join(DATA_FOLDER, file), join(folder, file));
  }
  for (const name of ['terms', 'comparisons', 'senses']) mkdirSync(join(folder, name));
  writeFileSync(join(folder, 'differences.yml'), '[]\n');
  const write = (id: string) =>
    writeFileSync(join(folder, `terms/${id}.yml`), newTerm({ id, owned: false, today: '2026-11-22' }));

  write('vocal-coach');
  const first = compileTables(folder);
  expect(compileTables(folder)).toBe(first);

  write('stage-manager');
  expect(compileTables(folder).glossary.terms.map(({ id }) => id)).toEqual(['stage-manager', 'vocal-coach']);
  rmSync(folder, { recursive: true });
});
