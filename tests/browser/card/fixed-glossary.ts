/** The built extension with a small glossary that never changes, for tests that hold what a card says or looks like. */
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { BrowserName } from '../../../browsers/index.ts';
import { packCardTable } from '../../../core/glossary/card-table.ts';
import type { CardTable, CardTerm } from '../../../core/glossary/types.ts';

const term = (id: string, name: string, definition: string, more: Partial<CardTerm> = {}): [string, CardTerm] => [
  id,
  { id, name, kind: 'role', definition, usage: [], disputed: false, confusedWith: [], sources: [0], ...more },
];

/** Real ids, so that the built matcher finds them. */
const TABLE: CardTable = {
  terms: Object.fromEntries([
    term('producer', 'Producer', 'Leads the making of a record.', {
      disputed: true,
      usage: [{ scope: 'hip-hop', text: 'Often the maker of the beat.' }],
      confusedWith: ['recording-engineer', 'mix-engineer'],
      sources: [0, 1],
    }),
    term('recording-engineer', 'Recording engineer', 'Places microphones and runs the recording.', {
      confusedWith: ['producer'],
    }),
    term('mix-engineer', 'Mix engineer', 'Balances the tracks into one whole.', { confusedWith: ['producer'] }),
    term('mastering-engineer', 'Mastering engineer', 'Prepares the finished mix for release.'),
    term('songwriter', 'Songwriter', 'Writes words or music of songs.'),
  ]),
  differences: { 'producer|recording-engineer': 'The producer leads; the recording engineer captures the sound.' },
  sources: [
    { name: 'A handbook', url: 'https://handbook.example/roles' },
    { name: 'A dictionary', url: 'https://dictionary.example/producer' },
  ],
};

/** The string literal in a script that begins with the packed table, whatever quotes the minifier chose. */
function literalAt(code: string): { start: number; end: number } {
  const start = code.search(/["'`]\{(?:\\?")kinds/);
  const quote = code[start];
  let end = start + 1;
  while (end < code.length && code[end] !== quote) end += code[end] === '\\' ? 2 : 1;
  if (start < 0 || end >= code.length) throw new Error('marks.js has no card table');
  return { start, end: end + 1 };
}

/** A copy of the built extension with that glossary in its cards; its folder is removed when the process ends. */
export function fixedExtension(browser: BrowserName): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'liner-notes-fixed-'));
  process.once('exit', () => rmSync(folder, { recursive: true, force: true }));
  cpSync(browser === 'chromium' ? '.output/chrome-mv3' : '.output/firefox-mv3', folder, { recursive: true });
  const file = path.join(folder, 'marks.js');
  const code = readFileSync(file, 'utf8');
  const { start, end } = literalAt(code);
  writeFileSync(file, code.slice(0, start) + JSON.stringify(packCardTable(TABLE)) + code.slice(end));
  return folder;
}
