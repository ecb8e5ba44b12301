import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { type Answer, askFrames, PATIENCE, type TabPort } from '../../../entrypoints/popup/ask-frames.ts';

const never = () => new Promise<never>(() => {});
const nobody = async () => null;
const marking = (id: string) => ({ state: 'marking', terms: [{ id, count: 1 }] });

describe('askFrames', () => {
  beforeEach(() => {
    vi.useFakeTimers();
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  /** What is told, and when, in ms. */
  async function told(port: Partial<TabPort>, url = 'https://a.example/', loading = false) {
    const all: { at: number; answer: Answer }[] = [];
    const start = Date.now();
    const full: TabPort = {
      state: nobody,
      frames: async () => [0],
      allowed: async () => true,
      filesAllowed: async () => true,
      ...port,
    };
    const asked = askFrames(full, url, loading, (answer) => all.push({ at: Date.now() - start, answer }));
    await vi.advanceTimersByTimeAsync(10 * PATIENCE);
    await asked;
    return all;
  }
  const last = async (...asked: Parameters<typeof told>) => (await told(...asked)).at(-1)?.answer;

  it('tells what the top frame says at once, and of all frames once those have answered', async () => {
    const states = [marking('mixing'), null, marking('producer')];
    const all = await told({ state: async (frame) => states[frame], frames: async () => [0, 1, 2] });
    expect(all).toEqual([
      { at: 0, answer: { frames: [{ frame: 0, state: states[0] }], complete: false, silent: 0 } },
      {
        at: 0,
        answer: {
          frames: [
            { frame: 0, state: states[0] },
            { frame: 2, state: states[2] },
          ],
          complete: true,
          silent: 0,
        },
      },
    ]);
  });
  it('does not wait longer than a moment for a frame that stays silent', async () => {
    const state = async (frame: number) => (frame === 1 ? never() : marking(`term-${frame}`));
    const all = await told({ state, frames: async () => [0, 1, 2] });
    expect(all.map(({ at }) => at)).toEqual([0, PATIENCE]);
    expect(all[1]?.answer).toMatchObject({ frames: [{ frame: 0 }, { frame: 2 }], complete: true, silent: 1 });
  });
  it.each([
    ['waits for leave and says nothing', never],
    ['refuses', () => Promise.reject(new Error('Missing host permission for the tab'))],
  ])('says that leave is missing where marking fails for that and the browser %s', async (_, frames) => {
    const state = async () => ({ state: 'resting', reason: 'failed' });
    expect(await last({ state, frames, allowed: async () => false })).toEqual({ unreachable: 'no-permission' });
    expect(await last({ state, frames })).toMatchObject({ frames: [{ state: { reason: 'failed' } }] });
    const marked = async () => marking('mixing');
    expect(await last({ state: marked, frames, allowed: async () => false })).toMatchObject({ frames: [{ frame: 0 }] });
  });
  it('waits for a page that is too busy to answer, and does not call for a reload', async () => {
    expect(await last({ state: never })).toEqual({ waiting: true });
    expect(await last({ state: never, frames: never })).toEqual({ waiting: true });
  });
  it('goes by the top frame when the browser does not list the frames in time', async () => {
    const answer = await last({ state: async () => marking('mixing'), frames: never });
    expect(answer).toMatchObject({ frames: [{ frame: 0 }], complete: true, silent: 1 });
  });
  it('takes an answer of another version for none', async () => {
    expect(await last({ state: async () => ({ state: 'dreaming' }) })).toEqual({ unreachable: 'reload' });
  });

  const refused = () => Promise.reject(new Error('Cannot access contents of the page'));
  it.each<[string, Partial<TabPort>, string | undefined, boolean, Answer]>([
    ['waits while the page loads', {}, 'https://a.example/', true, { waiting: true }],
    ['calls for a reload when nobody is there', {}, 'https://a.example/', false, { unreachable: 'reload' }],
    ['knows a page of the browser', { frames: refused }, 'https://a.example/', false, { unreachable: 'browser-page' }],
    ['knows a file it may not read', { frames: refused }, 'file:///a.html', false, { unreachable: 'perhaps-file' }],
    [
      'knows that a page without an address may be a file, where those may not be read',
      { frames: refused, filesAllowed: async () => false },
      undefined,
      false,
      { unreachable: 'perhaps-file' },
    ],
    [
      'knows a page of the browser by its words',
      {
        frames: () => Promise.reject(new Error('Cannot access a chrome:// URL')),
        filesAllowed: async () => false,
      },
      undefined,
      false,
      { unreachable: 'browser-page' },
    ],
    [
      'knows that access was not given',
      { frames: refused, allowed: async () => false },
      undefined,
      false,
      { unreachable: 'no-permission' },
    ],
    [
      'knows that a script waits for access',
      { frames: never, allowed: async () => false },
      undefined,
      false,
      { unreachable: 'no-permission' },
    ],
    ['waits when the browser lists no frames in time', { frames: never }, undefined, false, { waiting: true }],
    ['knows a file without a script', {}, 'file:///a.html', false, { unreachable: 'file' }],
    [
      'blames nobody when the browser does not say whether access was given',
      { frames: refused, allowed: never },
      'https://a.example/',
      false,
      { unreachable: 'browser-page' },
    ],
  ])('%s', async (_, port, url, loading, answer) => {
    const all: Answer[] = [];
    const full: TabPort = {
      state: nobody,
      frames: async () => [0],
      allowed: async () => true,
      filesAllowed: async () => true,
      ...port,
    };
    const asked = askFrames(full, url, loading, (told) => all.push(told));
    await vi.advanceTimersByTimeAsync(10 * PATIENCE);
    await asked;
    expect(all).toEqual([answer]);
  });
});
