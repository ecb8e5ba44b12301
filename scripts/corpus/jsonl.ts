/** A line of input that is not what it should be; the message names the line and the field. */
export class LineError extends Error {
  override name = 'LineError';
}

type FieldType = 'string' | 'number' | 'array';
/** The fields a line must or may have, with the types that are right for them. */
export type Fields = Record<string, { types: FieldType[]; required?: boolean }>;

/**
 * Reads JSON lines; blank lines are skipped.
 * @throws LineError naming the first bad line and field.
 */
export function parseLines<T>(text: string, fields: Fields): T[] {
  return text.split('\n').flatMap((line, i) => (line.trim() === '' ? [] : [parseLine<T>(line, i + 1, fields)]));
}

/** Reads one line of JSON; `number` is for the message alone. Throws a LineError as `parseLines` does. */
export function parseLine<T>(line: string, number: number, fields: Fields): T {
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch (error) {
    throw new LineError(`line ${number}: not JSON (${(error as Error).message})`);
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    throw new LineError(`line ${number}: must be an object`);
  }
  for (const [name, { types, required }] of Object.entries(fields)) {
    const field = (value as Record<string, unknown>)[name];
    if (field === undefined || (field === null && !required)) {
      if (required) throw new LineError(`line ${number}: field "${name}" is missing`);
      continue;
    }
    const is = Array.isArray(field) ? 'array' : typeof field;
    if (!types.some((type) => type === is)) {
      throw new LineError(`line ${number}: field "${name}" must be ${types.map(withArticle).join(' or ')}, is ${is}`);
    }
  }
  return value as T;
}

const withArticle = (type: string): string => `${/^[aeiou]/.test(type) ? 'an' : 'a'} ${type}`;
