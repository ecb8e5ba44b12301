/** How much of a tree is read before it is asked whether anybody looks at more. Knows no tree: it only counts. */

/** What a run counts besides its text: many short ones take their time as well. */
const PER_RUN = 20;
/** Who reads on so soon after reading stopped, in ms, reads twice as much: the reader is faster than we are. */
const SOON = 200;

type State =
  /** The walk reads to its end. */
  | { is: 'whole' }
  /** So much is left of it, in UTF-16 code units; below 0: enough was read. `to`: where the walk would end. */
  | { is: 'part'; left: number; to: Node | null };

const WHOLE: State = { is: 'whole' };

export class Portion {
  private readonly first: number;
  private size: number;
  private state: State = WHOLE;
  private stoppedAt = Number.NEGATIVE_INFINITY;

  /** @param first UTF-16 code units, see `Limits.ahead`. */
  constructor(first: number) {
    this.size = this.first = first;
  }

  /** A walk may stop where nobody looks. */
  get isPart(): boolean {
    return this.state.is === 'part';
  }

  /** So much was read that it has to be asked whether anybody looks at more. */
  get isEnough(): boolean {
    return this.state.is === 'part' && this.state.left <= 0;
  }

  /** The walk that begins, or goes on, reads to its end. */
  takeAll(): void {
    this.state = WHOLE;
  }

  /** The walk that begins may stop. @param to where it would end; null: at the end of its tree. */
  begin(to: Node | null): void {
    this.state = { is: 'part', left: this.size, to };
  }

  /** What was left is gone on with: the walk that begins next may read more than the last, or as much as the first. */
  goOn(): void {
    this.size = performance.now() - this.stoppedAt < SOON ? this.size * 2 : this.first;
  }

  /** A run was read. @param length UTF-16 code units. */
  read(length: number): void {
    if (this.state.is === 'part') this.state.left -= length + PER_RUN;
  }

  /** Where the present walk would end; null: at the end of its tree. */
  get end(): Node | null {
    return this.state.is === 'part' ? this.state.to : null;
  }

  /** The walk has stopped before its end. */
  stop(): void {
    this.stoppedAt = performance.now();
  }

  reset(): void {
    this.size = this.first;
    this.state = WHOLE;
  }
}
