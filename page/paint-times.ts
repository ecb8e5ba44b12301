/**
 * When paint follows the reader. Each change of what is registered makes the browser paint anew all that it holds ready
 * of the page (Chromium: 4 ms where a frame that only scrolls costs 1.2), however much was registered before. So while
 * the page scrolls it changes seldom and by much at a time, far enough ahead that no reader sees it.
 */
import type { Limits } from './limits.ts';
import type { Paint } from './paint.ts';

export class PaintTimes {
  private readonly limits: Pick<Limits, 'repaint' | 'repaintSeen'>;
  private readonly painted: Pick<Paint, 'changes'>;
  private readonly paint: () => void;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private at = 0;
  /** When something was painted or taken away last, and which change that was. */
  private last = Number.NEGATIVE_INFINITY;
  private changes = 0;

  /** @param paint paints what is due, and says when it is `done`. */
  constructor(limits: Pick<Limits, 'repaint' | 'repaintSeen'>, painted: Pick<Paint, 'changes'>, paint: () => void) {
    this.limits = limits;
    this.painted = painted;
    this.paint = paint;
  }

  /** Paint waits for its time. */
  get waiting(): boolean {
    return this.timer !== undefined;
  }

  /** Something is to be painted, or no more. @param seen what is not painted yet is in view. */
  due(seen: boolean): void {
    const { repaint, repaintSeen } = this.limits;
    const at = this.last + (seen ? repaintSeen : repaint);
    if (this.timer !== undefined && this.at <= at) return;
    clearTimeout(this.timer);
    this.at = at;
    this.timer = setTimeout(
      () => {
        this.timer = undefined;
        this.paint();
      },
      Math.max(0, at - performance.now()),
    );
  }

  /** All is painted as it should be. What has changed nothing has cost the browser nothing, and the next need not wait for it. */
  done(): void {
    this.stop();
    const { changes } = this.painted;
    if (changes !== this.changes) this.last = performance.now();
    this.changes = changes;
  }

  stop(): void {
    clearTimeout(this.timer);
    this.timer = undefined;
  }
}
