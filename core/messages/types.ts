/** Every message between parts of the extension: name → what is sent, what comes back. Guarded at the receiving end. */

/** What is so on a page right now, as its own content script sees it. */
export type PageState =
  | { state: 'off'; reason: 'site-off' | 'paused' | 'not-chosen' | 'no-site' | 'author-opt-out' }
  /** `silenced`: there is music, but only words that the reader wants unmarked, everywhere or on this site. */
  | { state: 'nothing'; reason: 'not-musical' | 'not-english' | 'not-html' | 'silenced' }
  | { state: 'marking'; terms: { id: string; count: number }[] }
  | { state: 'resting'; reason: 'too-costly' | 'failed' };

export type StepCommand = 'next-term' | 'previous-term' | 'toggle-card';

/** What the frames of a tab tell each other of a card: one is open at a time, and Escape closes it from any frame. */
export interface CardNews {
  news: 'opened' | 'closed' | 'escape';
  /** The frame that tells, by a name that it made up. */
  from: string;
  /** The card that opened is the pointer's: it closes by itself once that is elsewhere. */
  hovered?: boolean;
}

export interface Messages {
  /**
   * popup or background → content script (top frame and each subframe answers for itself). `soFar`: nothing is read for
   * the asking, unless the icon shows a number.
   */
  'page:state': { request: { soFar?: boolean }; reply: PageState };
  /** popup or background → content script of a top page whose address the browser does not tell (files in Chromium). */
  'page:address': { request: Record<never, never>; reply: { url: string } };
  /** extension page → content script: every occurrence marked, in document order (the `pages` command reads it). */
  'page:marks': {
    request: Record<never, never>;
    reply: { marks: { surface: string; term: string; context: string }[]; scanMs: number };
  };
  /** popup → content script: scroll to the nth occurrence of a term (0-based, wraps) and show it as current. */
  'page:go-to': { request: { term: string; index: number }; reply: { found: boolean } };
  /**
   * background → content script: a keyboard command. Every frame hears it and the one with the keyboard takes it; one
   * that is `passed` on is for the frame that gets it.
   */
  'page:command': { request: { command: StepCommand; passed?: boolean }; reply: { done: boolean } };
  /** content script → background: the frame with the keyboard has no terms; another one may have. */
  'tab:command': { request: { command: StepCommand }; reply: { done: boolean } };
  /** content script → background, which tells every frame of the tab. */
  'tab:card': { request: CardNews; reply: { heard: boolean } };
  /** background → every frame of the tab, the one it comes from included. */
  'page:card': { request: CardNews; reply: { heard: boolean } };
  /** content script → background: open the comparison page. */
  'open:comparison': { request: { terms: string[] }; reply: { opened: boolean } };
  /** content script → background: the top page's URL, for the site rule, and the tab's id, for a pause of the tab. */
  'tab:top-url': { request: Record<never, never>; reply: { url: string | null; tab: number | null } };
  /** content script → background: what marks is to be put into this frame. */
  'tab:marks': { request: Record<never, never>; reply: { done: boolean } };
  /** content script → background: this term is something else on this site, or (`undo`) it is not after all. */
  'reader:not-music': { request: { term: string; undo: boolean }; reply: { done: boolean } };
  /** content script → background: never mark this term anywhere, or (`undo`) mark it again. */
  'reader:never-mark': { request: { term: string; undo: boolean }; reply: { done: boolean } };
  /** content script → background and popup: a frame of the tab holds something else than before. Whoever shows it asks. */
  'tab:state': { request: Record<never, never>; reply: { heard: boolean } };
}

export type MessageName = keyof Messages;
export type Request<Name extends MessageName> = Messages[Name]['request'];
export type Reply<Name extends MessageName> = Messages[Name]['reply'];
