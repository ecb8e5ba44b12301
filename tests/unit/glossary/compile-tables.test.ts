import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { compileTables } from '../../../build/compile-tables.ts';
import { DATA_FOLDER } from '../../../build/load-glossary.ts';

it('compiles once as long as no file changes, and again when one does', () => {
  const folder = mkdtempSync(join(tmpdir(), 'liner-notes-'));
  cpSync(DATA_FOLDER, folder, { recursive: true });
  const first = compileTables(folder);
  expect(compileTables(folder)).toBe(first);

  const file = join(folder, 'terms/dj.yml');
  writeFileSync(file, readFileSync(file, 'utf8').replace(/^definition: .*/m, 'definition: Plays records.'));
  const again = compileTables(folder);
  expect(again.glossary.terms.find(({ id }) => id === 'dj')?.definition).toBe('Plays records.');
  rmSync(folder, { recursive: true });
});
