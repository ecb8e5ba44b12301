/** What an editor would send back: rules that the shape of a file cannot express. Each gives the places that break it. */
import { type GlossaryData, type Problem, termFile } from './data.ts';
import { statements } from './statements.ts';

/** What `npm run new` writes in place of text; nothing that still holds it may ship. */
export const PLACEHOLDER = 'To be written';

/** Facts an entry has to rest on. */
const FACTS_MIN = 2;

/** A confusable that does not name this term in turn. */
export function oneWayConfusables({ terms }: GlossaryData): Problem[] {
  const confused = new Map(terms.map(({ id, confusedWith }) => [id, confusedWith ?? []]));
  return terms.flatMap(({ id, confusedWith }) =>
    (confusedWith ?? []).flatMap((other, i) =>
      confused.get(other)?.includes(id)
        ? []
        : [
            {
              file: termFile(id),
              path: ['confusedWith', i],
              reason: `${termFile(other)} does not name "${id}" in turn`,
            },
          ],
    ),
  );
}

/** Entries that rest on too few facts. */
export const thinEntries = ({ terms }: GlossaryData): Problem[] =>
  terms
    .filter(({ facts }) => facts.length < FACTS_MIN)
    .map(({ id, facts }) => ({
      file: termFile(id),
      path: ['facts'],
      reason: `needs ${FACTS_MIN} facts, has ${facts.length}`,
    }));

/** Statements that only sources of tier C carry. */
export const weaklySourced = (data: GlossaryData): Problem[] =>
  statements(data)
    .filter(({ sources }) => sources?.every((id) => data.sources[id]?.tier === 'C'))
    .map(({ file, path }) => ({ file, path, reason: 'rests on tier C sources alone' }));

/** Sources that nothing cites. */
export function uncitedSources(data: GlossaryData): Problem[] {
  const cited = new Set(statements(data).flatMap(({ sources }) => sources ?? []));
  return Object.keys(data.sources)
    .filter((id) => !cited.has(id))
    .map((id) => ({ file: 'sources.yml', path: [id], reason: 'nothing cites this source' }));
}

/** Entries that no reader can reach: no form of their own, no other term's confusable, in no comparison. */
export function deadEntries({ terms, comparisons }: GlossaryData): Problem[] {
  const reached = new Set([
    ...terms.flatMap(({ confusedWith }) => confusedWith ?? []),
    ...comparisons.flatMap(({ columns }) => columns),
  ]);
  return terms
    .filter(({ id, forms }) => !reached.has(id) && !forms.some(({ secondary, bare }) => !secondary && bare !== false))
    .map(({ id }) => ({ file: termFile(id), path: ['id'], reason: 'nothing leads to this entry' }));
}

/** Confusable pairs of which nothing says what sets them apart. */
export function pairsWithoutDifference({ terms, differences }: GlossaryData): Problem[] {
  const told = new Set(differences.map(({ terms: pair }) => pair.toSorted().join(' ')));
  return terms.flatMap(({ id, confusedWith }) =>
    (confusedWith ?? []).flatMap((other, i) => {
      if (other < id || told.has(`${id} ${other}`)) return [];
      return [
        { file: termFile(id), path: ['confusedWith', i], reason: `no line in differences.yml tells "${other}" apart` },
      ];
    }),
  );
}

/** Differences told twice, or of terms that do not name each other as confusable. */
export function idleDifferences({ terms, differences }: GlossaryData): Problem[] {
  const confused = new Map(terms.map(({ id, confusedWith }) => [id, confusedWith ?? []]));
  const told = new Set<string>();
  return differences.flatMap(({ terms: [a, b] }, i) => {
    const pair = [a, b].toSorted().join(' ');
    const reason = told.has(pair)
      ? `"${a}" and "${b}" have a line already`
      : confused.get(a)?.includes(b)
        ? null
        : `"${a}" does not name "${b}" as confusable`;
    told.add(pair);
    return reason === null ? [] : [{ file: 'differences.yml', path: [i], reason }];
  });
}

/** Forms that need their surroundings (level 2 and 3) but have no sense file to judge them by. */
export function formsWithoutSense({ terms, senses }: GlossaryData): Problem[] {
  const judged = new Set(senses.flatMap(({ forms }) => forms));
  return terms.flatMap(({ id, forms }) =>
    forms.flatMap(({ text, level, secondary, bare }, i) =>
      level < 2 || secondary || bare === false || judged.has(text)
        ? []
        : [
            {
              file: termFile(id),
              path: ['forms', i],
              reason: `"${text}" is level ${level} and has no file in senses/`,
            },
          ],
    ),
  );
}

/** Definitions, facts, notes and sides are sentences; cells of a table are not. */
export const unfinishedSentences = (data: GlossaryData): Problem[] =>
  statements(data)
    .filter(({ file, text }) => !file.startsWith('comparisons/') && !/[.?!]["')]?$/.test(text))
    .map(({ file, path }) => ({ file, path, reason: 'must end with a full stop' }));

/** Text that somebody still has to write. */
export const placeholders = (data: GlossaryData): Problem[] =>
  statements(data)
    .filter(({ text }) => text.includes(PLACEHOLDER))
    .map(({ file, path }) => ({ file, path, reason: 'still to be written' }));
