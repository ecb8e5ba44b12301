import type { MatchForm, MatchTable } from '../glossary/types.ts';
import { fileOf } from '../matching/find.ts';
import { normalise } from '../matching/normalise.ts';
import { inflections } from './inflections.ts';
import { type Strength, senseTable, split } from './table.ts';

/** One spelling the pattern finds: a form of the glossary, a word of evidence, or both. */
export interface Entry {
  key: string;
  form?: MatchForm;
  /** How loudly it speaks for music (above 0) or for another subject (below 0). */
  speaks: number;
  /** `music` or the other subject's name. */
  subject: string;
  /** The cue counts only in this very spelling. */
  exact?: string;
}

/** The words that tell one form's senses apart. */
export interface OwnCues {
  for: ReadonlySet<Entry>;
  against: ReadonlySet<Entry>;
  /** Wordings that settle it: what must stand before and after the form, in normalised spelling. */
  phrases: { before: string; after: string }[];
}

export interface Lexicon {
  pattern: RegExp;
  lookUp(surface: string): Entry | undefined;
  own(form: string): OwnCues | undefined;
}

const LOUDNESS: Record<Strength, number> = { strong: 2, plain: 0.8, weak: 0.3 };
const FORM_LOUDNESS = [2.5, 1.6, 0.6, 0.2] as const;

/** Unpacks the match table. Some milliseconds: do it only on pages that passed the gate. */
export function createLexicon(table: MatchTable): Lexicon {
  const sense = senseTable(table);
  const entries = new Map<string, Entry>();
  for (const [key, form] of Object.entries(table.forms)) {
    entries.set(key, { key, form, speaks: FORM_LOUDNESS[form.level], subject: 'music' });
  }
  const entryOf = (key: string): Entry => {
    let entry = entries.get(key);
    if (!entry) {
      entry = { key, speaks: 0, subject: '' };
      entries.set(key, entry);
    }
    return entry;
  };
  for (const group of sense.cues) {
    const speaks = LOUDNESS[group.strength] * (group.subject === 'music' ? 1 : -1);
    for (const word of split(group.words)) {
      for (const spelling of inflections(word)) {
        const entry = entryOf(normalise(spelling));
        if (Math.abs(speaks) < Math.abs(entry.speaks) && entry.speaks > 0 === speaks > 0) continue;
        entry.speaks = speaks;
        entry.subject = group.subject;
        if (/[A-Z]/.test(spelling)) entry.exact = spelling;
      }
    }
  }
  const own = new Map<string, OwnCues>();
  for (const one of sense.senses) {
    const set = (words: string) =>
      new Set(split(words).flatMap((word) => inflections(word).map((spelling) => entryOf(normalise(spelling)))));
    const speakFor = set(one.for);
    const against = set(one.against);
    for (const form of split(one.forms)) {
      const phrases = split(one.phrases).flatMap((phrase) => around(phrase, form));
      own.set(form, { for: speakFor, against, phrases });
    }
  }
  return { pattern: new RegExp(table.pattern, 'gi'), lookUp: fileOf(entries), own: (form) => own.get(form) };
}

/** `produced the album` around `produced`: nothing before, ` the album` after. */
function around(phrase: string, form: string): { before: string; after: string }[] {
  const at = ` ${phrase} `.indexOf(` ${form} `);
  return at < 0 ? [] : [{ before: phrase.slice(0, at), after: phrase.slice(at + form.length) }];
}
