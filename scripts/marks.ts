/**
 * `npm run --silent marks`: pages as JSON lines on stdin, `{id, text, title?, url?, lang?}`; what the extension would
 * mark in each as JSON lines on stdout, `{id, marks: [{start, end, surface, term}]}`. Offsets are UTF-16 code units.
 * A bad line ends the command with code 1, naming the line and the field on stderr.
 */
import { createInterface } from 'node:readline';
import { createJudge } from '../core/sense/judge.ts';
import { type Fields, LineError, parseLine } from './corpus/jsonl.ts';
import { judgeText } from './corpus/mark-text.ts';
import { loadOrExit } from './load-or-exit.ts';

const FIELDS: Fields = {
  id: { types: ['string', 'number'], required: true },
  text: { types: ['string'], required: true },
  title: { types: ['string'] },
  url: { types: ['string'] },
  lang: { types: ['string'] },
};
interface Page {
  id: string | number;
  text: string;
  title?: string;
  url?: string;
  lang?: string;
}

const table = loadOrExit()['match-table'];
const judge = createJudge(() => table);
let number = 0;
try {
  for await (const line of createInterface({ input: process.stdin, crlfDelay: Number.POSITIVE_INFINITY })) {
    number++;
    if (line.trim() === '') continue;
    const { id, text, ...facts } = parseLine<Page>(line, number, FIELDS);
    const marks = judgeText(judge, text, facts)
      .filter(({ music }) => music)
      .map(({ start, end, candidate: { surface, term } }) => ({ start, end, surface, term }));
    process.stdout.write(`${JSON.stringify({ id, marks })}\n`);
  }
} catch (error) {
  if (!(error instanceof LineError)) throw error;
  console.error(`marks: ${error.message}`);
  process.exitCode = 1;
}
