import type { ComparedRow } from './compare.ts';

type Cell = ComparedRow['cells'][number];

export interface JoinedCell {
  cell: Cell;
  /** How many columns it stands for, and the first of them. */
  columns: number;
  start: number;
}

/** Neighbouring cells with the same text become one, which has the sources of all. */
export function joinCells(cells: readonly Cell[]): JoinedCell[] {
  const joined: JoinedCell[] = [];
  const text = (cell: Cell) => cell.map((statement) => statement.text).join('\n');
  cells.forEach((cell, start) => {
    const last = joined.at(-1);
    if (last && cell.length > 0 && text(last.cell) === text(cell)) {
      last.columns += 1;
      last.cell = last.cell.map(({ text, sources }, i) => ({
        text,
        sources: [...new Set([...sources, ...cell[i]!.sources])],
      }));
    } else joined.push({ cell, columns: 1, start });
  });
  return joined;
}
