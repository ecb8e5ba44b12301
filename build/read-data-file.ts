/** One YAML file of `data/`: read, checked against its schema, every problem with its line. */
import * as v from 'valibot';
import { isCollection, isMap, LineCounter, type ParsedNode, parseDocument } from 'yaml';
import type { Problem } from '../core/glossary/data.ts';
import { explainIssue } from './explain-issue.ts';

export interface DataFile {
  value: unknown;
  problems: Problem[];
  /** The 1-based line on which a field stands, or its nearest parent that exists. */
  lineOf(path: Problem['path']): number;
}

/** Parses `text` and checks it. With problems, `value` is not to be used. */
export function readDataFile(file: string, text: string, schema: v.GenericSchema): DataFile {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false });
  const lineAt = (offset: number) => Math.max(1, lines.linePos(offset).line);
  const syntax = document.errors.map((error) => ({ line: lineAt(error.pos[0]), reason: error.message }));
  if (syntax.length > 0) {
    return {
      value: undefined,
      problems: syntax.map(({ reason }) => ({ file, path: [], reason: `not valid YAML: ${reason}` })),
      lineOf: () => syntax[0]?.line ?? 1,
    };
  }
  const result = v.safeParse(schema, document.toJS());
  return {
    value: result.output,
    problems: result.success ? [] : result.issues.map((issue) => ({ file, ...explainIssue(issue) })),
    lineOf: (path) => lineAt(offsetOf(document.contents, path)),
  };
}

/** Where the field at `path` begins: at its key, so that a missing value is still found. */
function offsetOf(root: ParsedNode | null, path: Problem['path']): number {
  let node: unknown = root;
  let offset = root?.range[0] ?? 0;
  for (const step of path) {
    if (isMap(node)) {
      const pair = node.items.find(({ key }) => String(key) === String(step));
      if (!pair) break;
      offset = (pair.key as ParsedNode).range[0];
      node = pair.value;
    } else if (isCollection(node)) {
      node = node.items[Number(step)];
      if (!node) break;
      offset = (node as ParsedNode).range[0];
    } else break;
  }
  return offset;
}
