/** What tests/bench/in-page.ts puts into the page. */
interface Timed {
  ms: number;
  result: number;
}
export interface Bench {
  bare(): Timed;
  gate(): Timed;
  pipeline(): Timed & { marks: number };
  markRegExp(): Timed;
  markArray(): Timed;
  candidates(): number;
  hold(): Promise<number>;
  release(): void;
  mutate(): number;
  frame(): Promise<number>;
  pointer(): number;
  longestSlice(): Promise<number>;
  readWith(times: number): number;
  size(): { nodes: number; text: number };
  passes(): boolean;
}
