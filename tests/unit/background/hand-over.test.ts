import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { handOverLater } from '../../../entrypoints/background/hand-over.ts';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

it('hands over what a closed window has kept, once in a life of the background and behind all else', async () => {
  const handOver = vi.fn().mockRejectedValue(new Error('QuotaExceededError'));
  handOverLater({ handOver });
  await vi.advanceTimersByTimeAsync(3_000);
  expect(handOver).not.toHaveBeenCalled();
  await vi.advanceTimersByTimeAsync(600_000);
  expect(handOver).toHaveBeenCalledOnce();
});
