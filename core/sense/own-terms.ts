import { isMusical, type Named, namedIn } from './gate.ts';
import type { OwnGate } from './own-gate.ts';
import type { Block, BlockReading, Candidate, Judge, PageReading, Verdict } from './types.ts';

/** A reading with what the judge itself made of the block. */
interface OwnReading extends BlockReading {
  base: BlockReading;
  own: Candidate[];
  /** What it names of music; null when that is known of the page already. */
  names: Named | null;
}
interface OwnPage extends PageReading {
  base: PageReading;
  /** The glossary's words are judged: something on the page names music. */
  musical: boolean;
}

const readingOf = (reading: BlockReading): OwnReading => reading as OwnReading;
const pageOf = (page: PageReading): OwnPage => page as OwnPage;
const isOwn = ({ level, form, term }: Candidate): boolean => level === 0 && form === term;

/**
 * A judge that also marks the reader's own terms, wherever they stand on a page it can read, without asking what the page
 * is about; where one overlaps a word of the glossary, it is the reader's that counts. A page that is read only for the
 * sake of own terms keeps the glossary's words unmarked until it names music: the whole of it by the gate's own measure,
 * not one block, so that an own term opens nothing to the glossary that would be closed to it otherwise.
 *
 * @param gate of the one document that is judged: knows the terms, and whether it names music.
 */
export function withOwnTerms(judge: Judge, gate: OwnGate): Judge {
  const own = gate.forms;
  const bases = (blocks: readonly Block[]): Block[] =>
    blocks.map(({ reading, boundary, heading }) => ({ reading: readingOf(reading).base, boundary, heading }));

  return {
    ...judge,
    read(text): OwnReading {
      const base = judge.read(text);
      const found = own.find(text).map(
        ({ form: { term }, start, end }): Candidate => ({
          start,
          end,
          surface: text.slice(start, end),
          form: term,
          term,
          level: 0,
        }),
      );
      const candidates = found.length ? inOrder([...base.candidates, ...found]) : base.candidates;
      return { ...base, candidates, base, own: found, names: gate.musical ? null : namedIn(text) };
    },
    count(totals, reading, sign) {
      const { base, names } = readingOf(reading);
      judge.count(totals, base, sign);
      totals.named += sign * (names?.named ?? 0);
      totals.stems += sign * (names?.stems ?? 0);
    },
    page(facts, totals, before): OwnPage {
      gate.musical ||= isMusical(Math.max(gate.asked, totals.length), totals);
      const { musical } = gate;
      const base = judge.page(facts, totals, before && pageOf(before).base);
      return { ...base, key: musical ? base.key : `own ${base.key}`, base, musical };
    },
    judge(blocks, page, from = 0, to = blocks.length) {
      const { base, musical } = pageOf(page);
      const judged = musical ? judge.judge(bases(blocks), base, from, to) : null;
      return blocks.slice(from, to).map(({ reading }, index): Verdict[] => {
        const mine = readingOf(reading).own;
        const theirs = judged?.[index] ?? [];
        if (!mine.length) return theirs;
        const free = theirs.filter(({ candidate }) => !mine.some((one) => overlap(one, candidate)));
        const verdicts = [
          ...free,
          ...mine.map((candidate) => ({ candidate, music: true, score: Number.POSITIVE_INFINITY })),
        ];
        return verdicts.sort((a, b) => a.candidate.start - b.candidate.start);
      });
    },
    explain: (blocks, page, block, candidate) =>
      isOwn(candidate) ? [{ why: 'ownTerm' }] : judge.explain(bases(blocks), pageOf(page).base, block, candidate),
    scopes: (blocks, page, block) => judge.scopes(bases(blocks), pageOf(page).base, block),
  };
}

const overlap = (a: Candidate, b: Candidate): boolean => a.start < b.end && b.start < a.end;
const inOrder = (candidates: Candidate[]): Candidate[] => candidates.sort((a, b) => a.start - b.start);
