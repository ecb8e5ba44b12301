/** In the page: what is left alone changes while all of it is being read, between two slices of the walk. */
import matchTable from 'virtual:liner-notes/match-table';
import { createJudge } from '../../../core/sense/judge.ts';
import { Dirt } from '../../../page/dirt.ts';
import { Watch } from '../../../page/watch.ts';
import { blocksOf, freshScan, markingAlone } from './fresh-scan.ts';

const judge = createJudge(matchTable);
const WHEN_LATE = () => true;

/**
 * Reads the page in the smallest slices, has it changed after some of them, and reads on.
 * @returns in how many slices it was read, and whether what is kept is what a fresh scan finds.
 */
function readAmid(slices: number, change: () => void): { slices: number; kept: string[]; fresh: string[] } {
  const marking = markingAlone(judge);
  const watch = new Watch(() => {});
  watch.observe(document);
  marking.scan.addRoot(document);
  marking.scan.readAll();
  let count = 0;
  for (let isDone = false; !isDone; count++) {
    if (count === slices) {
      change();
      const dirt = new Dirt();
      dirt.add(watch.take(), false);
      marking.take(dirt, false);
    }
    isDone = marking.work(WHEN_LATE);
  }
  watch.stop();
  const outcome = { slices: count, kept: blocksOf(marking), fresh: freshScan(judge) };
  marking.reset();
  return outcome;
}
export type ReadAmid = typeof readAmid;
Object.assign(globalThis, { readAmid });
