/** What tests/bench/in-page.ts and its neighbour put into the page. */
interface Timed {
  ms: number;
  result: number;
}
export interface Bench {
  bare(): Timed;
  gate(): Timed;
  /**
   * @param all what lies far from the viewport too.
   * @returns working time until all rests, and until the first scan is over; how many marks are registered to be painted
   * then, and how many are found in the end.
   */
  pipeline(all?: boolean): Promise<{ ms: number; toMarks: number; marks: number; registered: number }>;
  markRegExp(): Timed;
  markArray(): Timed;
  candidates(): number;
  /** The first scan of a document by a judge that was never used, by an engine of its own, until all is read. */
  cold(): Promise<{ ms: number; longest: number; near: number }>;
  hold(): Promise<number>;
  release(): void;
  spans(): number;
  pristine(): void;
  relayout(): Promise<number>;
  longestTask(): Promise<number>;
  readWith(times: number): number;
  size(): { nodes: number; text: number };
  passes(): boolean;
}
