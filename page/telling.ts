/**
 * When those who listen for marks are told. Blocks that are read anew have none for a moment: who is told then takes for
 * granted what was marked before, and is told once more when all is read.
 */

type State =
  /** What is known of the marks is what is so. */
  | { is: 'sure' }
  /** Blocks have left and are not read again yet. `hadMarks`: something was marked before; `told`: somebody was told meanwhile. */
  | { is: 'unsure'; hadMarks: boolean; told: boolean };

const SURE: State = { is: 'sure' };

export class Telling {
  private readonly tell: () => void;
  private state: State = SURE;
  private due = false;

  /** @param tell tells those who listen. */
  constructor(tell: () => void) {
    this.tell = tell;
  }

  get isUnsure(): boolean {
    return this.state.is === 'unsure';
  }

  /** Something was marked before the present changes, and may be so again. */
  get mayBeMarked(): boolean {
    return this.state.is === 'unsure' && this.state.hadMarks;
  }

  /** Marks have come or gone. */
  changed(): void {
    this.due = true;
  }

  /** What the page has changed is read anew. @param marked whether anything is marked until then. */
  begin(marked: boolean): void {
    if (this.state.is === 'sure') this.state = { is: 'unsure', hadMarks: marked, told: false };
  }

  /** All has been read anew. */
  end(): void {
    if (this.state.is === 'unsure' && this.state.told) this.due = true;
    this.state = SURE;
  }

  /** Tells, if there is anything to tell. */
  flush(): void {
    if (!this.due) return;
    this.due = false;
    if (this.state.is === 'unsure') this.state.told = true;
    this.tell();
  }

  /** There is nothing to be known any more. */
  reset(): void {
    this.state = SURE;
    this.due = false;
    this.tell();
  }
}
