/** How things stand on the page, in the popup's terms. */
import type { PageState } from '../core/messages/types.ts';
import { declaresOther } from './language.ts';
import type { Marking } from './marking.ts';

/** What the engine is about. */
export type Phase =
  | { is: 'refused'; reason: 'not-html' | 'author-opt-out' }
  /** Nothing was found so far that could be marked: no walk yet. */
  | { is: 'gated' }
  | { is: 'marking' }
  | { is: 'resting'; reason: 'too-costly' | 'failed' }
  | { is: 'ended' };

export class Standing {
  private readonly marking: Marking;
  /** Work is going on that may change the marks. */
  private readonly busy: () => boolean;
  private lastTerms: { id: string; count: number }[] = [];

  constructor(marking: Marking, busy: () => boolean) {
    this.marking = marking;
    this.busy = busy;
  }

  /** Forgets what was so before. */
  forget(): void {
    this.lastTerms = [];
  }

  /** What is so at work, for a page with something musical or none so far. Counts, which may take its time or throw. */
  found(phase: Phase): PageState {
    if (!this.marking.readable) return { state: 'nothing', reason: 'not-english' };
    if (phase.is === 'marking') {
      const terms = this.terms();
      if (terms.length > 0) return { state: 'marking', terms };
      if (this.marking.marks.anySilenced()) return { state: 'nothing', reason: 'silenced' };
    }
    return { state: 'nothing', reason: declaresOther(document) ? 'not-english' : 'not-musical' };
  }

  /** While everything is being read anew, what was so before is nearer to the truth than nothing. */
  private terms(): { id: string; count: number }[] {
    const terms = this.marking.marks.counts();
    if (terms.length > 0 || !this.busy()) this.lastTerms = terms;
    return this.lastTerms;
  }
}

/** What is so in a phase in which nothing is looked for; undefined when something is. */
export function idleState(phase: Phase): PageState | undefined {
  if (phase.is === 'resting') return { state: 'resting', reason: phase.reason };
  if (phase.is !== 'refused') return undefined;
  const { reason } = phase;
  return reason === 'not-html' ? { state: 'nothing', reason } : { state: 'off', reason };
}
