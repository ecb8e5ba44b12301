/** How much the compiled tables weigh, held by `budget.json`. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { Tables } from './compile-tables.ts';

export interface Budget {
  /** Bytes of each table as JSON, raw and gzipped. */
  tables: Record<keyof Tables, { raw: number; gzip: number }>;
  /** How many places may still break an editorial rule; numbers that may only fall. */
  editorial: Record<string, number>;
  /** The least that the median definition must reach in Flesch reading ease. */
  readingEase: number;
}

export const readBudget = (): Budget =>
  JSON.parse(readFileSync(join(import.meta.dirname, '..', 'budget.json'), 'utf8'));

/** One line a table, and whether all keep within the budget. */
export function weighTables(tables: Tables, budget: Budget): { lines: string[]; within: boolean } {
  let within = true;
  const lines = Object.entries(tables).map(([name, table]) => {
    const json = typeof table === 'string' ? table : JSON.stringify(table);
    const size = { raw: Buffer.byteLength(json), gzip: gzipSync(json).byteLength };
    const most = budget.tables[name as keyof Tables];
    const fits = size.raw <= most.raw && size.gzip <= most.gzip;
    within &&= fits;
    const limits = `budget ${kilobytes(most.raw)}, ${kilobytes(most.gzip)}`;
    return `${name}: ${kilobytes(size.raw)} raw, ${kilobytes(size.gzip)} gzip (${limits})${fits ? '' : ' OVER BUDGET'}`;
  });
  return { lines, within };
}

const kilobytes = (bytes: number): string => `${(bytes / 1000).toFixed(1)} kB`;
