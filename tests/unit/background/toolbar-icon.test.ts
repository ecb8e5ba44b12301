import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import type { PageState } from '../../../core/messages/types.ts';
import { PATIENCE } from '../../../entrypoints/background/frames.ts';
import { showState } from '../../../entrypoints/background/toolbar-icon.ts';

vi.mock('#i18n', () => ({ i18n: { t: (word: string) => word } }));

const NOTHING: PageState = { state: 'nothing', reason: 'not-musical' };
const MARKING: PageState = { state: 'marking', terms: [{ id: 'dj', count: 1 }] };
const OFF: PageState = { state: 'off', reason: 'site-off' };

type Answer = (state: PageState | null) => void;

describe('the icon over frames that answer late', () => {
  /** What was asked of each frame and is not answered yet, the newest last. */
  let asked: Record<number, Answer[]>;
  /** The pictures shown, one after another. */
  let shown: string[];
  let listed: (frames: number[]) => void;

  beforeEach(() => {
    vi.useFakeTimers();
    fakeBrowser.reset();
    asked = {};
    shown = [];
    vi.spyOn(fakeBrowser.tabs, 'sendMessage').mockImplementation(((
      _: number,
      { name }: { name: string },
      { frameId }: { frameId: number },
    ) => {
      if (name !== 'page:state') return Promise.resolve({ url: 'https://a.example/' });
      return new Promise<unknown>((resolve) => {
        asked[frameId] = [...(asked[frameId] ?? []), resolve];
      });
    }) as never);
    vi.spyOn(fakeBrowser.scripting, 'executeScript').mockImplementation((() => {
      return new Promise((resolve) => {
        listed = (frames) => resolve(frames.map((frameId) => ({ frameId })));
      });
    }) as never);
    vi.spyOn(fakeBrowser.action, 'setIcon').mockImplementation((({ path }: { path: Record<number, string> }) => {
      shown.push(/\/([a-z]+)-16/.exec(path[16]!)![1]!);
      return Promise.resolve();
    }) as never);
    for (const method of ['setTitle', 'setBadgeText', 'setBadgeBackgroundColor'] as const)
      vi.spyOn(fakeBrowser.action, method).mockResolvedValue(undefined as never);
  });
  afterEach(async () => {
    // Whoever is still waited for answers, so that the next test begins anew.
    for (const answer of Object.values(asked).flat()) answer(null);
    await vi.advanceTimersByTimeAsync(2 * PATIENCE);
    vi.useRealTimers();
  });

  const tell = () => showState({}, { tab: { id: 1 } });
  const soon = () => vi.advanceTimersByTimeAsync(1);
  const late = () => vi.advanceTimersByTimeAsync(PATIENCE);
  const answer = async (frame: number, state: PageState | null) => {
    asked[frame]!.at(-1)!(state);
    await soon();
  };

  it('waits for all of them a moment, and shows them together', async () => {
    tell();
    listed([0, 1]);
    await soon();
    await answer(0, NOTHING);
    expect(shown).toEqual([]);
    await answer(1, MARKING);
    expect(shown).toEqual(['on']);
  });

  it('shows those that have answered, and a late one when it comes', async () => {
    tell();
    listed([0, 1, 2]);
    await soon();
    await answer(0, NOTHING);
    await answer(1, NOTHING);
    await late();
    expect(shown).toEqual(['nothing']);
    await answer(2, MARKING);
    expect(shown).toEqual(['nothing', 'on']);
  });

  it('stays as it is while the page itself is silent, until that answers', async () => {
    tell();
    listed([0, 1]);
    await soon();
    await answer(1, NOTHING);
    await late();
    expect(shown).toEqual([]);
    await answer(0, OFF);
    expect(shown).toEqual(['off']);
  });

  it('shows frames that the browser lists late', async () => {
    tell();
    await soon();
    await answer(0, NOTHING);
    await late();
    expect(shown).toEqual(['nothing']);
    listed([0, 1]);
    await soon();
    await answer(1, MARKING);
    expect(shown).toEqual(['nothing', 'on']);
  });

  it('heeds no answer to an older question than the newest, and none of a page that has left', async () => {
    tell();
    listed([0, 1]);
    await soon();
    await answer(0, NOTHING);
    await late();
    const old = asked[1]!.at(-1)!;
    tell();
    listed([0, 1]);
    await soon();
    await answer(0, OFF);
    await late();
    expect(shown).toEqual(['nothing', 'off']);
    old(MARKING);
    await soon();
    await answer(1, null);
    expect(shown).toEqual(['nothing', 'off']);
  });
});
