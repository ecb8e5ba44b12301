import { join, sep } from 'node:path';
import type { WxtDevServer } from 'wxt';
import { DATA_FOLDER } from './load-glossary.ts';

/** The script that carries the glossary's tables. */
const MARKS_SCRIPT = join(import.meta.dirname, '../entrypoints/marks.ts');

/**
 * In development, builds it anew when a file in `data/` changes. WXT only looks at modules that a
 * script imports, and the YAML files reach it through a virtual module; so their change is told as the script's own.
 */
export function rebuildOnData(server: WxtDevServer): void {
  server.watcher.on('all', (_event, file) => {
    if (file.startsWith(DATA_FOLDER + sep) && file.endsWith('.yml')) server.watcher.emit('all', 'change', MARKS_SCRIPT);
  });
}
