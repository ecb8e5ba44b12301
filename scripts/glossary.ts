/** Prints the compiled glossary as JSON, its figures first: `npm run --silent glossary`. */
import { loadGlossary } from '../build/load-glossary.ts';
import { countGlossary } from '../core/glossary/counts.ts';
import { loadOrExit } from './load-or-exit.ts';

const { glossary } = loadOrExit();
process.stdout.write(`${JSON.stringify({ counts: countGlossary(loadGlossary()), ...glossary }, null, 2)}\n`);
