/**
 * Finds sentences that lean too closely on a source: `npm run overlap -- FOLDER` compares every text of the glossary
 * with the files in a local folder (pages and excerpts that the author had open, never in the project) and lists each
 * run of eight or more words that both share. With `--keep` it adds the fingerprints of the files named after a
 * source (`grove.txt`) to data/fingerprints.txt, which `npm run check` compares with every text from then on, and
 * drops those of sources that nothing cites any more.
 */
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { basename, extname, join } from 'node:path';
import { fingerprint, readFingerprints, writeFingerprints } from '../build/fingerprints.ts';
import { readGlossary } from '../build/load-glossary.ts';
import { createOverlapFinder } from '../core/glossary/overlap.ts';
import { statements } from '../core/glossary/statements.ts';

const [folder] = process.argv.slice(2).filter((argument) => argument !== '--keep');
if (!folder || !statSync(folder, { throwIfNoEntry: false })?.isDirectory()) {
  console.error('npm run overlap -- FOLDER [--keep]    a folder of texts to compare the glossary with');
  process.exit(1);
}
const { data, tell } = readGlossary();
const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
const finder = createOverlapFinder();
const prints = readFingerprints();
for (const { parentPath, name } of files) {
  const text = readFileSync(join(parentPath, name), 'utf8');
  finder.add(name, text);
  const id = basename(name, extname(name));
  if (Object.hasOwn(data.sources, id)) prints.set(id, new Set([...(prints.get(id) ?? []), ...fingerprint(text)]));
}
for (const id of prints.keys()) if (!Object.hasOwn(data.sources, id)) prints.delete(id);
if (process.argv.includes('--keep')) writeFingerprints(prints);

let found = 0;
for (const { file, path, text } of statements(data)) {
  for (const { words, source } of finder.find(text)) {
    found++;
    console.log(tell({ file, path, reason: `shares "${words}" with ${source}` }));
  }
}
console.log(`${statements(data).length} texts compared with ${files.length} files: ${found} overlaps`);
process.exitCode = found > 0 ? 1 : 0;
