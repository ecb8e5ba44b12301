import { beforeEach, expect, it, vi } from 'vitest';
import browser from 'webextension-polyfill';
import { bringMarks } from '../../../entrypoints/background/bring-marks.ts';

const run = vi.fn();
beforeEach(() => {
  run.mockReset().mockResolvedValue([]);
  Object.assign(browser, { scripting: { executeScript: run } });
});

it.each([
  ['the document that asks, where the browser names it', { frameId: 3, documentId: 'D' }, { documentIds: ['D'] }],
  ['the frame, where it does not', { frameId: 3 }, { frameIds: [3] }],
])('brings it into %s', async (_, sender, frame) => {
  expect(await bringMarks({}, { tab: { id: 7 }, ...sender })).toEqual({ done: true });
  expect(run).toHaveBeenCalledExactlyOnceWith({
    target: { tabId: 7, ...frame },
    files: ['/marks.js'],
    injectImmediately: true,
  });
});

it('brings nothing to who is in no tab', async () => {
  expect(await bringMarks({}, { url: 'https://a.example/' })).toEqual({ done: false });
  expect(run).not.toHaveBeenCalled();
});

it('says so when the browser refuses', async () => {
  run.mockRejectedValue(new Error('Cannot access contents of the page'));
  await expect(bringMarks({}, { tab: { id: 7 }, frameId: 0 })).rejects.toThrow('Cannot access');
});
