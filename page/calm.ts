/** Tells when a page has come to rest: nothing has changed for a while. A change costs it one look at the clock. */
export class Calm {
  private readonly after: number;
  private readonly calm: () => void;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private last = 0;

  /** @param after ms without a change. */
  constructor(after: number, calm: () => void) {
    this.after = after;
    this.calm = calm;
  }

  /** The page is not at rest yet. */
  get waiting(): boolean {
    return this.timer !== undefined;
  }

  changed(): void {
    this.last = performance.now();
    this.timer ??= setTimeout(() => this.look(), this.after);
  }

  stop(): void {
    clearTimeout(this.timer);
    this.timer = undefined;
  }

  private look(): void {
    const left = this.last + this.after - performance.now();
    this.timer = left > 0 ? setTimeout(() => this.look(), left) : undefined;
    if (left <= 0) this.calm();
  }
}
