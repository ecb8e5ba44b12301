/** Credits that stand in one list, on one line or on one each, and what they make of one another. */
import { isOfRecords, LONGEST_LINE } from './credits.ts';
import { AT } from './features.ts';
import { type Line, REACH } from './line.ts';
import { evidenceOf } from './read.ts';
import type { Block, Candidate } from './types.ts';

/** As far as a list of credits in one text goes on to either side. UTF-16 code units. */
const LIST = 400;
/** More credits beside a candidate than these say nothing more. */
const ENOUGH = 3;

/** Sets what the credits around a candidate, itself a credit at `start` on the line, make of it. */
export function weighCredits(
  blocks: readonly Block[],
  line: Line,
  block: number,
  start: number,
  candidate: Candidate,
  values: Float64Array,
): void {
  const roles = new Set<string>();
  let sure = isOfRecords(candidate.term);
  let others = 0;
  const take = (at: number, reach: number): void => {
    const offset = line.offsets[at - line.first]!;
    for (const credit of evidenceOf(blocks[at]!.reading).credits) {
      if (Math.abs(offset + credit.start - start) > reach) continue;
      sure ||= credit.sure;
      if (credit.role === undefined) others++;
      else if (credit.role !== candidate.term) roles.add(credit.role);
    }
  };
  take(block, LIST);
  const goesOn = (at: number): boolean =>
    blocks[at]!.reading.length <= LONGEST_LINE && Math.abs(line.offsets[at - line.first]! - start) <= REACH;
  const end = line.first + line.offsets.length;
  if (goesOn(block)) {
    for (let at = block - 1; at >= line.first && blocks[at + 1]!.boundary < 2 && goesOn(at); at--) take(at, REACH);
    for (let at = block + 1; at < end && blocks[at]!.boundary < 2 && goesOn(at); at++) take(at, REACH);
  }
  // Films and games have composers too; what is theirs is the producer and the engineer.
  if (others > 0) {
    if (candidate.level >= 2) values[AT['listed with other credits']] = Math.min(others, 2);
  } else if (sure) values[AT['listed with credits']] = Math.min(roles.size, ENOUGH);
}
