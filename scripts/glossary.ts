/** Prints the compiled glossary as JSON: `npm run --silent glossary`. */
import { loadOrExit } from './load-or-exit.ts';

const { glossary } = loadOrExit();
process.stdout.write(`${JSON.stringify(glossary, null, 2)}\n`);
