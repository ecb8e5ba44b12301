/** Waits for an answer that may never come. */

export const SILENT = Symbol('no answer in time');

/** What is answered, or `SILENT` after `ms`. Rejects as the answer does. */
export function inTime<T>(asked: Promise<T>, ms: number): Promise<T | typeof SILENT> {
  return new Promise((resolve, reject) => {
    const late = setTimeout(() => resolve(SILENT), ms);
    asked.then(resolve, reject).finally(() => clearTimeout(late));
  });
}
