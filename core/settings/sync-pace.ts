/** Writes that may go at once, and how long one of them takes to be free again, in ms. */
const AT_ONCE = 20;
const EACH = 2_500;

/**
 * Spares the synced storage. Chromium takes 120 writes a minute and 1,800 an hour from all windows of an extension
 * together (MAX_WRITE_OPERATIONS_PER_MINUTE, _PER_HOUR) and refuses the rest: two windows in which somebody changes
 * things as fast as can be stay below both.
 */
export class SyncPace {
  readonly #atOnce: number;
  #left: number;
  #since = Date.now();

  constructor(atOnce = AT_ONCE) {
    this.#atOnce = atOnce;
    this.#left = atOnce;
  }

  /** Whether so many writes may go now; if so, they are taken as gone. */
  take(writes: number): boolean {
    const now = Date.now();
    // The clock may have been set back.
    const passed = Math.max(0, now - this.#since);
    this.#left = Math.min(this.#atOnce, this.#left + passed / EACH);
    this.#since = now;
    if (this.#left < writes) return false;
    this.#left -= writes;
    return true;
  }
}
