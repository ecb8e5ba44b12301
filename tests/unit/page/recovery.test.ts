import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { Recovery } from '../../../page/recovery.ts';

const LIMITS = { faults: 3, recover: 1000, bringAgain: 100, longestRest: 5000 };
let begun = 0;
const recovery = () => new Recovery(LIMITS, () => begun++);

beforeEach(() => {
  begun = 0;
  vi.useFakeTimers();
});
afterEach(() => void vi.useRealTimers());

it('rests after each fault, and for good after the last that is borne', () => {
  const at = recovery();
  expect([at.afterFault(), at.afterFault(), at.afterFault()]).toEqual([1000, 1000, Number.POSITIVE_INFINITY]);
});

it('waits longer from one refusal to the next', () => {
  const at = recovery();
  expect([at.afterRefusal(), at.afterRefusal(), at.afterRefusal()]).toEqual([100, 500, 2500]);
});

it('begins again in time, never later than after the longest rest', () => {
  const at = recovery();
  at.beginIn(100);
  vi.advanceTimersByTime(99);
  expect(begun).toBe(0);
  vi.advanceTimersByTime(1);
  expect(begun).toBe(1);
  at.beginIn(60_000);
  vi.advanceTimersByTime(LIMITS.longestRest);
  expect(begun).toBe(2);
});

it('never begins again after a rest for good, nor when it is stopped', () => {
  const at = recovery();
  at.beginIn(Number.POSITIVE_INFINITY);
  at.beginIn(100);
  at.stop();
  vi.runAllTimers();
  expect(begun).toBe(0);
});
