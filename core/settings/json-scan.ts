/** What is wrong with a JSON text beyond its syntax, where `JSON.parse` stays silent. */
export interface JsonFault {
  /** Path of keys and indexes, `sites.example.com.on`; empty for the whole. */
  field: string;
  reason: 'too-deep' | 'duplicate' | 'forbidden-name';
}

const FORBIDDEN = new Set(['__proto__', 'constructor', 'prototype']);

/**
 * The first duplicate or dangerous name, or nesting deeper than `deepest` levels. Reads a text that is valid JSON in one
 * pass without recursion, so that depth cannot exhaust the stack; of invalid text it makes what it can.
 */
export function scanJson(text: string, deepest: number): JsonFault | undefined {
  const levels: { names?: Set<string>; at: string | number }[] = [];
  const field = () => levels.map(({ at }) => at).join('.');
  const tokens = /"(?:[^"\\]|\\.)*"|[{}[\],:]/g;
  let isName = false;
  for (const [token] of text.matchAll(tokens)) {
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
    }
  }
  return undefined;
}

function nameOf(token: string): string {
  try {
    return JSON.parse(token) as string;
  } catch {
    return token;
  }
}
