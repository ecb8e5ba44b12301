/** What the reader can set. Stored sparsely: only what differs from the defaults. */
import type { Kind } from '../glossary/kinds.ts';

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

/** How a site is switched, and how far that reaches. */
export interface SiteSwitch {
  on: boolean;
  subdomains?: boolean;
}

/** One key a site in `storage.local`: `site:HOST`. A rule without any field is not stored. */
export interface SiteRule {
  on?: boolean;
  /** The rule holds for every subdomain too. */
  subdomains?: boolean;
  /** With `subdomains`, where a site under this one made its switch that of all: what gave way to it and comes back, by site. */
  gaveWay?: Record<string, SiteSwitch>;
  /** Pause until this time, in ms since the epoch. */
  pausedUntil?: number;
  /** Pause until the browser starts anew; the background clears it then. */
  pausedUntilRestart?: boolean;
  /** Terms that are not about music on this site. */
  notMusicHere?: string[];
}

/** A word that the reader has put in, with what it means. Marked wherever it stands. */
export interface OwnTerm {
  /** `own:` and eight letters or digits: no entry of the glossary is named like that. */
  id: string;
  name: string;
  definition: string;
  /** Further spellings; literal text. */
  forms: string[];
  /** Only in this very case. */
  exactCase: boolean;
}

/**
 * Why the extension acts on a page or does not; every one has a sentence in the popup. `by`: the site whose rule says so,
 * the page's own or a domain above it.
 */
export type Decision =
  | { on: true; reason: 'default' }
  | { on: true; reason: 'site-on'; by: string }
  | { on: false; reason: 'no-site' }
  | { on: false; reason: 'not-chosen' }
  | { on: false; reason: 'site-off'; by: string }
  /** `until`: ms since the epoch; absent when the pause ends with the tab (then nobody's rule) or the browser session. */
  | { on: false; reason: 'paused'; until?: number; by?: string };

export interface Settings {
  preferences: Preferences;
  /** By site, as `siteOf` names it: exact hostname, lower case, punycode, no trailing dot, no port; `file:` for files. */
  sites: Record<string, SiteRule>;
  /** The reader's own terms, by name. */
  ownTerms: OwnTerm[];
  /** Ids of tabs paused until they are closed. */
  pausedTabs: number[];
}
