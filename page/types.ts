/** The contract between the engine that finds and marks (page/marks), the card (page/card) and the messages. */
import type { Reason } from '../core/sense/reason.ts';
import type { Density, MarkStyle } from '../core/settings/types.ts';

/** One marked occurrence on the page. Stale as soon as its text changes: never keep it across a task, ask again. */
export interface Occurrence {
  term: string;
  /** As written on the page. */
  surface: string;
  /** Boundary points; start and end lie in different text nodes when the word runs over inline elements. */
  startNode: Text;
  startOffset: number;
  endNode: Text;
  endOffset: number;
}

/** What is marked on this document, kept true while the page changes. */
export interface Marks {
  /** The occurrence painted under the point (CSS px, viewport), confirmed by its client rects; null if none. */
  at(x: number, y: number): Occurrence | null;
  /** Whether anything at all is marked, shown or not, or was until what is being read anew just now: cheap, for those who have nothing to do while nothing is. */
  any(): boolean;
  /** All occurrences in document order. */
  all(): Occurrence[];
  /** Client rects of an occurrence (CSS px, viewport); empty when it is no longer on the page. */
  rects(occurrence: Occurrence): DOMRect[];
  /**
   * Whether the occurrence still stands as it was found: its text may have become another one at the same place. While
   * its block is being read anew, the word itself is what tells.
   */
  holds(occurrence: Occurrence): boolean;
  /** Terms with their counts, most frequent first. */
  counts(): { id: string; count: number }[];
  /** Evidence in words for the card's "why". */
  explain(occurrence: Occurrence): Reason[];
  /** Settings the surrounding text speaks of (hip-hop, classical, live …), best first. */
  scopes(occurrence: Occurrence): string[];
  /** Calls back after what is marked has changed; ends with the signal. */
  onChange(listener: () => void, signal: AbortSignal): void;
  /** Shows one occurrence as the current one of keyboard stepping, or as the one whose card is open; or none. */
  setCurrent(occurrence: Occurrence | null, by?: 'keyboard' | 'pointer'): void;
}

/** How the reader wants this page marked; may change at any time. */
export interface MarkOptions {
  density: Density;
  markStyle: MarkStyle;
  /** False for terms that the reader does not want, here or anywhere. */
  wants(term: string): boolean;
}
