/**
 * Starts an entry: `npm run new -- term ID [NAME]` writes `data/terms/ID.yml`, which validates as it stands;
 * `npm run check` lists what is still to be written in it.
 */
import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DATA_FOLDER, readGlossary } from '../build/load-glossary.ts';
import { termFile } from '../core/glossary/data.ts';
import { PLACEHOLDER } from '../core/glossary/editorial.ts';
import { KINDS } from '../core/glossary/schema.ts';

const USAGE = 'npm run new -- term ID [NAME]    ID: lower-case words joined by hyphens, such as vocal-coach';

const [what, id, ...rest] = process.argv.slice(2);
if (what !== 'term' || !id || !/^[a-z0-9]+(-[a-z0-9]+)*$/.test(id)) stop(USAGE);
const path = join(DATA_FOLDER, termFile(id));
if (existsSync(path)) stop(`data/${termFile(id)} is there already`);

const words = id.replaceAll('-', ' ');
const name = rest.join(' ') || words.charAt(0).toUpperCase() + words.slice(1);
const today = new Date().toISOString().slice(0, 10);
const owned = readGlossary().data.terms.some(({ forms }) => forms.some(({ text }) => text.toLowerCase() === words));
writeFileSync(path, template());
const { problems, tell } = readGlossary();
console.log(`data/${termFile(id)} is ready to be written; docs/writing-entries.md says how.`);
if (owned) console.log(`Another entry owns the form "${words}": give this one its own forms, or leave it secondary.`);
for (const problem of problems) console.error(tell(problem));
process.exitCode = problems.length > 0 ? 1 : 0;

function template(): string {
  return `# yaml-language-server: $schema=../schema/term.json
id: ${id}
name: ${JSON.stringify(name)}
# ${KINDS.join(', ')}
kind: role
# One sentence that a newcomer understands without another entry, at most 160 characters.
definition: ${PLACEHOLDER}.
# As written on a page, plurals too. Level: 0 mark anywhere, 1 mostly music, 2 needs context, 3 strong context only.
forms:
  - { text: ${words}, level: 2${owned ? ', secondary: true' : ''} }
# At least two, each one idea in our own words, with sources from sources.yml.
facts:
  - text: ${PLACEHOLDER}.
    sources: [mb]
  - text: ${PLACEHOLDER} as well.
    sources: [mb]
# Ids of what it is taken for; those entries must name this one in turn.
confusedWith: []
checked: ${today}
`;
}

function stop(message: string): never {
  console.error(message);
  process.exit(1);
}
