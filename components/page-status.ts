/** What the popup knows of the page in front of the reader: one of these, never a guess. */

export interface TermHere {
  id: string;
  count: number;
}

export type PageStatus =
  /** Nothing known yet. */
  | { kind: 'asking' }
  | { kind: 'marking'; terms: TermHere[] }
  | { kind: 'off'; reason: 'site-off' | 'not-chosen' | 'author-opt-out' }
  /** `until`: ms since the epoch. */
  | { kind: 'paused'; for: 'tab' | 'restart' }
  | { kind: 'paused'; for: 'time'; until: number }
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
  /** Whether the switch reaches all subdomains; `null` where there cannot be any. */
  subdomains: boolean | null;
}
