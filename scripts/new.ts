/**
 * Starts an entry: `npm run new -- term ID [NAME]` writes `data/terms/ID.yml`, which validates as it stands;
 * `npm run check` lists what is still to be written in it.
 */
import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DATA_FOLDER, readGlossary } from '../build/load-glossary.ts';
import { newTerm } from '../build/new-term.ts';
import { termFile } from '../core/glossary/data.ts';

const USAGE = 'npm run new -- term ID [NAME]    ID: lower-case words joined by hyphens, such as vocal-coach';

const [what, id, ...rest] = process.argv.slice(2);
if (what !== 'term' || !id || !/^[a-z0-9]+(-[a-z0-9]+)*$/.test(id)) stop(USAGE);
const path = join(DATA_FOLDER, termFile(id));
if (existsSync(path)) stop(`data/${termFile(id)} is there already`);

const words = id.replaceAll('-', ' ');
const owned = readGlossary().data.terms.some(({ forms }) => forms.some(({ text }) => text.toLowerCase() === words));
const name = rest.length > 0 ? { name: rest.join(' ') } : {};
writeFileSync(path, newTerm({ id, ...name, owned, today: new Date().toISOString().slice(0, 10) }));
const { problems, tell } = readGlossary();
console.log(`data/${termFile(id)} is ready to be written; docs/writing-entries.md says how.`);
if (owned) console.log(`Another entry owns the form "${words}": give this one forms of its own.`);
for (const problem of problems) console.error(tell(problem));
process.exitCode = problems.length > 0 ? 1 : 0;

function stop(message: string): never {
  console.error(message);
  process.exit(1);
}
