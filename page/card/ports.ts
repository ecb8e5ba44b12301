/** What the card asks of the page and the extension around it, and what it offers them. */
import type { Undo } from '../../components/Card.tsx';
import type { CardTable } from '../../core/glossary/types.ts';
import type { StepCommand } from '../../core/messages/types.ts';
import type { Marks, Occurrence } from '../types.ts';

export interface CardPorts {
  marks: Marks;
  /** The compiled table, asked for only when a card opens. */
  table(): CardTable;
  /** Aborting it closes the card and takes every listener away. */
  signal: AbortSignal;
  /** How the reader likes the card (size of its text in per cent), asked at each move of the reader. */
  look(): { textSize: number; slow: boolean };
  openComparison(terms: string[]): void;
  /** Tells the other frames of the tab what has become of the card in this one. */
  tellFrames(news: 'opened' | 'closed', hovered?: boolean): void;
  /** There is nothing for this command here; another frame may have something. */
  passOn(command: StepCommand): void;
  /** Both silence a word and answer with the way back. Without them the card does not offer it. */
  notMusicHere?(term: string): Undo;
  neverMark?(term: string): Undo;
  /** Hears what the card threw, for tests: the reader sees it leave. */
  failed?(error: unknown): void;
}

export interface AttachedCard {
  /** A keyboard command; false when it is not for this frame or there is nothing to show. `passed`: it is for this one. */
  command(name: StepCommand, passed?: boolean): boolean;
  /** Closes the card, if one is open. */
  dismiss(): void;
  /** Scrolls to the occurrence, shows it as current, and opens its card for the keyboard. */
  show(occurrence: Occurrence): boolean;
}
