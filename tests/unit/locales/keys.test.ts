import { globSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { STAGES } from '../../../components/stages.ts';
import { KINDS } from '../../../core/glossary/kinds.ts';
import { SCOPES } from '../../../core/glossary/schema.ts';

type Messages = { [name: string]: string | Messages };
type Message = string | { 1: string; n: string };

const FILES = globSync('locales/*.yml');
const code = sourceOf(['components/**/*.{ts,tsx}', 'entrypoints/**/*.{ts,tsx}', 'build/card-words-plugin.ts']);
/** What browsers read themselves: the manifest, and the titles that become part of it. */
const manifest = sourceOf(['wxt.config.ts', 'entrypoints/**/*.html', 'entrypoints/**/*.css']);

function sourceOf(globs: string[]): string {
  return globSync(globs)
    .map((file) => readFileSync(file, 'utf8'))
    .join('\n');
}

/** Every message of a file by its key. */
function messagesOf(file: string): Map<string, Message> {
  const found = new Map<string, Message>();
  const walk = (tree: Messages, path: string) => {
    for (const [name, value] of Object.entries(tree)) {
      // A message is a text, or a singular `1` and a plural `n`.
      if (typeof value === 'string' || 'n' in value) found.set(path + name, value as Message);
      else walk(value, `${path}${name}.`);
    }
  };
  walk(parse(readFileSync(file, 'utf8')) as Messages, '');
  return found;
}

const messages = messagesOf('locales/en.yml');
const keys = [...messages.keys()];
const groups = new Set(keys.map((key) => key.split('.')[0]!));
/** `i18n.t(`kind.${kind}`)`: every key under such a beginning may be asked for. The type check holds that all are there. */
const families = new Set([...code.matchAll(/`(\w+\.)\$\{/g)].map(([, beginning]) => beginning!));
const named = new Set([...manifest.matchAll(/__MSG_(\w+?)__/g)].map(([, name]) => name!.replaceAll('_', '.')));

describe('the words of the pages and the manifest', () => {
  it('are all used', () => {
    const used = (key: string) =>
      code.includes(`'${key}'`) || named.has(key) || [...families].some((family) => key.startsWith(family));
    expect(keys.filter((key) => !used(key))).toEqual([]);
  });
  it('are all there, those of the manifest too', () => {
    const quoted = [...code.matchAll(/'([a-z]\w*)\.([a-z]\w*)'/g)].filter(([, group]) => groups.has(group!));
    const asked = quoted.map(([, group, name]) => `${group}.${name}`);
    expect(asked.length).toBeGreaterThan(150);
    expect(named.size).toBeGreaterThan(5);
    expect([...asked, ...named].filter((key) => !messages.has(key))).toEqual([]);
  });
  it.each([
    ['kind', KINDS],
    ['kinds', KINDS],
    ['kindHint', KINDS],
    ['stage', [...STAGES, 'any']],
    ['scope', SCOPES.map((scope) => (scope === 'hip-hop' ? 'hipHop' : scope))],
  ] as const)('name every %s there is, and no other', (group, names) => {
    const found = keys.filter((key) => key.startsWith(`${group}.`)).map((key) => key.slice(group.length + 1));
    expect(found.toSorted()).toEqual([...names].toSorted());
  });
  it('are what the manifest says, in every text of it', () => {
    const texts = [...manifest.matchAll(/\b(?:name|description|title|default_title): '([^']*)'/g)].map(
      ([, text]) => text,
    );
    const titles = [...manifest.matchAll(/<title>(.*?)<\/title>/g)].map(([, title]) => title);
    expect(texts.length).toBeGreaterThan(4);
    expect(
      [...texts, ...titles].filter((text) => !text?.startsWith('__MSG_') && !text?.startsWith('liner-notes')),
    ).toEqual([]);
  });
  it('stand nowhere in the components themselves', () => {
    // The sample texts of the welcome page and the options are English on purpose, as the glossary is.
    const own = globSync(['components/**/*.tsx', 'entrypoints/**/*.tsx']).flatMap((file) => {
      const plain = readFileSync(file, 'utf8').replace(
        /\/\*.*?\*\/|\/\/[^\n]*|<(\w+)[^<>]* (?:lang="en"[^<>]*|\{\.\.\.ENGLISH\})>.*?<\/\1>/gs,
        '',
      );
      const texts = plain.matchAll(/>\s*([A-Za-z][^<>{}=;()|&]*?[a-z]{2}[^<>{}=;()|&]*)\s*[<{]/g);
      const attributes = plain.matchAll(/\s(?:title|aria-label|placeholder|alt|label)="([^"]+)"/g);
      return [...texts, ...attributes].map(([, text]) => `${file}: ${text}`);
    });
    expect(own).toEqual([]);
  });
  it('stand nowhere in what core and page tell of a mark or a setting', () => {
    const sentences = globSync(['core/{card,messages,sense,settings}/*.ts', 'page/**/*.ts']).flatMap((file) => {
      const plain = readFileSync(file, 'utf8').replace(/\/\*.*?\*\/|\/\/[^\n]*|Error\([^\n]*/gs, '');
      return [...plain.matchAll(/['`“"][A-Z][a-z]+(?: [a-z]+){2,}[^'`"\n]*/g)].map(([text]) => `${file}: ${text}`);
    });
    expect(sentences).toEqual([]);
  });
  it('have names that the browsers allow', () => {
    expect(keys.filter((key) => !/^[a-zA-Z0-9.]+$/.test(key))).toEqual([]);
  });
  it('give the number in every plural, and singular and plural differ', () => {
    const plurals = [...messages.values()].filter((message) => typeof message !== 'string');
    expect(plurals.length).toBeGreaterThan(6);
    for (const { 1: one, n } of plurals) {
      expect(n).toContain('$1');
      expect(one).not.toBe(n);
    }
  });
  it('count with a plural wherever a number stands before a noun', () => {
    const counted = [...messages].filter(([, message]) => typeof message === 'string' && /\$1 [a-z]+s\b/.test(message));
    expect(counted).toEqual([]);
  });
});

describe.each(FILES)('%s', (file) => {
  it('has a language, a direction, and exactly the messages of the English file, each with what is filled in', () => {
    const own = messagesOf(file);
    const filled = (message: Message | undefined) =>
      [...new Set(JSON.stringify(message).match(/\$\d/g) ?? [])].toSorted().join();
    expect([...own.keys()].toSorted()).toEqual(keys.toSorted());
    for (const [key, message] of own) expect([key, filled(message)]).toEqual([key, filled(messages.get(key))]);
    expect(own.get('locale.language')).toMatch(/^[a-z]{2,3}(-[A-Za-z0-9]+)*$/);
    expect(own.get('locale.direction')).toMatch(/^(ltr|rtl)$/);
  });
});
