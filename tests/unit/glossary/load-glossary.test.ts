import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { GlossaryError, loadGlossary } from '../../../build/load-glossary.ts';
import { newTerm } from '../../../build/new-term.ts';
import { placeholders } from '../../../core/glossary/editorial.ts';
import { writeSmallGlossary } from './small-glossary.ts';

let folder: string;
beforeEach(() => {
  folder = writeSmallGlossary();
});
afterEach(() => rmSync(folder, { recursive: true }));

/** Spoils one file of a small glossary. */
const spoil = (file: string, from: string | RegExp, to: string) => {
  const text = readFileSync(join(folder, file), 'utf8');
  expect(text).toMatch(from);
  writeFileSync(join(folder, file), text.replace(from, to));
};
const lineOf = (file: string, text: string) =>
  readFileSync(join(folder, file), 'utf8')
    .split('\n')
    .findIndex((line) => line.includes(text)) + 1;
const complaints = (): string[] => {
  try {
    loadGlossary(folder);
  } catch (error) {
    if (error instanceof GlossaryError) return error.message.split('\n');
    throw error;
  }
  return [];
};

describe('a mistake in the data is told with file, line, field and reason', () => {
  const file = 'terms/producer.yml';

  it('when a level is out of range', () => {
    spoil(file, 'text: music producer, level: 0', 'text: music producer, level: 7');
    const line = lineOf(file, 'level: 7');
    expect(complaints()).toEqual([`data/${file}:${line}: forms[1].level: must be 0, 1, 2 or 3, was 7`]);
  });

  it('when a form starts with a sign, at which no match can begin', () => {
    spoil(file, 'text: music producer, level: 0', 'text: "+48V", level: 0');
    const line = lineOf(file, '+48V');
    expect(complaints()).toEqual([
      `data/${file}:${line}: forms[1].text: must begin with a letter or digit, was "+48V"`,
    ]);
  });

  it('when a definition is too long', () => {
    spoil(file, /definition: .*/, `definition: ${'long '.repeat(40)}`);
    const line = lineOf(file, 'definition:');
    expect(complaints()).toEqual([`data/${file}:${line}: definition: must be at most 160 characters, has 199`]);
  });

  it('when a field is missing', () => {
    spoil(file, /^kind: .*\n/m, '');
    expect(complaints()).toEqual([`data/${file}:2: kind: is missing`]);
  });

  it('when a field is misspelt', () => {
    spoil(file, /^confusedWith:/m, 'confusedwith:');
    expect(complaints()).toEqual([`data/${file}:${lineOf(file, 'confusedwith:')}: confusedwith: no such field here`]);
  });

  it('when a number stands where text should', () => {
    spoil(file, 'text: music producer,', 'text: 808,');
    const line = lineOf(file, 'text: 808');
    expect(complaints()).toEqual([
      `data/${file}:${line}: forms[1].text: must be text, was 808; put it in quotes if it is meant`,
    ]);
  });

  it('when a source does not exist', () => {
    spoil(file, /sources: \[[\w-]+/, 'sources: [bttr');
    const line = lineOf(file, 'bttr');
    expect(complaints()).toEqual([`data/${file}:${line}: facts[0].sources[0]: no source "bttr" in sources.yml`]);
  });

  it('when another term has the form already', () => {
    spoil(file, 'text: music producer,', 'text: mix engineer,');
    expect(complaints().join('\n')).toContain('is already a form in terms/');
  });

  it('when the file is not named after its id', () => {
    spoil(file, 'id: producer', 'id: the-producer');
    expect(complaints()).toEqual([`data/${file}:2: must be called terms/the-producer.yml`]);
  });

  it('when it is no YAML at all', () => {
    spoil(file, 'kind: role', 'kind: role: x');
    expect(complaints()[0]).toMatch(`data/${file}:4: not valid YAML: `);
  });

  it('and all mistakes are told at once', () => {
    spoil(file, /^kind: .*/m, 'kind: job');
    spoil('comparisons/producer-mixer.yml', /^title: .*\n/m, '');
    expect(complaints()).toHaveLength(2);
  });
});

it('a new entry validates as it stands, and counts as still to be written', () => {
  const today = '2026-11-22';
  writeFileSync(join(folder, 'terms/808-tamer.yml'), newTerm({ id: '808-tamer', owned: false, today }));
  writeFileSync(join(folder, 'terms/music-producer.yml'), newTerm({ id: 'music-producer', owned: true, today }));
  expect(complaints()).toEqual([]);
  expect(placeholders(loadGlossary(folder))).toHaveLength(6);
});

it('the data as it stands has no mistake', { timeout: 30_000 }, () => {
  expect(() => loadGlossary()).not.toThrow();
});
