/** The artefacts that the build compiles from `data/`. */

import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { packCardTable } from '../core/glossary/card-table.ts';
import { compileCardTable, compileGlossary } from '../core/glossary/compile.ts';
import type { Glossary } from '../core/glossary/types.ts';
import { compileMatchTable } from '../core/sense/compile.ts';
import type { MatchTable } from '../core/sense/table.ts';
import { DATA_FOLDER, loadGlossary } from './load-glossary.ts';

export interface Tables {
  'match-table': MatchTable;
  /** Packed: see core/glossary/card-table.ts. */
  'card-table': string;
  glossary: Glossary;
}

let last: { stamp: string; tables: Tables } | undefined;

/**
 * Reads, checks and compiles the glossary; as long as no file in it changes, only once: a build asks for each of its
 * scripts and pages. Throws a GlossaryError when anything in `data/` is wrong.
 */
export function compileTables(folder = DATA_FOLDER): Tables {
  const stamp = stampOf(folder);
  if (last?.stamp === stamp) return last.tables;
  const data = loadGlossary(folder);
  const tables: Tables = {
    'match-table': compileMatchTable(data),
    'card-table': packCardTable(compileCardTable(data)),
    glossary: compileGlossary(data),
  };
  last = { stamp, tables };
  return tables;
}

/** Changes when a file is added, removed, renamed or written. */
function stampOf(folder: string): string {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).toSorted();
  return [folder, ...files.map((file) => `${file} ${statSync(join(folder, file)).mtimeMs}`)].join('\n');
}
