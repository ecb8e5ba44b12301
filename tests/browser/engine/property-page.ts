/** In the page: changes it at random with the engine at work, and compares with a fresh scan of the same page. */
import matchTable from 'virtual:liner-notes/match-table';
import { createJudge } from '../../../core/sense/judge.ts';
import { Engine } from '../../../page/engine.ts';
import type { Marking } from '../../../page/marking.ts';
import { blocksOf, freshScan } from './fresh-scan.ts';
import { RandomPage } from './random-page.ts';

const judge = createJudge(matchTable);
const marking = { density: 'every', markStyle: 'dotted', wants: () => true } as const;
const breath = () => new Promise((resolve) => setTimeout(resolve));

interface Outcome {
  changes: number;
  compared: number;
  /** Most marks at any comparison. */
  marks: number;
  differences: string[];
}

/** Changes the page `changes` times by one seed, in bursts, and compares after every burst of `every`. */
async function run(seed: number, changes: number, every: number): Promise<Outcome> {
  document.body.replaceChildren();
  const top = document.body.appendChild(document.createElement('main'));
  top.append('A mastering engineer came.');
  const end = new AbortController();
  const engine = new Engine({ judge, marking, signal: end.signal, limits: { settleAfter: 5, calmAfter: 10 } });
  engine.start();
  const page = new RandomPage(seed, top);
  const outcome: Outcome = { changes: 0, compared: 0, marks: 0, differences: [] };
  while (outcome.changes < changes) {
    for (let burst = 1 + page.below(20); burst > 0; burst--, outcome.changes++) page.change();
    if (page.below(3)) await breath();
    if (outcome.changes < (outcome.compared + 1) * every) continue;
    await engine.idle();
    const kept = blocksOf((engine as unknown as { marking: Marking }).marking);
    const fresh = freshScan(judge);
    outcome.compared++;
    outcome.marks = Math.max(outcome.marks, engine.marks.every().length);
    if (kept.join('\n') !== fresh.join('\n')) {
      const extra = kept.filter((line) => !fresh.includes(line));
      const missing = fresh.filter((line) => !kept.includes(line));
      outcome.differences.push(
        `seed ${seed} after ${outcome.changes}`,
        `kept ${extra.slice(0, 3)}`,
        `fresh ${missing.slice(0, 3)}`,
      );
      break;
    }
  }
  end.abort();
  return outcome;
}

Object.assign(globalThis, { run });
