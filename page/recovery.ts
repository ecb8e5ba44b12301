import type { Limits } from './limits.ts';

/** Each rest after what marks could not be brought is so many times as long as the last one. */
const BACK_OFF = 5;

type RecoveryLimits = Pick<Limits, 'faults' | 'recover' | 'bringAgain' | 'longestRest'>;

/** How long marking leaves a page alone after something went wrong, in ms, and what begins it again. */
export class Recovery {
  readonly #limits: RecoveryLimits;
  readonly #begin: () => void;
  #faults = 0;
  /** How often what marks could not be brought. */
  #refusals = 0;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(limits: RecoveryLimits, begin: () => void) {
    this.#limits = limits;
    this.#begin = begin;
  }

  /** Something of ours threw: infinite once that has happened too often. */
  afterFault(): number {
    this.#faults++;
    return this.#faults < this.#limits.faults ? this.#limits.recover : Number.POSITIVE_INFINITY;
  }

  /** What marks could not be brought. Nothing of ours is broken, so it is not given up: the next try may be luckier. */
  afterRefusal(): number {
    return this.#limits.bringAgain * BACK_OFF ** this.#refusals++;
  }

  /** Begins again after so many ms, at most `longestRest`; never after infinitely many. */
  beginIn(ms: number): void {
    if (Number.isFinite(ms)) this.#timer = setTimeout(this.#begin, Math.min(ms, this.#limits.longestRest));
  }

  stop(): void {
    clearTimeout(this.#timer);
  }
}
