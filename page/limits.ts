/**
 * How much of the page's time is ours, and when. All in one place, times in ms, so that a test can let a minute pass in a
 * second.
 */
export interface Limits {
  /** A task of ours ends when it has run so long; with one of the browser's own pauses in it it still fits into a frame. */
  slice: number;
  /** Work done at once when a change must not wait; more of it waits for its turn. */
  atOnce: number;
  /** Other changes are looked at so long after the first of them … */
  behind: number;
  /** … and no longer than this while changes go on and on, each soon after we have looked at the last … */
  farBehind: number;
  /** … or when so many records of them have come together. */
  records: number;
  /** After work that took t ms we wait for this many times t: at most a fiftieth of the time is ours … */
  patience: number;
  /** … but so much may be done at once after a while without any: changes that come one after the other are not kept waiting. */
  burst: number;
  /** The same on a page that so far has nothing musical … */
  gatePatience: number;
  /** … where a change waits no longer than this. */
  gateWait: number;
  /** How long after a change such a page is asked again, at the earliest. */
  gateAfter: number;
  /** Share of `window` that we may use before marking rests, the first scan aside. */
  share: number;
  window: number;
  /** The first rest; each further one is twice as long, up to `longestRest`. */
  rest: number;
  longestRest: number;
  /** How long after what marks could not be brought it is asked for again; longer each time, up to `longestRest`. */
  bringAgain: number;
  /** How long after something of ours threw we begin anew … */
  recover: number;
  /** … and how often, before the page is left alone for good. */
  faults: number;
  /** How long after a change the page counts as settled. */
  settleAfter: number;
  /** How long nothing may have changed before the page counts as at rest: then it is read as if for the first time. */
  calmAfter: number;
  /**
   * Text read before it is asked whether more is near, in UTF-16 code units: a desktop's window shows 3,000 to 6,000 of
   * them, and marks are painted one and a half windows ahead.
   */
  ahead: number;
  /** Time between two changes of what is registered while the reader scrolls … */
  repaint: number;
  /** … and when what is in view already is not painted yet. */
  repaintSeen: number;
  /** When the page changes so long after anything has come near or gone, what is painted for the next scroll only is set aside. */
  ease: number;
  /** How often what the page may have done to our highlight is looked at, while marks are painted and seen. */
  guard: number;
  /** How long all is read for whoever asks for the state of the page; then as long is counted at most. */
  counting: number;
}

export const LIMITS: Limits = {
  slice: 6,
  atOnce: 2,
  behind: 30,
  farBehind: 120,
  records: 10_000,
  patience: 50,
  burst: 50,
  gatePatience: 100,
  gateWait: 5000,
  gateAfter: 100,
  share: 0.03,
  window: 60_000,
  rest: 30_000,
  longestRest: 600_000,
  bringAgain: 1000,
  recover: 1000,
  faults: 3,
  settleAfter: 500,
  calmAfter: 3000,
  ahead: 12_000,
  repaint: 400,
  repaintSeen: 100,
  ease: 50,
  guard: 800,
  counting: 500,
};
