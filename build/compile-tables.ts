/** The artefacts that the build compiles from `data/`. */

import { packCardTable } from '../core/glossary/card-table.ts';
import { compileCardTable, compileGlossary } from '../core/glossary/compile.ts';
import type { Glossary, MatchTable } from '../core/glossary/types.ts';
import { compileMatchTable } from '../core/sense/compile.ts';
import { DATA_FOLDER, loadGlossary } from './load-glossary.ts';

export interface Tables {
  'match-table': MatchTable;
  /** Packed: see core/glossary/card-table.ts. */
  'card-table': string;
  glossary: Glossary;
}

/** Reads, checks and compiles the glossary. Throws a GlossaryError when anything in `data/` is wrong. */
export function compileTables(folder = DATA_FOLDER): Tables {
  const data = loadGlossary(folder);
  return {
    'match-table': compileMatchTable(data),
    'card-table': packCardTable(compileCardTable(data)),
    glossary: compileGlossary(data),
  };
}
