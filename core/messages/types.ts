/** Every message between parts of the extension: name → what is sent, what comes back. Guarded at the receiving end. */

/** What is so on a page right now, as its own content script sees it. */
export type PageState =
  | { state: 'off'; reason: 'site-off' | 'paused' | 'not-chosen' | 'author-opt-out' }
  | { state: 'nothing'; reason: 'not-musical' | 'not-english' | 'not-html' }
  | { state: 'marking'; terms: { id: string; count: number }[] }
  | { state: 'resting'; reason: 'too-costly' };

export interface Messages {
  /** popup → content script (top frame and each subframe answers for itself). */
  'page:state': { request: Record<never, never>; reply: PageState };
  /** popup → content script: scroll to the nth occurrence of a term (0-based, wraps) and show it as current. */
  'page:go-to': { request: { term: string; index: number }; reply: { found: boolean } };
  /** background → content script: a keyboard command. */
  'page:command': { request: { command: 'next-term' | 'previous-term' | 'toggle-card' }; reply: { done: boolean } };
  /** content script → background: open the comparison page. */
  'open:comparison': { request: { terms: string[] }; reply: { opened: boolean } };
  /** content script in a frame → background: the top page's URL, for the site rule. */
  'tab:top-url': { request: Record<never, never>; reply: { url: string | null } };
}
