import type { PageFunction } from './types.ts';

/** The source of a call that runs in a document and brings its result home as JSON. */
export function callSource<A extends unknown[], R>(fn: PageFunction<A, R>, args: A): string {
  return `(async () => JSON.stringify((await (${fn})(...${JSON.stringify(args)})) ?? null))()`;
}
