import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { Calm } from '../../../page/calm.ts';

const AFTER = 3000;

describe('Calm', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  it('comes once, so long after the last of many changes, and again after others', () => {
    const calm = vi.fn();
    const waiting = new Calm(AFTER, calm);
    for (let change = 0; change < 10; change++) {
      waiting.changed();
      vi.advanceTimersByTime(AFTER - 1);
    }
    expect(calm).not.toHaveBeenCalled();
    expect(waiting.waiting).toBe(true);
    vi.advanceTimersByTime(1);
    expect(calm).toHaveBeenCalledOnce();
    vi.advanceTimersByTime(10 * AFTER);
    expect(calm).toHaveBeenCalledOnce();
    expect(waiting.waiting).toBe(false);
    waiting.changed();
    vi.advanceTimersByTime(AFTER);
    expect(calm).toHaveBeenCalledTimes(2);
  });

  it('keeps one timer, however often the page changes, and none when it is stopped', () => {
    const waiting = new Calm(AFTER, () => {});
    for (let change = 0; change < 100; change++) waiting.changed();
    expect(vi.getTimerCount()).toBe(1);
    waiting.stop();
    expect(vi.getTimerCount()).toBe(0);
    expect(waiting.waiting).toBe(false);
  });
});
