import { describe, expect, it, vi } from 'vitest';
import type { PageState } from '../../../core/messages/types.ts';
import { iconOf } from '../../../entrypoints/background/icon-of.ts';

vi.mock('#i18n', () => ({ i18n: { t: (...said: unknown[]) => said.join(' ') } }));

const marking = (...terms: string[]): PageState => ({
  state: 'marking',
  terms: terms.map((id) => ({ id, count: 2 })),
});
const NOTHING: PageState = { state: 'nothing', reason: 'not-musical' };

describe('the toolbar icon', () => {
  it.each<[PageState, string, string]>([
    [{ state: 'off', reason: 'site-off' }, 'off', 'icon.siteOff'],
    [{ state: 'off', reason: 'paused' }, 'off', 'icon.paused'],
    [{ state: 'off', reason: 'not-chosen' }, 'off', 'icon.notChosen'],
    [{ state: 'off', reason: 'no-site' }, 'off', 'icon.noSite'],
    [{ state: 'off', reason: 'author-opt-out' }, 'off', 'icon.authorOptOut'],
    [NOTHING, 'nothing', 'icon.notMusical'],
    [{ state: 'nothing', reason: 'not-english' }, 'nothing', 'icon.notEnglish'],
    [{ state: 'nothing', reason: 'not-html' }, 'nothing', 'icon.notHtml'],
    [{ state: 'nothing', reason: 'silenced' }, 'nothing', 'icon.silenced'],
    [{ state: 'resting', reason: 'too-costly' }, 'cannot', 'icon.tooCostly'],
    [{ state: 'resting', reason: 'failed' }, 'cannot', 'icon.failed'],
    [marking('dj'), 'on', 'icon.on'],
    [marking(), 'nothing', 'icon.notMusical'],
  ])('gives %j a picture and words of its own', (state, picture, title) =>
    expect(iconOf(state, [], false)).toEqual({ picture, title, badge: '' }),
  );

  it('cannot run where nobody answers', () =>
    expect(iconOf(null, [marking('dj')], true)).toEqual({ picture: 'cannot', title: 'icon.cannot', badge: '' }));

  it('is on when only a frame has marks', () =>
    expect(iconOf(NOTHING, [NOTHING, marking('dj')], false)).toMatchObject({ picture: 'on', title: 'icon.on' }));

  it('has a number only where it was counted: of the terms of all frames, each once', () =>
    expect(iconOf(marking('dj', 'producer'), [marking('dj'), marking('mixing')], true)).toEqual({
      picture: 'on',
      title: 'icon.counted 3',
      badge: '3',
    }));
});
