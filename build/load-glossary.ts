/** Reads all of `data/`: every file checked, every reference resolved, all problems told at once. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type * as v from 'valibot';
import { comparisonFile, type GlossaryData, type Problem, senseFile, termFile } from '../core/glossary/data.ts';
import { findBrokenReferences } from '../core/glossary/references.ts';
import {
  type Comparison,
  ComparisonSchema,
  CuesSchema,
  type Difference,
  DifferencesSchema,
  type Sense,
  SenseSchema,
  SourcesSchema,
  type Term,
  TermSchema,
  WeightsSchema,
} from '../core/glossary/schema.ts';
import { type DataFile, readDataFile } from './read-data-file.ts';

/** The project's own `data/`. */
export const DATA_FOLDER = join(import.meta.dirname, '..', 'data');

/** The data cannot be compiled; the message has one line a problem: file, line, field, reason. */
export class GlossaryError extends Error {
  override name = 'GlossaryError';
}

export interface GlossaryReading {
  /** To be used only when there are no problems. */
  data: GlossaryData;
  problems: Problem[];
  /** "data/terms/producer.yml:12: forms[3].level: must be 0, 1, 2 or 3, was 7" */
  tell(problem: Problem): string;
}

/** The whole glossary as edited. Throws a GlossaryError that names every problem. */
export function loadGlossary(folder = DATA_FOLDER): GlossaryData {
  const { data, problems, tell } = readGlossary(folder);
  if (problems.length > 0) throw new GlossaryError(problems.map(tell).join('\n'));
  return data;
}

/** The whole glossary as edited, with what is wrong with it. */
export function readGlossary(folder = DATA_FOLDER): GlossaryReading {
  const files = new Map<string, DataFile>();
  const problems: Problem[] = [];

  const read = <T>(file: string, schema: v.GenericSchema): T => {
    const read = readDataFile(file, readFileSync(join(folder, file), 'utf8'), schema);
    files.set(file, read);
    problems.push(...read.problems);
    return read.value as T;
  };
  /** The good files of a folder; each must carry the name that its own content asks for. */
  const readAll = <T>(name: string, schema: v.GenericSchema, nameFor: (value: T) => string): T[] => {
    const names = readdirSync(join(folder, name)).filter((entry) => entry.endsWith('.yml'));
    return names.toSorted().flatMap((entry) => {
      const file = `${name}/${entry}`;
      const value = read<T>(file, schema);
      if (files.get(file)?.problems.length !== 0) return [];
      if (nameFor(value) === file) return [value];
      problems.push({ file, path: [], reason: `must be called ${nameFor(value)}` });
      return [];
    });
  };

  const data: GlossaryData = {
    sources: read('sources.yml', SourcesSchema),
    cues: read('cues.yml', CuesSchema),
    weights: read('weights.yml', WeightsSchema),
    differences: read<Difference[]>('differences.yml', DifferencesSchema),
    terms: readAll<Term>('terms', TermSchema, ({ id }) => termFile(id)),
    comparisons: readAll<Comparison>('comparisons', ComparisonSchema, ({ id }) => comparisonFile(id)),
    senses: readAll<Sense>('senses', SenseSchema, ({ forms }) => senseFile(forms)),
  };
  // References to a file that is itself broken would only repeat its problem.
  if (problems.length === 0) problems.push(...findBrokenReferences(data));
  const tell = ({ file, path, reason }: Problem) => {
    const line = files.get(file)?.lineOf(path) ?? 1;
    return `data/${file}:${line}: ${path.length > 0 ? `${fieldName(path)}: ` : ''}${reason}`;
  };
  return { data, problems, tell };
}

/** `['forms', 3, 'level']` as `forms[3].level`. */
const fieldName = (path: Problem['path']): string =>
  path.map((step, i) => (typeof step === 'number' ? `[${step}]` : i > 0 ? `.${step}` : step)).join('');
