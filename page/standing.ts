/** How things stand on a page that is being marked, in the popup's terms. */
import type { PageState } from '../core/messages/types.ts';
import type { Marking } from './marking.ts';
import { nothing } from './phase.ts';

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

  /** What is so. Counts, which may take its time or throw. */
  found(): PageState {
    if (!this.marking.readable) return { state: 'nothing', reason: 'not-english' };
    const terms = this.terms();
    if (terms.length > 0) return { state: 'marking', terms };
    return this.marking.marks.anySilenced() ? { state: 'nothing', reason: 'silenced' } : nothing(document);
  }

  /** While everything is being read anew, what was so before is nearer to the truth than nothing. */
  private terms(): { id: string; count: number }[] {
    const terms = this.marking.marks.counts();
    if (terms.length > 0 || !this.busy()) this.lastTerms = terms;
    return this.lastTerms;
  }
}
