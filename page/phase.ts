/** What the engine is about, and what that says of the page in the popup's terms. */
import type { PageState } from '../core/messages/types.ts';
import { declaresOther } from './language.ts';

export type Phase =
  | { is: 'refused'; reason: 'not-html' | 'author-opt-out' }
  /** Nothing was found so far that could be marked: no walk yet. */
  | { is: 'gated' }
  /** Something was found; what marks is on its way. */
  | { is: 'opening' }
  | { is: 'marking' }
  | { is: 'resting'; reason: 'too-costly' | 'failed' }
  | { is: 'ended' };

/** Anything may still come of it. */
export const isAtWork = ({ is }: Phase): boolean => is === 'gated' || is === 'opening' || is === 'marking';

/** What is so on a page in a phase. @param found what marking has found, when it is at work. */
export function stateIn(phase: Phase, document: Document, found: PageState | undefined): PageState {
  if (phase.is === 'resting') return { state: 'resting', reason: phase.reason };
  if (phase.is === 'refused') {
    const { reason } = phase;
    return reason === 'not-html' ? { state: 'nothing', reason } : { state: 'off', reason };
  }
  return found ?? nothing(document);
}

/** What is so on a page on which nothing is found. */
export const nothing = (document: Document): PageState => ({
  state: 'nothing',
  reason: declaresOther(document) ? 'not-english' : 'not-musical',
});
