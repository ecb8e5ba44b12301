/**
 * Puts back what the page takes from the highlight registry, which tells nobody: looked at now and then, only while
 * marks are painted and the page is seen. A page that goes on clearing gets its way in between: no fight.
 */
export class Guard {
  private readonly every: number;
  private readonly look: () => void;
  private painted = false;
  private timer: ReturnType<typeof setTimeout> | undefined;

  /** @param every ms between two looks. */
  constructor(every: number, look: () => void, signal: AbortSignal) {
    this.every = every;
    this.look = look;
    const seen = () => {
      if (this.painted && !document.hidden) this.look();
      this.set();
    };
    document.addEventListener('visibilitychange', seen, { signal });
    signal.addEventListener('abort', () => this.watch(false), { once: true });
  }

  /** Whether marks are painted now. */
  watch(painted: boolean): void {
    this.painted = painted;
    this.set();
  }

  private set(): void {
    if (!this.painted || document.hidden) {
      clearTimeout(this.timer);
      this.timer = undefined;
    } else
      this.timer ??= setTimeout(() => {
        this.timer = undefined;
        this.look();
        this.set();
      }, this.every);
  }
}
