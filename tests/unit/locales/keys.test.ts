import { globSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';

type Messages = { [name: string]: string | Messages };

const messages = parse(readFileSync('locales/en.yml', 'utf8')) as Messages;
const sources = globSync(['components/**/*.{ts,tsx}', 'entrypoints/**/*.{ts,tsx}', 'wxt.config.ts']).map((file) =>
  readFileSync(file, 'utf8'),
);
const source = sources.join('\n');

/** A message is a text, or a singular `1` and a plural `n`. */
const isMessage = (value: string | Messages): boolean => typeof value === 'string' || 'n' in value;

function keysOf(tree: Messages, path = ''): string[] {
  return Object.entries(tree).flatMap(([name, value]) =>
    isMessage(value) ? [path + name] : keysOf(value as Messages, `${path}${name}.`),
  );
}

const keys = keysOf(messages);
/** `i18n.t(`kind.${kind}`)`: every key under such a beginning may be asked for. */
const beginnings = [...source.matchAll(/`(\w+\.)\$\{/g)].map(([, beginning]) => beginning!);
const isUsed = (key: string) =>
  source.includes(`'${key}'`) ||
  source.includes(`__MSG_${key.replace('.', '_')}__`) ||
  beginnings.some((beginning) => key.startsWith(beginning));

describe('the words of the pages', () => {
  it('are all used', () => {
    expect(keys.filter((key) => !isUsed(key))).toEqual([]);
  });
  it('are all there', () => {
    const asked = [...source.matchAll(/i18n\.t\(\s*'([\w.]+)'/g)].map(([, key]) => key!);
    expect(asked.length).toBeGreaterThan(50);
    expect(asked.filter((key) => !keys.includes(key))).toEqual([]);
  });
  it('have names that the browsers allow', () => {
    expect(keys.filter((key) => !/^[a-zA-Z0-9_.]+$/.test(key))).toEqual([]);
  });
  it('give the number in every plural', () => {
    const plurals = keys
      .map((key) => key.split('.').reduce<string | Messages>((tree, name) => (tree as Messages)[name]!, messages))
      .filter((message) => typeof message !== 'string') as unknown as { n: string }[];
    expect(plurals.length).toBeGreaterThan(3);
    for (const { n } of plurals) expect(n).toContain('$1');
  });
});
