/** What the popup knows of the page in front of the reader: one of these, never a guess. */

export interface TermHere {
  id: string;
  count: number;
}

export type PageStatus =
  /** Nothing known yet. */
  | { kind: 'asking' }
  | { kind: 'marking'; terms: TermHere[] }
  | { kind: 'off'; reason: 'not-chosen' | 'author-opt-out' }
  /** `above`: the domain above whose rule it is, when it is not the site's own. */
  | { kind: 'off'; reason: 'site-off'; above?: string }
  | { kind: 'paused'; for: 'tab' }
  | { kind: 'paused'; for: 'restart'; above?: string }
  /** `until`: ms since the epoch. */
  | { kind: 'paused'; for: 'time'; until: number; above?: string }
  | { kind: 'nothing'; reason: 'not-musical' | 'not-english' | 'not-html' | 'silenced' }
  | { kind: 'resting'; reason: 'too-costly' | 'failed' }
  /** No script of ours can or does run there. */
  | {
      kind: 'unreachable';
      reason: 'browser-page' | 'file' | 'perhaps-file' | 'no-permission' | 'no-site' | 'reload';
    };

export interface SiteHere {
  /** As `siteOf` names it. */
  name: string;
  /** Whether the site is switched on, paused or not. */
  on: boolean;
  /** The domain that the switch is thrown for as a whole (`all`), or could be; `null` where there is none. */
  reach: { domain: string; all: boolean } | null;
}
