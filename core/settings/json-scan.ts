/** What is wrong with a JSON text beyond its syntax, where `JSON.parse` stays silent. */
export interface JsonFault {
  /** Path of keys and indexes, `sites.example.com.on`; empty for the whole. */
  field: string;
  reason: 'too-deep' | 'too-many' | 'duplicate' | 'forbidden-name';
}

const FORBIDDEN = new Set(['__proto__', 'constructor', 'prototype']);

/** Most names in one object: above every limit of its own that a field has. */
const MOST_NAMES = 25_000;

/**
 * The first duplicate or dangerous name, an object of too many names, or nesting deeper than `deepest` levels. Reads a text that is valid JSON in one
 * pass without recursion, so that depth cannot exhaust the stack; of invalid text it makes what it can.
 */
export function scanJson(text: string, deepest: number): JsonFault | undefined {
  const levels: { names?: Set<string>; at: string | number }[] = [];
  const field = () => levels.map(({ at }) => at).join('.');
  const parent = () =>
    levels
      .slice(0, -1)
      .map(({ at }) => at)
      .join('.');
  let isName = false;
  for (const token of tokensOf(text)) {
    const level = levels.at(-1);
    if (token === '{' || token === '[') {
      levels.push(token === '{' ? { names: new Set(), at: '' } : { at: 0 });
      if (levels.length > deepest) return { field: field(), reason: 'too-deep' };
      isName = token === '{';
    } else if (token === '}' || token === ']') {
      levels.pop();
      isName = false;
    } else if (token === ',') {
      if (level && typeof level.at === 'number') level.at += 1;
      isName = level?.names !== undefined;
    } else if (token === ':') {
      isName = false;
    } else if (isName && level?.names) {
      const name = nameOf(token);
      level.at = name;
      if (FORBIDDEN.has(name)) return { field: field(), reason: 'forbidden-name' };
      if (level.names.has(name)) return { field: field(), reason: 'duplicate' };
      level.names.add(name);
      if (level.names.size > MOST_NAMES) return { field: parent(), reason: 'too-many' };
    }
  }
  return undefined;
}

const SIGN = /["{}[\],:]/g;

/**
 * Braces, brackets, commas, colons and texts; all else is passed over. A text is followed by hand: a pattern for it runs
 * out of stack on one of some megabytes.
 */
function* tokensOf(text: string): Generator<string> {
  SIGN.lastIndex = 0;
  for (let found = SIGN.exec(text); found; found = SIGN.exec(text)) {
    const [sign] = found;
    if (sign !== '"') {
      yield sign;
      continue;
    }
    let end = text.indexOf('"', found.index + 1);
    while (end >= 0 && isEscaped(text, end)) end = text.indexOf('"', end + 1);
    if (end < 0) return;
    yield text.slice(found.index, end + 1);
    SIGN.lastIndex = end + 1;
  }
}

/** Whether an odd number of backslashes stands before. */
function isEscaped(text: string, at: number): boolean {
  let before = at;
  while (text[before - 1] === '\\') before -= 1;
  return (at - before) % 2 === 1;
}

function nameOf(token: string): string {
  try {
    return JSON.parse(token) as string;
  } catch {
    return token;
  }
}
