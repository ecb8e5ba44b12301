import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { listenToReader, type Reader } from '../../../page/card/reader.ts';

type Heard = (event: unknown) => void;
let heard: [string, Heard, AbortSignal][] = [];
const listening = {
  addEventListener: (type: string, listener: Heard, { signal }: { signal: AbortSignal }) =>
    heard.push([type, listener, signal]),
};
class Pointer {}
// What it stands on reads the DOM as soon as it is loaded.
vi.mock('../../../page/card/outward.ts', () => ({ closestOutward: () => null }));

/** The event, as trusted as a reader's own; whether it was kept from the page. */
function does(type: string, pointerType: string): boolean {
  const preventDefault = vi.fn();
  const event = Object.assign(new Pointer(), {
    pointerType,
    isTrusted: true,
    clientX: 5,
    clientY: 5,
    key: 'Enter',
    composedPath: () => [],
    preventDefault,
    stopImmediatePropagation() {},
  });
  for (const [name, listener, signal] of [...heard]) if (name === type && !signal.aborted) listener(event);
  return preventDefault.mock.calls.length > 0;
}

beforeEach(() => {
  heard = [];
  vi.useFakeTimers();
  vi.stubGlobal('PointerEvent', Pointer);
  vi.stubGlobal('Element', class {});
  vi.stubGlobal('HTMLInputElement', class {});
  vi.stubGlobal('HTMLTextAreaElement', class {});
  vi.stubGlobal('HTMLElement', class {});
  vi.stubGlobal('document', listening);
  vi.stubGlobal('window', {
    ...listening,
    setTimeout: (...given: Parameters<typeof setTimeout>) => setTimeout(...given),
  });
  const reader = { owns: () => false, shownAt: () => false, tapped: () => true, disturbed() {} };
  listenToReader(new AbortController().signal, reader as unknown as Reader);
  does('pointerdown', 'touch');
  vi.advanceTimersByTime(500);
  does('pointerup', 'touch');
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

it('a long press is no click', () => expect(does('click', 'touch')).toBe(true));
it.each(['', 'mouse'])("a click by other means (%j) is the page's own", (means) =>
  expect(does('click', means)).toBe(false),
);
it('a key ends the waiting for it', () => {
  does('keydown', '');
  expect(does('click', 'touch')).toBe(false);
});
