/** Whether everything that the glossary's files name exists, and whether each form has one owner. */
import { comparisonFile, type GlossaryData, type Problem, senseFile, termFile } from './data.ts';
import { statements } from './statements.ts';

/** Every dangling id, unknown source and doubly owned form, in the order of the files. */
export function findBrokenReferences(data: GlossaryData): Problem[] {
  const terms = new Map(data.terms.map((term) => [term.id, term]));
  const problems: Problem[] = [];
  const report = (file: string, path: Problem['path'], reason: string) => problems.push({ file, path, reason });

  const needTerm = (file: string, path: Problem['path'], id: string) => {
    if (!terms.has(id)) report(file, path, `no term has the id "${id}"`);
  };

  for (const { file, path, sources } of statements(data)) {
    for (const [i, id] of (sources ?? []).entries()) {
      if (Object.hasOwn(data.sources, id)) continue;
      report(file, [...path.slice(0, -1), 'sources', i], `no source "${id}" in sources.yml`);
    }
  }
  for (const term of data.terms) {
    const file = termFile(term.id);
    for (const [i, id] of (term.confusedWith ?? []).entries()) {
      needTerm(file, ['confusedWith', i], id);
      if (id === term.id) report(file, ['confusedWith', i], 'a term cannot be confused with itself');
    }
  }
  for (const comparison of data.comparisons) {
    const file = comparisonFile(comparison.id);
    for (const [i, id] of comparison.columns.entries()) needTerm(file, ['columns', i], id);
    for (const [i, { cells }] of comparison.rows.entries()) {
      if (cells.length !== comparison.columns.length) {
        report(
          file,
          ['rows', i, 'cells'],
          `must be ${comparison.columns.length} cells, one a column, was ${cells.length}`,
        );
      }
    }
  }
  for (const [i, difference] of data.differences.entries()) {
    for (const [j, id] of difference.terms.entries()) needTerm('differences.yml', [i, 'terms', j], id);
  }
  for (const sense of data.senses) {
    const file = senseFile(sense.forms);
    needTerm(file, ['term'], sense.term);
    const owned = new Set(terms.get(sense.term)?.forms.map((form) => form.text));
    for (const [i, form] of sense.forms.entries()) {
      if (terms.has(sense.term) && !owned.has(form)) {
        report(file, ['forms', i], `"${form}" is not a form in ${termFile(sense.term)}`);
      }
    }
  }
  return [...problems, ...findFormConflicts(data)];
}

/** Forms owned twice, judged twice, or called secondary though no other term owns them. Case does not tell forms apart. */
function findFormConflicts(data: GlossaryData): Problem[] {
  const problems: Problem[] = [];
  const owner = new Map<string, string>();
  for (const term of data.terms) {
    for (const [i, form] of term.forms.entries()) {
      if (form.secondary) continue;
      const other = owner.get(form.text.toLowerCase());
      if (other !== undefined) {
        const reason = `"${form.text}" is already a form in ${termFile(other)}; give one of the two "secondary: true"`;
        problems.push({ file: termFile(term.id), path: ['forms', i, 'text'], reason });
      }
      owner.set(form.text.toLowerCase(), term.id);
    }
  }
  for (const term of data.terms) {
    for (const [i, form] of term.forms.entries()) {
      if (!form.secondary || owner.has(form.text.toLowerCase())) continue;
      const reason = `"${form.text}" is secondary, but no other term owns it`;
      problems.push({ file: termFile(term.id), path: ['forms', i, 'secondary'], reason });
    }
  }
  const judged = new Map<string, string>();
  for (const sense of data.senses) {
    const file = senseFile(sense.forms);
    for (const [i, form] of sense.forms.entries()) {
      const other = judged.get(form.toLowerCase());
      if (other !== undefined) problems.push({ file, path: ['forms', i], reason: `"${form}" is already in ${other}` });
      judged.set(form.toLowerCase(), file);
    }
  }
  return problems;
}
