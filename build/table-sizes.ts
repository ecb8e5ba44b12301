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
  /** All that a page of ours names in its head, and so needs before it can be drawn, by the page's file name. */
  pages: Record<string, Size & { files: number }>;
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

/** A line on what a built page loads before it can be drawn: its own file, scripts and sheets. */
export function weighPage(name: string, folder: string, { files, ...most }: Size & { files: number }) {
  const html = readFileSync(join(folder, name), 'utf8');
  const named = [...html.matchAll(/(?:src|href)="\/([^"]+\.(?:js|css))"/g)].map(([, file]) => file!);
  const all = [html, ...named.map((file) => readFileSync(join(folder, file), 'utf8'))];
  const { line, fits } = weigh(name, all.join('\n'), most);
  return { line: `${line}, in ${all.length} files (budget ${files})`, fits: fits && all.length <= files };
}

function weigh(name: string, text: string, most: Size): { line: string; fits: boolean; size: Size } {
  const size = { raw: Buffer.byteLength(text), gzip: gzipSync(text).byteLength };
  const fits = size.raw <= most.raw && size.gzip <= most.gzip;
  const limits = `budget ${kilobytes(most.raw)}, ${kilobytes(most.gzip)}`;
  const line = `${name}: ${kilobytes(size.raw)} raw, ${kilobytes(size.gzip)} gzip (${limits})${fits ? '' : ' OVER BUDGET'}`;
  return { line, fits, size };
}

const kilobytes = (bytes: number): string => `${(bytes / 1000).toFixed(1)} kB`;
