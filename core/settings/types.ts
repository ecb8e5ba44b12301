/** What the reader can set. Stored sparsely: only what differs from the defaults. */
import type { Kind } from '../glossary/schema.ts';

export type MarkStyle = 'dotted' | 'solid' | 'tint' | 'hover' | 'none';
export type Density = 'every' | 'section' | 'page';

/** How the extension behaves everywhere; one storage key each, `pref:NAME`. */
export interface Preferences {
  /** `all`: on everywhere but where switched off. `chosen`: only on sites switched on. */
  mode: 'all' | 'chosen';
  kinds: Kind[];
  density: Density;
  markStyle: MarkStyle;
  cardSize: 'small' | 'normal' | 'large' | 'larger' | 'largest';
  cardDelay: 'normal' | 'slow';
  /** Terms the reader never wants marked. */
  mutedTerms: string[];
  /** Count of marked terms on the toolbar icon. */
  badge: boolean;
}

/** One key a site in `storage.local`: `site:HOST`. A rule without any field is not stored. */
export interface SiteRule {
  on?: boolean;
  /** The rule holds for every subdomain too. */
  subdomains?: boolean;
  /** Pause until this time, in ms since the epoch. */
  pausedUntil?: number;
  /** Pause until the browser starts anew; the background clears it then. */
  pausedUntilRestart?: boolean;
  /** Terms that are not about music on this site. */
  notMusicHere?: string[];
}

/** Why the extension acts on a page or does not; every one has a sentence in the popup. */
export type Decision =
  | { on: true; reason: 'default' | 'site-on' }
  | { on: false; reason: 'site-off' | 'not-chosen' | 'unsupported-url' }
  /** `until`: ms since the epoch; absent when the pause ends with the tab or the browser session. */
  | { on: false; reason: 'paused'; until?: number };

export interface Settings {
  preferences: Preferences;
  /** By site, as `siteOf` names it: exact hostname, lower case, punycode, no trailing dot, no port; `file:` for files. */
  sites: Record<string, SiteRule>;
  /** Ids of tabs paused until they are closed. */
  pausedTabs: number[];
}
