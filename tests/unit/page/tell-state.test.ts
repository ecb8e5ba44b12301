import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { PageState } from '../../../core/messages/types.ts';
import { stateTeller } from '../../../page/tell-state.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

/** A document that can be hidden and shown. */
function page() {
  const document = Object.assign(new EventTarget(), { hidden: false });
  vi.stubGlobal('document', document);
  return (hidden: boolean) => {
    document.hidden = hidden;
    document.dispatchEvent(new Event('visibilitychange'));
  };
}

it('the state is told once, and anew when the badge is switched', async () => {
  page();
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

it('a hidden page is neither asked nor told of until it is seen, and then at once', async () => {
  const hide = page();
  hide(true);
  const tell = vi.fn();
  const state = vi.fn(async (): Promise<PageState> => ({ state: 'nothing', reason: 'not-musical' }));
  const teller = stateTeller(state, tell, new AbortController().signal);
  teller.badge(true);
  teller.changed();
  await vi.runAllTimersAsync();
  expect(state).not.toHaveBeenCalled();
  hide(false);
  await vi.advanceTimersByTimeAsync(0);
  expect(tell).toHaveBeenCalledTimes(1);
  // Seen, but hidden again before its moment has come.
  teller.again();
  hide(true);
  await vi.runAllTimersAsync();
  expect(state).toHaveBeenCalledTimes(1);
  hide(false);
  await vi.runAllTimersAsync();
  expect(tell).toHaveBeenCalledTimes(2);
});

it('a page that is gone is told of no more', async () => {
  const hide = page();
  hide(true);
  const tell = vi.fn();
  const life = new AbortController();
  const teller = stateTeller(async () => ({ state: 'nothing', reason: 'not-musical' }), tell, life.signal);
  teller.changed();
  life.abort();
  hide(false);
  await vi.runAllTimersAsync();
  expect(tell).not.toHaveBeenCalled();
});
