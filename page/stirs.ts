/**
 * When to look for what is near: after the reader's doings that may bring unread text into view without a change to the
 * tree (scrollers inside the page take an element past the viewport without a word from any observer, a click opens a
 * panel), and whenever it is asked for. Always behind a frame: the page has been laid out and drawn then, and asking where
 * something is costs microseconds. Before one it would cost the page's whole layout and more: a single `elementFromPoint`
 * took 17 to 70 ms on pages of 370 kB to 1 MB (Chromium 156).
 */

const STIRS = ['scroll', 'click', 'keyup', 'toggle', 'resize'];
/** How soon after what the reader does, in ms … */
const SOON = 100;
/** … and while the page itself scrolls: what stands in its flow is told of by others. */
const WHILE_SCROLLING = 500;
/** A look that took t ms is followed by no other for this many times t. */
const PATIENCE = 50;

export class Stirs {
  private readonly look: () => void;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private frame: number | undefined;
  private behind: ReturnType<typeof setTimeout> | undefined;
  private listening = false;
  /** When the timer runs out, and from when on the next look is due; both as `performance.now()`. */
  private dueAt = 0;
  private evenAt = 0;

  constructor(look: () => void) {
    this.look = look;
  }

  /** A look is still to come. */
  get waits(): boolean {
    return this.timer !== undefined || this.frame !== undefined || this.behind !== undefined;
  }

  /** Asks for a look behind the next frame. Where none is drawn, in a hidden tab, nothing has to be looked for. */
  soon(ms = 0): void {
    if (this.frame !== undefined || this.behind !== undefined) return;
    const now = performance.now();
    const due = Math.max(now + ms, this.evenAt);
    if (this.timer !== undefined && this.dueAt <= due) return;
    clearTimeout(this.timer);
    this.dueAt = due;
    if (due > now) this.timer = setTimeout(this.draw, due - now);
    else this.draw();
  }

  listen(): void {
    if (this.listening) return;
    this.listening = true;
    for (const type of STIRS) window.addEventListener(type, this.stirred, { capture: true, passive: true });
  }

  stop(): void {
    if (this.frame !== undefined) cancelAnimationFrame(this.frame);
    clearTimeout(this.behind);
    clearTimeout(this.timer);
    this.frame = this.behind = this.timer = undefined;
    if (!this.listening) return;
    this.listening = false;
    for (const type of STIRS) window.removeEventListener(type, this.stirred, { capture: true });
  }

  private readonly stirred = ({ type, target }: Event): void =>
    this.soon(type === 'scroll' && target === document ? WHILE_SCROLLING : SOON);

  private readonly draw = (): void => {
    this.timer = undefined;
    this.frame = requestAnimationFrame(() => {
      this.frame = undefined;
      this.behind = setTimeout(() => {
        this.behind = undefined;
        const start = performance.now();
        this.look();
        const end = performance.now();
        this.evenAt = end + (end - start) * PATIENCE;
      });
    });
  };
}
