import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { type CardFrames, joinFrames } from '../../../page/card/frames.ts';

/** The window of a frame with two others beside it. */
let view: EventTarget;
let told: string[];
let frames: CardFrames;
let ending: AbortController;

beforeEach(() => {
  view = Object.assign(new EventTarget(), { parent: {}, length: 0 });
  vi.stubGlobal('window', view);
  told = [];
  ending = new AbortController();
  frames = joinFrames(
    ({ news }) => told.push(news),
    () => told.push('dismissed here'),
    ending.signal,
  );
});
afterEach(() => {
  ending.abort();
  vi.unstubAllGlobals();
});

/** True when the page does not get it. */
function pressEscape(): boolean {
  const event = Object.assign(new Event('keydown', { cancelable: true }), { key: 'Escape' });
  Object.defineProperty(event, 'isTrusted', { value: true });
  view.dispatchEvent(event);
  return event.defaultPrevented;
}

it('takes Escape once for a card in another frame', () => {
  frames.hear({ news: 'opened', from: 'a' });
  expect([pressEscape(), pressEscape()]).toEqual([true, false]);
  expect(told).toEqual(['dismissed here', 'escape']);
});

it('goes on listening for the card that another one gave way to', () => {
  frames.hear({ news: 'opened', from: 'a' });
  frames.hear({ news: 'opened', from: 'b' });
  frames.hear({ news: 'closed', from: 'a' });
  expect(pressEscape()).toBe(true);
});

it('leaves Escape to the page once the card has closed', () => {
  frames.hear({ news: 'opened', from: 'a' });
  frames.hear({ news: 'closed', from: 'a' });
  expect(pressEscape()).toBe(false);
});

it.each([
  [true, false],
  [false, true],
])('after the pointer has come here: a hovered card (%s) is closing, any other stays', (hovered, isTaken) => {
  frames.hear({ news: 'opened', from: 'a', hovered });
  view.dispatchEvent(new Event('pointermove'));
  expect(pressEscape()).toBe(isTaken);
});

it('stays with a card that came by key in place of the pointer’s', () => {
  frames.hear({ news: 'opened', from: 'a', hovered: true });
  frames.hear({ news: 'opened', from: 'a', hovered: false });
  view.dispatchEvent(new Event('pointermove'));
  expect(pressEscape()).toBe(true);
});
