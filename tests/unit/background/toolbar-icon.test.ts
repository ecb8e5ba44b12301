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
  /** What the page answers when it is asked whether it is still there. */
  let address: Promise<unknown>;

  beforeEach(() => {
    vi.useFakeTimers();
    fakeBrowser.reset();
    asked = {};
    shown = [];
    address = Promise.resolve({ url: 'https://a.example/' });
    vi.spyOn(fakeBrowser.tabs, 'sendMessage').mockImplementation(((
      _: number,
      { name }: { name: string },
      { frameId }: { frameId: number },
    ) => {
      if (name !== 'page:state') return address;
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

  describe('and a newer look that is done first', () => {
    /** What an older look still waits for. */
    let arrive: (value: unknown) => void;
    const held = () =>
      new Promise<never>((resolve) => {
        arrive = resolve as typeof arrive;
      });

    /** A look shows all but its last frame; that one answers, and the look stops where `hold` holds it. */
    const stopLateFrame = async (hold: () => void) => {
      tell();
      listed([0, 1]);
      await soon();
      await answer(0, NOTHING);
      await late();
      expect(shown).toEqual(['nothing']);
      hold();
      await answer(1, MARKING);
    };
    const lookAgain = async () => {
      tell();
      listed([0]);
      await soon();
      await answer(0, OFF);
      expect(shown.at(-1)).toBe('off');
    };

    it('stays, whatever the older one then learns of the settings', async () => {
      await stopLateFrame(() => vi.spyOn(fakeBrowser.storage.local, 'get').mockImplementationOnce(held));
      await lookAgain();
      arrive({});
      await soon();
      expect(shown).toEqual(['nothing', 'off']);
    });

    it('stays, whatever the older one then learns of the page', async () => {
      await stopLateFrame(() => {
        address = held();
      });
      address = Promise.resolve({ url: 'https://b.example/' });
      await lookAgain();
      arrive(null);
      await soon();
      expect(shown).toEqual(['nothing', 'on', 'off']);
    });
  });
});
