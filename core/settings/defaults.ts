import { KINDS } from '../glossary/kinds.ts';
import type { Preferences, Settings } from './types.ts';

/** What holds where the reader has set nothing, and whenever the storage cannot be read. */
export const DEFAULT_PREFERENCES: Readonly<Preferences> = {
  mode: 'all',
  kinds: [...KINDS],
  density: 'section',
  markStyle: 'dotted',
  cardSize: 'normal',
  cardDelay: 'normal',
  mutedTerms: [],
  badge: false,
};

export const DEFAULT_SETTINGS: Readonly<Settings> = {
  preferences: DEFAULT_PREFERENCES,
  sites: {},
  ownTerms: [],
  pausedTabs: [],
};
