/** What the reader can set. Stored sparsely: only what differs from the defaults. */
import type { Kind } from '../glossary/schema.ts';

export type MarkStyle = 'dotted' | 'solid' | 'tint' | 'hover' | 'none';
export type Density = 'every' | 'section' | 'page';

export interface Preferences {
  /** `all`: on everywhere but where switched off. `chosen`: only on sites switched on. */
  mode: 'all' | 'chosen';
  kinds: Kind[];
  density: Density;
  markStyle: MarkStyle;
  cardSize: 'normal' | 'large';
  cardDelay: 'normal' | 'slow';
  /** Terms the reader never wants marked. */
  mutedTerms: string[];
}

/** One key a site in `storage.local`: `site:HOST`. */
export interface SiteRule {
  on?: boolean;
  /** The rule holds for every subdomain too. */
  subdomains?: boolean;
  /** Pause until this time, in ms since the epoch. */
  pausedUntil?: number;
  /** Terms that are not about music on this site. */
  notMusicHere?: string[];
}

/** Why the extension acts on a page or does not; every one has a sentence in the popup. */
export type Decision =
  | { on: true; reason: 'default' | 'site-on' }
  | { on: false; reason: 'site-off' | 'paused' | 'not-chosen' | 'unsupported-url' };

export interface Settings {
  preferences: Preferences;
  /** By exact hostname: lower case, punycode, no trailing dot, no port. */
  sites: Record<string, SiteRule>;
}
