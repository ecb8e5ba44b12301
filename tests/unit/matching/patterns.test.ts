/** No pattern is made of what a reader or a page has written: it could be one that takes for ever, or means something else. */
import { globSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

/** Each place where a pattern is made of a string, as it was looked at: of constants of the same file, all of them. */
const MADE = [
  'core/lazy-pattern.ts: pattern ??= new RegExp(source, flags);',
  // biome-ignore-start lint/suspicious/noTemplateCurlyInString: quoted from there.
  "core/matching/normalise.ts: const APOSTROPHE = new RegExp(`[${APOSTROPHES}]`, 'g');",
  "core/matching/normalise.ts: const HYPHEN = new RegExp(`[${HYPHENS}]`, 'g');",
  "core/settings/deceptive-names.ts: ].map(([letters, home]) => ({ letters: new RegExp(`^[${letters}]+$`, 'u'), home: home!.split(' ') }));",
  // biome-ignore-end lint/suspicious/noTemplateCurlyInString: quoted from there.
];
/** What is searched for a string without a pattern. */
const OTHER_SEARCHES = ['core/glossary/search.ts: const hits = index.search(query, {'];

const lines = globSync('{core,page,components,entrypoints}/**/*.{ts,tsx}')
  .toSorted()
  .flatMap((file) =>
    readFileSync(file, 'utf8')
      .split('\n')
      .map((line) => ({ file, line })),
  );
const linesWith = (pattern: RegExp) =>
  lines.filter(({ line }) => pattern.test(line)).map(({ file, line }) => `${file}: ${line.trim()}`);

/** `RegExp` called, asked for a member, or handed on under another name. */
const CONSTRUCTOR = /\bRegExp\s*[(.]|[=(]\s*RegExp\b|\.compile\(/;
/** A method that makes a pattern of a string, given neither a pattern's literal nor a constant. */
const IMPLIED = /\.(?:match|matchAll|search)\(\s*(?!\/|[A-Z_]+\b)/;
const LAZY = /\blazyPattern\(/;

describe('patterns', () => {
  it('are made of strings in these places alone', () => {
    expect(lines.length).toBeGreaterThan(10_000);
    expect(linesWith(CONSTRUCTOR)).toEqual(MADE);
  });

  it('that wait to be made are named at the top of a module, before there is any text', () => {
    const calls = lines.filter(({ line }) => LAZY.test(line) && !line.startsWith('export function lazyPattern('));
    expect(calls.length).toBeGreaterThan(10);
    expect(calls.filter(({ line }) => !/^(?:export )?const [A-Z_]+ = lazyPattern\(/.test(line))).toEqual([]);
  });

  it('are given to what would make one of a string', () => {
    expect(linesWith(IMPLIED)).toEqual(OTHER_SEARCHES);
  });
});

it.each([
  [
    CONSTRUCTOR,
    ['new RegExp(text)', 'RegExp (text)', 'const Of = RegExp;', 'make(RegExp)', 'one.compile(text)'],
    'x: RegExp',
  ],
  [IMPLIED, ['text.match(word)', 'text.search(`a`)', 'text.matchAll("a")'], 'text.match(/a/) ?? text.match(WORD)'],
])('%s finds what it is to find', (pattern, found, not) => {
  expect(found.filter((line) => !pattern.test(line))).toEqual([]);
  expect(pattern.test(not)).toBe(false);
});
