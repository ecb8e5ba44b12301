/** The real marks and the real card on the welcome page's own text: content scripts do not run on our pages. */
import cardTable from 'virtual:liner-notes/card-table';
import matchTable from 'virtual:liner-notes/match-table';
import { createJudge } from '../../core/sense/judge.ts';
import { attachCard } from '../../page/card/attach.ts';
import { wholeEngine } from '../../page/whole-engine.ts';

/** Marks the document until the signal aborts. */
export function markSample(signal: AbortSignal): void {
  const engine = wholeEngine({
    judge: createJudge(matchTable),
    marking: {
      density: 'every',
      markStyle: 'dotted',
      // “Liner notes” is another name of credits; at the top of this page it is ours.
      wants: (id) => id !== 'credit',
    },
    signal,
    opened(marks) {
      attachCard({
        marks,
        table: cardTable,
        signal,
        look: () => ({ textSize: 100, slow: false }),
        openComparison: (terms) => open(`/compare.html?terms=${terms.join(',')}`, '_blank', 'noreferrer'),
        tellFrames: () => undefined,
        passOn: () => undefined,
        // Nothing to silence words with: there is no site here, and nothing to be tired of yet.
      });
    },
  });
  engine.start();
}
