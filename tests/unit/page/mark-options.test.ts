import { describe, expect, it } from 'vitest';
import { DEFAULT_PREFERENCES } from '../../../core/settings/defaults.ts';
import { settingsFrom } from '../../../core/settings/stored.ts';
import { markOptions } from '../../../page/mark-options.ts';

const URL = 'https://music.example/';
const settingsWith = (preferences: object) => {
  const { settings } = settingsFrom({}, {});
  return { ...settings, preferences: { ...DEFAULT_PREFERENCES, ...preferences } };
};

describe('which terms are wanted', () => {
  it('is told without asking for their kinds where every kind is wanted', () => {
    const asked = () => {
      throw new Error('A kind was asked for.');
    };
    const { wants } = markOptions(settingsWith({ mutedTerms: ['producer'] }), URL, asked);
    expect(['producer', 'engineer'].map(wants)).toEqual([false, true]);
  });

  it('is told by their kinds where some are not', () => {
    const { wants } = markOptions(settingsWith({ kinds: ['role'] }), URL, (term) => (term === 'ep' ? 'form' : 'role'));
    expect(['ep', 'producer'].map(wants)).toEqual([false, true]);
  });
});
