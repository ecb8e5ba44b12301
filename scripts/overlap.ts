/**
 * Finds sentences that lean too closely on a source: `node scripts/overlap.ts FOLDER` compares every text of the
 * glossary with the files in a local folder (pages and excerpts that the author had open, never in the project) and
 * lists each run of eight or more words that both share.
 */
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { readGlossary } from '../build/load-glossary.ts';
import { createOverlapFinder } from '../core/glossary/overlap.ts';
import { statements } from '../core/glossary/statements.ts';

const [folder] = process.argv.slice(2);
if (!folder || !statSync(folder, { throwIfNoEntry: false })?.isDirectory()) {
  console.error('node scripts/overlap.ts FOLDER    a folder of texts to compare the glossary with');
  process.exit(1);
}
const { data, tell } = readGlossary();
const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
const finder = createOverlapFinder();
for (const { parentPath, name } of files) finder.add(name, readFileSync(join(parentPath, name), 'utf8'));

let found = 0;
for (const { file, path, text } of statements(data)) {
  for (const { words, source } of finder.find(text)) {
    found++;
    console.log(tell({ file, path, reason: `shares "${words}" with ${source}` }));
  }
}
console.log(`${statements(data).length} texts compared with ${files.length} files: ${found} overlaps`);
process.exitCode = found > 0 ? 1 : 0;
