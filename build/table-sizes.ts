/** How much the compiled tables and the content script weigh, held by `budget.json`. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { Tables } from './compile-tables.ts';

export interface Budget {
  /** Bytes of each table as JSON, raw and gzipped. */
  tables: Record<keyof Tables, Size>;
  /** The same of scripts in the built extension, by file name. */
  scripts: Record<string, ScriptBudget>;
  /** How many places may still break an editorial rule; numbers that may only fall. */
  editorial: Record<string, number>;
  /** The least that the median definition must reach in Flesch reading ease. */
  readingEase: number;
}

export interface ScriptBudget extends Size {
  /** What it weighed in the last release; null before the first. Set by whoever releases. */
  released: (Size & { version: string }) | null;
}

export const readBudget = (): Budget =>
  JSON.parse(readFileSync(join(import.meta.dirname, '..', 'budget.json'), 'utf8'));

export interface Size {
  /** Bytes. */
  raw: number;
  gzip: number;
}

/** One line a table, and whether all keep within the budget. */
export function weighTables(tables: Tables, budget: Budget): { lines: string[]; within: boolean } {
  const weighed = Object.entries(tables).map(([name, table]) => {
    const json = typeof table === 'string' ? table : JSON.stringify(table);
    return weigh(name, json, budget.tables[name as keyof Tables]);
  });
  return { lines: weighed.map(({ line }) => line), within: weighed.every(({ fits }) => fits) };
}

/** A line on one script of the built extension, against its budget and the last release. */
export function weighScript(name: string, source: string, { released, ...most }: ScriptBudget) {
  const { line, fits, size } = weigh(name, source, most);
  if (!released) return { line: `${line}; no release to compare with yet`, fits };
  const percent = (100 * (size.gzip / released.gzip - 1)).toFixed(1);
  return { line: `${line}; ${percent} % gzip against release ${released.version}`, fits };
}

function weigh(name: string, text: string, most: Size): { line: string; fits: boolean; size: Size } {
  const size = { raw: Buffer.byteLength(text), gzip: gzipSync(text).byteLength };
  const fits = size.raw <= most.raw && size.gzip <= most.gzip;
  const limits = `budget ${kilobytes(most.raw)}, ${kilobytes(most.gzip)}`;
  const line = `${name}: ${kilobytes(size.raw)} raw, ${kilobytes(size.gzip)} gzip (${limits})${fits ? '' : ' OVER BUDGET'}`;
  return { line, fits, size };
}

const kilobytes = (bytes: number): string => `${(bytes / 1000).toFixed(1)} kB`;
