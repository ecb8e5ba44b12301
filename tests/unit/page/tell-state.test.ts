import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { PageState } from '../../../core/messages/types.ts';
import { stateTeller } from '../../../page/tell-state.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

it('the state is told once, and anew when the badge is switched', async () => {
  const tell = vi.fn();
  const state: PageState = { state: 'off', reason: 'site-off' };
  const teller = stateTeller(async () => state, tell, new AbortController().signal);
  const times = async () => {
    await vi.runAllTimersAsync();
    return tell.mock.calls.length;
  };
  teller.badge(false);
  teller.changed();
  expect(await times()).toBe(1);
  teller.badge(false);
  teller.changed();
  expect(await times()).toBe(1);
  teller.badge(true);
  expect(await times()).toBe(2);
});
