/**
 * Writes `data/schema/*.json`, the JSON Schemas that editors use to complete and check the YAML files, from the
 * schemas in core/glossary. With `--check` it writes nothing and fails when a file is out of date.
 */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { toJsonSchema } from '@valibot/to-json-schema';
import { DATA_FOLDER } from '../build/load-glossary.ts';
import {
  ComparisonSchema,
  CuesSchema,
  DifferencesSchema,
  SenseSchema,
  SourcesSchema,
  TermSchema,
  WeightsSchema,
} from '../core/glossary/schema.ts';

const SCHEMAS = {
  term: TermSchema,
  comparison: ComparisonSchema,
  sense: SenseSchema,
  sources: SourcesSchema,
  cues: CuesSchema,
  differences: DifferencesSchema,
  weights: WeightsSchema,
};

const check = process.argv.includes('--check');
const folder = join(DATA_FOLDER, 'schema');
mkdirSync(folder, { recursive: true });
let stale = 0;
for (const [name, schema] of Object.entries(SCHEMAS)) {
  const file = join(folder, `${name}.json`);
  // Trimming is ours to do, not the editor's to check; JSON Schema has no word for it.
  const text = `${JSON.stringify(toJsonSchema(schema, { ignoreActions: ['trim'], typeMode: 'input' }), null, 2)}\n`;
  if (!check) writeFileSync(file, text);
  else if (readOrEmpty(file) !== text) {
    stale++;
    console.error(`data/schema/${name}.json is out of date: run npm run schemas`);
  }
}
process.exitCode = stale > 0 ? 1 : 0;

function readOrEmpty(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return '';
  }
}
