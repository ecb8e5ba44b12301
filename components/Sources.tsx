import { citedSources } from '../core/glossary/lookup.ts';
import type { Glossary } from '../core/glossary/types.ts';
import { SourceList } from './Citations.tsx';

/** The list below a table or entry. Drawn after it, since drawing it is what gives the sources their numbers. */
export function Sources({ glossary, ids }: { glossary: Glossary; ids: () => string[] }) {
  return <SourceList sources={citedSources(glossary, ids())} />;
}
