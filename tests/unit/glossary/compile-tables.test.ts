import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { compileTables } from '../../../build/compile-tables.ts';
import { newTerm } from '../../../build/new-term.ts';
import { writeSmallGlossary } from './small-glossary.ts';

it('compiles once as long as no file changes, and again when one does', () => {
  const folder = writeSmallGlossary();
  const first = compileTables(folder);
  expect(compileTables(folder)).toBe(first);

  writeFileSync(
    join(folder, 'terms/vocal-coach.yml'),
    newTerm({ id: 'vocal-coach', owned: false, today: '2026-11-22' }),
  );
  expect(compileTables(folder).glossary.terms.map(({ id }) => id)).toEqual(['mixer', 'producer', 'vocal-coach']);
  rmSync(folder, { recursive: true });
});
