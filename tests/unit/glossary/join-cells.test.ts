import { describe, expect, it } from 'vitest';
import { joinCells } from '../../../core/glossary/join-cells.ts';

describe('cells beside each other', () => {
  const says = (text: string, ...sources: string[]) => [{ text, sources }];
  it('are one where they say the same, with the sources of all', () =>
    expect(joinCells([says('Same', 'a', 'b'), says('Same', 'b', 'c'), says('Other', 'd')])).toEqual([
      { cell: says('Same', 'a', 'b', 'c'), columns: 2, start: 0 },
      { cell: says('Other', 'd'), columns: 1, start: 2 },
    ]));
  it('stay apart where others are between them, and where they say nothing', () =>
    expect(joinCells([says('Same'), says('Other'), says('Same'), [], []]).map(({ columns }) => columns)).toEqual([
      1, 1, 1, 1, 1,
    ]));
});
