/**
 * Tells of the reader's doings that may bring unread text into view without a change to the tree: scrollers inside the
 * page take an element past the viewport without a word from any observer, and a click opens a panel. Told behind a
 * frame, when the page has been laid out, and at most now and then.
 */

const STIRS = ['scroll', 'click', 'keyup', 'toggle', 'resize'];
/** Time between two, in ms. */
const EVERY = 100;

export class Stirs {
  private readonly stirred: () => void;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private listening = false;

  constructor(stirred: () => void) {
    this.stirred = stirred;
  }

  listen(): void {
    if (this.listening) return;
    this.listening = true;
    for (const type of STIRS) window.addEventListener(type, this.later, { capture: true, passive: true });
  }

  stop(): void {
    if (!this.listening) return;
    this.listening = false;
    clearTimeout(this.timer);
    this.timer = undefined;
    for (const type of STIRS) window.removeEventListener(type, this.later, { capture: true });
  }

  private readonly later = (): void => {
    this.timer ??= setTimeout(() => {
      requestAnimationFrame(() => {
        this.timer &&= setTimeout(() => {
          this.timer = undefined;
          this.stirred();
        });
      });
    }, EVERY);
  };
}
