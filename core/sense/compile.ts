/** Compiles what the content script needs to find and judge occurrences. */
import type { GlossaryData } from '../glossary/data.ts';
import type { MatchForm, MatchTable } from '../glossary/types.ts';

/** The match table: every form that a term owns, under its spelling in lower case. */
export function compileMatchTable(data: GlossaryData): MatchTable {
  const forms: Record<string, MatchForm> = {};
  for (const term of data.terms) {
    for (const form of term.forms) {
      if (form.secondary) continue;
      forms[form.text.toLowerCase()] = {
        term: term.id,
        level: form.level,
        ...(form.case === 'exact' ? { exact: form.text } : {}),
        ...(form.bare === false ? { bare: false } : {}),
      };
    }
  }
  return { pattern: '', forms, sense: null };
}
