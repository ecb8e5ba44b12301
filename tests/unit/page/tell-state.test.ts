import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { PageState } from '../../../core/messages/types.ts';
import { stateTeller } from '../../../page/tell-state.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

const NOTHING: PageState = { state: 'nothing', reason: 'not-musical' };
const marking = (...terms: [string, number][]): PageState => ({
  state: 'marking',
  terms: terms.map(([id, count]) => ({ id, count })),
});

/** A teller on a document that can be hidden, shown and taken away, and what it has told. */
function teller({ isTop = true, first = NOTHING } = {}) {
  const document = Object.assign(new EventTarget(), { hidden: false });
  const window = new EventTarget();
  vi.stubGlobal('document', document);
  vi.stubGlobal('addEventListener', window.addEventListener.bind(window));
  const life = new AbortController();
  const tell = vi.fn();
  const now = vi.fn(async () => first);
  const told = stateTeller(isTop, now, tell, life.signal);
  return {
    told,
    life,
    now,
    hide(hidden: boolean) {
      document.hidden = hidden;
      document.dispatchEvent(new Event('visibilitychange'));
    },
    leave: (persisted: boolean) => window.dispatchEvent(Object.assign(new Event('pagehide'), { persisted })),
    /** How often it has told once all is quiet, and the page being so from now on. */
    async times(state?: PageState) {
      if (state) {
        now.mockResolvedValue(state);
        told.changed();
      }
      await vi.runAllTimersAsync();
      return tell.mock.calls.length;
    },
  };
}

describe('what is so on a page is told', () => {
  it('once, and anew when the badge is switched', async () => {
    const { told, times } = teller({ first: { state: 'off', reason: 'site-off' } });
    told.badge(false);
    told.changed();
    expect(await times()).toBe(1);
    told.badge(false);
    told.changed();
    expect(await times()).toBe(1);
    told.badge(true);
    expect(await times()).toBe(2);
  });

  it('when the icon shows something else, not whenever a word comes or goes', async () => {
    const { times } = teller();
    expect(await times(NOTHING)).toBe(1);
    expect(await times(marking(['producer', 1]))).toBe(2);
    expect(await times(marking(['producer', 2]))).toBe(2);
    expect(await times(marking(['producer', 2], ['dj', 1]))).toBe(2);
    expect(await times({ state: 'resting', reason: 'failed' })).toBe(3);
    expect(await times({ state: 'resting', reason: 'too-costly' })).toBe(4);
  });

  it('by its terms when their number is on the badge', async () => {
    const { told, times } = teller();
    told.badge(true);
    expect(await times(marking(['producer', 1], ['dj', 1]))).toBe(1);
    expect(await times(marking(['dj', 3], ['producer', 1]))).toBe(1);
    expect(await times(marking(['dj', 3]))).toBe(2);
  });

  it('once to who has been shown all of it, when that no longer holds', async () => {
    const { told, times } = teller();
    expect(await times(marking(['producer', 1]))).toBe(1);
    told.answered(marking(['producer', 1]));
    expect(await times(marking(['producer', 1]))).toBe(1);
    expect(await times(marking(['producer', 2]))).toBe(2);
    expect(await times(marking(['producer', 3]))).toBe(2);
  });

  it('by a hidden page when it is seen, and then at once', async () => {
    const { told, now, hide, times } = teller();
    hide(true);
    told.badge(true);
    told.changed();
    expect(await times()).toBe(0);
    expect(now).not.toHaveBeenCalled();
    hide(false);
    await vi.advanceTimersByTimeAsync(0);
    expect(await times()).toBe(1);
    // Seen, but hidden again before its moment has come.
    told.again();
    hide(true);
    await times();
    expect(now).toHaveBeenCalledTimes(1);
    hide(false);
    expect(await times()).toBe(2);
  });

  it('no more by a page that is gone', async () => {
    const { told, life, hide, times } = teller();
    hide(true);
    told.changed();
    life.abort();
    hide(false);
    expect(await times()).toBe(0);
  });
});

describe('a frame within a page', () => {
  it('says nothing as long as it has no marks, whatever else it is', async () => {
    const { told, leave, times } = teller({ isTop: false });
    told.badge(false);
    expect(await times(NOTHING)).toBe(0);
    expect(await times({ state: 'off', reason: 'author-opt-out' })).toBe(0);
    leave(false);
    expect(await times()).toBe(0);
  });

  it('tells when it has marks, when it has none, and when it is taken away with them', async () => {
    const { leave, times } = teller({ isTop: false });
    expect(await times(marking(['producer', 1]))).toBe(1);
    expect(await times(NOTHING)).toBe(2);
    expect(await times(marking(['dj', 1]))).toBe(3);
    // With its page, which may come back.
    leave(true);
    expect(await times()).toBe(3);
    leave(false);
    expect(await times()).toBe(4);
  });
});
