/** Longest delay that `setTimeout` keeps, in ms. */
const LONGEST = 2 ** 31 - 1;

/** How long to wait for the end of a pause, in ms; longer ones end in several waits. @param until ms since the epoch. */
export const untilOver = (until: number): number => Math.min(until - Date.now() + 1, LONGEST);
