import { join, sep } from 'node:path';
import type { Plugin } from 'vite';
import type { MatchTable } from '../core/sense/table.ts';
import { compileTables, type Tables } from './compile-tables.ts';
import { DATA_FOLDER } from './load-glossary.ts';
import { inAscii } from './one-byte.ts';

const PREFIX = 'virtual:liner-notes/';

/**
 * Serves the compiled glossary as virtual modules, rebuilt when a file in `data/` changes:
 * `virtual:liner-notes/match-table`, `virtual:liner-notes/card-table`, `virtual:liner-notes/glossary`.
 * A mistake in `data/` fails the build with file, line, field and reason.
 */
export function glossaryPlugin(): Plugin {
  const inData = (file: string) => file.startsWith(DATA_FOLDER + sep);
  return {
    name: 'liner-notes:glossary',
    // Checked in every build, whether or not an entry point asks for the tables.
    buildStart() {
      compileTables();
    },
    resolveId: (id) => (id.startsWith(PREFIX) ? `\0${id}` : undefined),
    load(id) {
      if (!id.startsWith(`\0${PREFIX}`)) return;
      this.addWatchFile(DATA_FOLDER);
      const tables = compileTables();
      const name = id.slice(PREFIX.length + 1) as keyof Tables;
      if (name === 'card-table') return cardTableModule(tables[name]);
      if (name === 'match-table') return matchTableModule(tables[name]);
      return `export default ${parsed(tables[name])};`;
    },
    configureServer(server) {
      server.watcher.add(DATA_FOLDER);
      server.watcher.on('all', (_event, file) => {
        if (!inData(file)) return;
        for (const [id, module] of server.moduleGraph.idToModuleMap) {
          if (id.startsWith(`\0${PREFIX}`)) server.moduleGraph.invalidateModule(module);
        }
        server.ws.send({ type: 'full-reload' });
      });
    },
  };
}

/** Engines parse JSON in a string about twice as fast as the same object written as code. */
const parsed = (table: object): string => `JSON.parse(${JSON.stringify(JSON.stringify(table))})`;

/** JSON as a literal that scripts in pages hold: in ASCII as they are (build/one-byte.ts), and as a string as well. */
const literal = (json: string): string => JSON.stringify(inAscii(json));

/**
 * A function that parses the table at its first call and keeps it. The index is two long strings, which need no parsing.
 */
const matchTableModule = ({ index, sense }: MatchTable): string => `
let table;
export default () => (table ??= { index: ${JSON.stringify(index)}, sense: JSON.parse(${literal(JSON.stringify(sense))}) });
`;

/** A function that unpacks the table at its first call and keeps it. */
const cardTableModule = (packed: string): string => `
import { unpackCardTable } from ${JSON.stringify(join(import.meta.dirname, '../core/glossary/card-table.ts'))};
let table;
export default () => (table ??= unpackCardTable(${literal(packed)}));
`;
