/** Says in an editor's words what a schema found wrong. */
import type * as v from 'valibot';
import type { Problem } from '../core/glossary/data.ts';

/** The field and the reason: "must be 0, 1, 2 or 3, was 7". */
export function explainIssue(issue: v.BaseIssue<unknown>): Omit<Problem, 'file'> {
  const path = (issue.path ?? []).map(({ key }) => key as string | number);
  return { path, reason: reason(issue) };
}

function reason(issue: v.BaseIssue<unknown>): string {
  const { type, kind, expected, input } = issue;
  if (type === 'strict_object' && expected === 'never') return 'no such field here';
  if (input === undefined) return 'is missing';
  if (type === 'picklist' || type === 'literal') return `must be ${choice(expected ?? '')}, was ${show(input)}`;
  if (type === 'string') return `must be text, was ${show(input)}; put it in quotes if it is meant`;
  if (type === 'max_length') return `must be at most ${limit(issue)} characters, has ${String(input).length}`;
  if (type === 'iso_date') return `must be a date as YYYY-MM-DD, was ${show(input)}`;
  if (type === 'url') return `must be a full address (https://…), was ${show(input)}`;
  if (kind === 'schema')
    return `must be ${{ array: 'a list', strict_object: 'a set of fields' }[type] ?? expected}, was ${show(input)}`;
  return `${issue.message}, was ${show(input)}`;
}

const limit = (issue: v.BaseIssue<unknown>): string => String('requirement' in issue ? issue.requirement : '');
const show = (input: unknown): string => JSON.stringify(input) ?? String(input);

/** valibot's `("a" | "b" | "c")` as "a, b or c". */
function choice(expected: string): string {
  const options = expected
    .replace(/^\(|\)$/g, '')
    .split(' | ')
    .map((option) => option.replaceAll('"', ''));
  return options.length < 2 ? options.join() : `${options.slice(0, -1).join(', ')} or ${options.at(-1)}`;
}
