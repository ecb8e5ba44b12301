/** Run-length encoding: numbers of which many that follow each other are alike, as the number and how often. */

export function packRuns(numbers: Iterable<number>): number[] {
  const runs: number[] = [];
  for (const number of numbers) {
    if (runs.length > 0 && runs.at(-2) === number) runs[runs.length - 1]!++;
    else runs.push(number, 1);
  }
  return runs;
}

/** Unpacks runs into a list that has room for them. */
export function unpackRuns<List extends Int16Array | Uint16Array | Uint8Array>(
  runs: readonly number[],
  list: List,
): List {
  let at = 0;
  for (let i = 0; i < runs.length; i += 2) {
    const end = at + runs[i + 1]!;
    list.fill(runs[i]!, at, end);
    at = end;
  }
  return list;
}
