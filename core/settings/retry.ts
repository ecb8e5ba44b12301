/** How soon a storage that could not be read is tried again, in ms; twice as late each time, up to the longest. */
const AGAIN = 2_000;
const LONGEST_AGAIN = 600_000;

/** Reads again later what could not be read. */
export class Retry {
  readonly #read: () => void;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #wait = AGAIN;

  constructor(read: () => void) {
    this.#read = read;
  }

  /** After each reading: whether it failed. */
  after(failed: boolean): void {
    this.stop();
    if (!failed) {
      this.#wait = AGAIN;
      return;
    }
    this.#timer = setTimeout(this.#read, this.#wait);
    this.#wait = Math.min(this.#wait * 2, LONGEST_AGAIN);
  }

  stop(): void {
    clearTimeout(this.#timer);
  }
}
