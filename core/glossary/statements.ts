/** Everything that the glossary says in its own words, with where it stands. */
import { comparisonFile, type GlossaryData, type Problem, termFile } from './data.ts';

export interface Said {
  file: string;
  path: Problem['path'];
  text: string;
  /** None for a definition or a difference: what carries those is the entries' facts. */
  sources?: readonly string[];
}

/** All definitions, facts, usage notes, disputes, comparison cells and differences. */
export function statements({ terms, comparisons, differences }: GlossaryData): Said[] {
  const said: Said[] = [];
  const add = (file: string, path: Problem['path'], text: string, sources?: readonly string[]) =>
    said.push({ file, path, text, ...(sources ? { sources } : {}) });
  for (const term of terms) {
    const file = termFile(term.id);
    add(file, ['definition'], term.definition);
    for (const [i, { text, sources }] of term.facts.entries()) add(file, ['facts', i, 'text'], text, sources);
    for (const [i, { text, sources }] of (term.usage ?? []).entries()) add(file, ['usage', i, 'text'], text, sources);
    if (!term.disputed) continue;
    add(file, ['disputed', 'question'], term.disputed.question);
    for (const [i, { text, sources }] of term.disputed.sides.entries()) {
      add(file, ['disputed', 'sides', i, 'text'], text, sources);
    }
  }
  for (const { id, intro, rows } of comparisons) {
    const file = comparisonFile(id);
    if (intro) add(file, ['intro', 'text'], intro.text, intro.sources);
    for (const [i, { cells }] of rows.entries()) {
      for (const [j, cell] of cells.entries()) {
        if (cell) add(file, ['rows', i, 'cells', j, 'text'], cell.text, cell.sources);
      }
    }
  }
  for (const [i, { text }] of differences.entries()) add('differences.yml', [i, 'text'], text);
  return said;
}
