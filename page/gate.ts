/**
 * Whether a page holds anything for which a walk would be worth its time. The whole text is asked, in slices; after
 * changes again, but seldom: a chatty page without music must cost next to nothing.
 */
import type { PiecewiseGate } from '../core/sense/gate.ts';
import type { Limits } from './limits.ts';
import { pieceTexts } from './piece-texts.ts';

type Tree = Document | ShadowRoot;

export class Gate {
  private readonly gate: () => PiecewiseGate;
  private readonly limits: Limits;
  private readonly trees: () => Iterable<Tree>;
  private readonly due: () => void;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private asking: Generator<boolean | null> | null = null;
  /** What asking the whole page took last time, in ms. */
  private cost = 0;

  /**
   * @param gate makes what asks one tree's text.
   * @param trees those to be asked.
   * @param due called when the page is to be asked again: then `step` it.
   */
  constructor(gate: () => PiecewiseGate, limits: Limits, trees: () => Iterable<Tree>, due: () => void) {
    this.gate = gate;
    this.limits = limits;
    this.trees = trees;
    this.due = due;
  }

  /** A question waits for its time. */
  get waiting(): boolean {
    return this.timer !== undefined;
  }

  /** The page has changed: it is asked again in a while. */
  changed(): void {
    const { gateAfter, gatePatience, gateWait } = this.limits;
    this.timer ??= setTimeout(
      () => {
        this.timer = undefined;
        this.begin();
        this.due();
      },
      Math.max(gateAfter, Math.min(gateWait, this.cost * gatePatience)),
    );
  }

  /** Asks the page from its beginning, now. */
  begin(): void {
    this.asking = this.ask();
    this.cost = 0;
  }

  /** Goes on asking until the answer is there or `late()`: true, there is something; false, there is not; null, not known yet. */
  step(late: () => boolean): boolean | null {
    const start = performance.now();
    try {
      while (this.asking) {
        const { value, done } = this.asking.next();
        if (done || value) {
          this.asking = null;
          return value === true;
        }
        if (late()) return null;
      }
      return false;
    } finally {
      this.cost += performance.now() - start;
    }
  }

  stop(): void {
    clearTimeout(this.timer);
    this.timer = undefined;
    this.asking = null;
  }

  private *ask(): Generator<boolean | null> {
    for (const tree of this.trees()) {
      const gate = this.gate();
      for (const text of pieceTexts(tree)) yield gate.add(text);
      yield gate.end();
    }
  }
}
