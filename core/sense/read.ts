import { find } from '../matching/find.ts';
import { isAdjective } from './adjective.ts';
import { thingAfter } from './by-a-thing.ts';
import { AT } from './features.ts';
import { languageCounts } from './language.ts';
import type { Entry, Lexicon } from './lexicon.ts';
import { standsIn } from './set-phrases.ts';
import type { BlockReading, Candidate } from './types.ts';

/** What a block's text holds, in its own order: parallel lists. */
export interface Evidence {
  entries: Entry[];
  starts: number[];
  ends: number[];
  /** For each candidate: its place in the lists above, and the features that its own block settles. */
  details: Detail[];
  /** Small words of English and of other languages; counted only where there is something to judge. */
  english: number;
  foreign: number;
}

interface Detail {
  at: number;
  /** Pairs of feature index and value. */
  local: number[];
}

/** The evidence of a reading that this judge made itself. */
export const evidenceOf = (reading: BlockReading): Evidence => reading.evidence as Evidence;

/** Finds the forms and the words of evidence of one block in one pass. */
export function readBlock(lexicon: Lexicon, text: string): BlockReading {
  const evidence: Evidence = { entries: [], starts: [], ends: [], details: [], english: 0, foreign: 0 };
  const candidates: Candidate[] = [];
  find(lexicon.index, text, (entry, start, end) => {
    const form = entry.form;
    const spelt = !entry.exact || text.startsWith(entry.exact, start);
    const isForm = form !== undefined && (!form.exact || text.startsWith(form.exact, start));
    if (!spelt && !isForm) return;
    if (isGlued(text, start, end)) return;
    if (isForm && standsIn(lexicon.never(entry.key), text, start, end)) return;
    evidence.entries.push(entry);
    evidence.starts.push(start);
    evidence.ends.push(end);
    if (!isForm || form.bare === false) return;
    const surface = text.slice(start, end);
    candidates.push({ start, end, surface, form: entry.key, term: form.term, level: form.level });
    evidence.details.push({ at: evidence.entries.length - 1, local: [] });
  });
  if (candidates.length > 0) {
    Object.assign(evidence, languageCounts(text));
    // “Recording engineer” is English whatever names stand around it.
    for (const { form } of candidates) if (form.includes(' ')) evidence.english += form.split(' ').length;
  }
  candidates.forEach((candidate, i) => {
    const detail = evidence.details[i]!;
    const { local } = detail;
    const { start, end, form } = candidate;
    neighbours(text, evidence, detail.at, local);
    names(text, candidate, local);
    grammar(text, candidate, local);
    const after = evidence.entries[detail.at + 1];
    if (
      lexicon.adjectives.has(form) &&
      isAdjective(text, start, end) &&
      // A word of music, or one that goes with the form: “single release”.
      !(evidence.starts[detail.at + 1] === end + 1 && (after!.speaks >= 0.8 || lexicon.own(form)?.for.has(after!.key)))
    ) {
      local.push(AT['as adjective'], 1);
    }
    if (standsIn(lexicon.always(form), text, start, end)) local.push(AT['settling phrase'], 1);
    if (isCredit(text, candidate)) local.push(AT['credit line'], 1);
  });
  return { length: text.length, candidates, evidence };
}

/** Part of an address, a file name or a line of code: `track.mp3`, `record_label`, `#release`, `score(`. */
function isGlued(text: string, start: number, end: number): boolean {
  const before = text.charAt(start - 1);
  const after = text.charAt(end);
  if (before !== '' && '_@#$\\=.~<'.includes(before)) return true;
  if (after !== '' && '_@\\=('.includes(after)) return true;
  return (after === '.' || after === ':') && /\w/.test(text.charAt(end + 1));
}

const JOINT = /^(?:,? (?:and|or|&|and\/or) (?:an? |the )?|, (?:an? )?|\/| \/ | & |-)$/;

/** What stands directly beside the candidate, and what it is joined to in a list. */
function neighbours(text: string, { entries, starts, ends }: Evidence, at: number, local: number[]): void {
  let modifies = 0;
  let joined = 0;
  for (const step of [-1, 1]) {
    for (let here = at, next = at + step, far = 0; next >= 0 && next < entries.length && far < 4; far++) {
      const gap = step < 0 ? text.slice(ends[next]!, starts[here]!) : text.slice(ends[here]!, starts[next]!);
      const entry = entries[next]!;
      if (here === at && (gap === ' ' || gap === '-')) {
        if (entry.speaks !== 0) modifies += entry.speaks;
      } else if (gap.length <= 9 && JOINT.test(gap)) {
        joined += entry.speaks;
      } else if (gap !== ' ') break;
      here = next;
      next += step;
    }
  }
  if (modifies > 0) local.push(AT['music modifies'], Math.min(modifies, 2.5));
  if (modifies < 0) local.push(AT['other modifies'], Math.min(-modifies, 2.5));
  if (joined > 0) local.push(AT['music joined'], Math.min(joined, 4));
  if (joined < 0) local.push(AT['other joined'], Math.min(-joined, 4));
}

/** Capitals in the middle of a sentence beside capitals: part of a name, not the word itself. */
function names(text: string, { start, end, surface }: Candidate, local: number[]): void {
  if (/-\w*$/.test(text.slice(Math.max(0, start - 2), start)) || /^-\w/.test(text.slice(end, end + 2))) {
    local.push(AT.hyphenated, 1);
  }
  if (!/^[A-Z]/.test(surface) || /^[A-Z0-9&]+s?$/.test(surface)) return;
  const before = text.slice(Math.max(0, start - 30), start);
  const after = text.slice(end, end + 30);
  if (/[A-Z][\w'’.]*,? $/.test(before) && !/[.!?:] $/.test(before)) local.push(AT['name before'], 1);
  if (/[\w,;’'")] $/.test(before) && /^ (?:of (?:the )?)?[A-Z]/.test(after)) local.push(AT['name after'], 1);
}

const VERB_BEFORE = words(
  'to not never will would can could may might must should shall do does did we you i they who he she it help helps helped let lets cannot please',
);
const OBJECT_AFTER = words(
  'the a an his her its their your my our this these those some any each every all how what whether which up down out them him it us me',
);
const COUNTED = words(
  'first second third fourth fifth sixth final last next new latest debut only lead title two three four five six seven eight nine ten several many few his her their my our your its',
);

function words(list: string): Set<string> {
  return new Set(list.split(' '));
}

/** What the words before and after make of the candidate: a verb, the owner of something, a mere modifier. */
function grammar(text: string, { start, end }: Candidate, local: number[]): void {
  const before = /([\w'’]+) $/.exec(text.slice(Math.max(0, start - 24), start))?.[1]?.toLowerCase();
  const after = /^ ([\w'’]+)/.exec(text.slice(end, end + 24))?.[1];
  if (before !== undefined) {
    if (VERB_BEFORE.has(before)) local.push(AT['verb before'], 1);
    if (COUNTED.has(before) || /['’]s$/.test(before)) local.push(AT.counted, 1);
  }
  if (after === undefined) return;
  if (/ by$/i.test(text.slice(start, end))) local.push(AT['by a thing'], thingAfter(after));
  if (after === 'of') local.push(AT['of after'], 1);
  else if (OBJECT_AFTER.has(after)) local.push(AT['object after'], 1);
}

/** `Produced by …`, `Producer: …`: what a credit looks like. A number after it makes it a setting: `mix: 0.5`. */
function isCredit(text: string, { end, surface }: Candidate): boolean {
  return / by$/i.test(surface) || /^(?:\(s\))?\s?[:–—]\s(?![\d.-])/.test(text.slice(end, end + 8));
}
