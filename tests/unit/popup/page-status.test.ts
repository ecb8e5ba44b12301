import { describe, expect, it } from 'vitest';
import { DEFAULT_PREFERENCES, DEFAULT_SETTINGS } from '../../../core/settings/defaults.ts';
import type { Settings } from '../../../core/settings/types.ts';
import { statusFromFrames, statusFromSettings } from '../../../entrypoints/popup/page-status.ts';

const url = 'https://a.example/';
const later = Date.now() + 60_000;

describe('what settings alone decide', () => {
  it.each<[string, Partial<Settings>, object]>([
    ['nothing yet, where the extension is on', {}, { kind: 'asking' }],
    ['off by the reader', { sites: { 'a.example': { on: false } } }, { kind: 'off', reason: 'site-off' }],
    [
      'not among the chosen',
      { preferences: { ...DEFAULT_PREFERENCES, mode: 'chosen' } },
      { kind: 'off', reason: 'not-chosen' },
    ],
    [
      'paused for a time',
      { sites: { 'a.example': { pausedUntil: later } } },
      { kind: 'paused', for: 'time', until: later },
    ],
    [
      'paused until the restart',
      { sites: { 'a.example': { pausedUntilRestart: true } } },
      { kind: 'paused', for: 'restart' },
    ],
    ['paused in this tab', { pausedTabs: [3] }, { kind: 'paused', for: 'tab' }],
    [
      'off by the reader on the domain above',
      { sites: { example: { on: false, subdomains: true } } },
      { kind: 'off', reason: 'site-off', above: 'example' },
    ],
    [
      'paused for a time on the domain above',
      { sites: { example: { on: true, subdomains: true, pausedUntil: later } } },
      { kind: 'paused', for: 'time', until: later, above: 'example' },
    ],
  ])('%s', (_, settings, status) => {
    expect(statusFromSettings(url, { ...DEFAULT_SETTINGS, ...settings }, 3)).toEqual(status);
  });
  it.each([
    ['chrome://settings/', 'browser-page'],
    ['about:config', 'browser-page'],
    ['view-source:https://a.example/', 'browser-page'],
    ['about:blank', 'no-site'],
    ['data:text/html,producer', 'no-site'],
    ['blob:https://a.example/1', 'no-site'],
  ])('that %s cannot be reached', (address, reason) => {
    expect(statusFromSettings(address, DEFAULT_SETTINGS, 3)).toEqual({ kind: 'unreachable', reason });
  });
});

describe('what the frames say', () => {
  const nothing = { state: 'nothing', reason: 'not-musical' } as const;
  it('adds up over all frames, most frequent first', () => {
    const frames = [
      { frame: 0, state: { state: 'marking' as const, terms: [{ id: 'mixing', count: 1 }] } },
      {
        frame: 4,
        state: {
          state: 'marking' as const,
          terms: [
            { id: 'producer', count: 5 },
            { id: 'mixing', count: 2 },
          ],
        },
      },
    ];
    expect(statusFromFrames(frames)).toEqual({
      kind: 'marking',
      terms: [
        { id: 'producer', count: 5 },
        { id: 'mixing', count: 3 },
      ],
    });
  });
  it('is what the top frame says when none marks anything', () => {
    const notEnglish = { state: 'nothing', reason: 'not-english' } as const;
    expect(
      statusFromFrames([
        { frame: 0, state: notEnglish },
        { frame: 2, state: nothing },
      ]),
    ).toEqual({ kind: 'nothing', reason: 'not-english' });
    for (const reason of ['too-costly', 'failed'] as const) {
      const resting = { frame: 0, state: { state: 'resting' as const, reason } };
      expect(statusFromFrames([resting])).toEqual({ kind: 'resting', reason });
    }
    expect(statusFromFrames([{ frame: 0, state: { state: 'off', reason: 'author-opt-out' } }])).toEqual({
      kind: 'off',
      reason: 'author-opt-out',
    });
  });
  it('is not believed while a page has not caught up with being switched on', () => {
    expect(statusFromFrames([{ frame: 0, state: { state: 'off', reason: 'site-off' } }])).toEqual({ kind: 'asking' });
  });
  it('is not told before every frame has been asked', () => {
    expect(statusFromFrames([{ frame: 0, state: nothing }], false)).toEqual({ kind: 'asking' });
  });
  it('is that a page of no site is left alone', () => {
    expect(statusFromFrames([{ frame: 0, state: { state: 'off', reason: 'no-site' } }])).toEqual({
      kind: 'unreachable',
      reason: 'no-site',
    });
  });
  it('is that a reload is needed when no frame answers', () => {
    expect(statusFromFrames([])).toEqual({ kind: 'unreachable', reason: 'reload' });
  });
  it('is nothing, not zero terms, when a page marks none, and why when the reader wants none', () => {
    expect(statusFromFrames([{ frame: 0, state: { state: 'marking', terms: [] } }])).toEqual({
      kind: 'nothing',
      reason: 'not-musical',
    });
    const silenced = { state: 'nothing', reason: 'silenced' } as const;
    expect(statusFromFrames([{ frame: 0, state: silenced }])).toEqual({ kind: 'nothing', reason: 'silenced' });
  });
});
