/** How much of what the glossary says rests on a page that somebody opened and compared with it. */
import type { GlossaryData, Problem } from './data.ts';
import { type Said, statements } from './statements.ts';

/** Statements of one kind: how many there are, and how many cite an opened source of tier A or B. */
export interface Share {
  rest: number;
  all: number;
}

export type Kinds = 'facts' | 'notes' | 'sides' | 'cells';

/** Statements that no opened source of tier A or B carries. A weak source carries nothing alone, opened or not. */
export const unopenedStatements = (data: GlossaryData): Problem[] =>
  sourced(data)
    .filter((said) => !restsOnOpened(said, data))
    .map(({ file, path, sources }) => ({ file, path, reason: `none of ${sources.join(', ')} has been opened` }));

/** The share of facts, usage notes, sides of disputes and comparison cells (with intros) that rest on opened sources. */
export function openedShare(data: GlossaryData): Record<Kinds, Share> {
  const shares: Record<Kinds, Share> = {
    facts: { rest: 0, all: 0 },
    notes: { rest: 0, all: 0 },
    sides: { rest: 0, all: 0 },
    cells: { rest: 0, all: 0 },
  };
  for (const said of sourced(data)) {
    const share = shares[kindOf(said)];
    share.all++;
    if (restsOnOpened(said, data)) share.rest++;
  }
  return shares;
}

type Sourced = Said & Required<Pick<Said, 'sources'>>;

const sourced = (data: GlossaryData): Sourced[] =>
  statements(data).flatMap((said) => (said.sources ? [{ ...said, sources: said.sources }] : []));

const restsOnOpened = ({ sources }: Sourced, data: GlossaryData): boolean =>
  sources.some((id) => data.sources[id]?.opened !== undefined && data.sources[id].tier !== 'C');

function kindOf({ file, path }: Sourced): Kinds {
  if (file.startsWith('comparisons/')) return 'cells';
  return path[0] === 'facts' ? 'facts' : path[0] === 'usage' ? 'notes' : 'sides';
}
