import type { FrameState } from './page-status.ts';

/** One occurrence of a term: in which frame, and the how manieth there, from 0. */
export interface Place {
  frame: number;
  index: number;
}

/** Where a term stands on the page, frame by frame, each in its own order. */
export const placesOf = (frames: readonly FrameState[], term: string): Place[] =>
  frames.flatMap(({ frame, state }) => {
    const count = state.state === 'marking' ? (state.terms.find(({ id }) => id === term)?.count ?? 0) : 0;
    return Array.from({ length: count }, (_, index) => ({ frame, index }));
  });
