import type { MatchForm, MatchTable } from '../glossary/types.ts';
import { createFormIndex, type FormIndex } from '../matching/form-index.ts';
import { unpackForms } from '../matching/forms.ts';
import { normalise } from '../matching/normalise.ts';
import { inflections } from './inflections.ts';
import { type SetPhrase, unpackSetPhrases } from './set-phrases.ts';
import { type FormSense, type SenseTable, type SetPhrases, type Strength, senseTable, split } from './table.ts';
import { vocabularyOf } from './vocabulary.ts';

/** One spelling to be found: a form of the glossary, a word of evidence, or both. */
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

/** What tells one form's senses apart, by the keys of entries. */
export interface OwnCues {
  for: ReadonlySet<string>;
  against: ReadonlySet<string>;
  /** Subjects that say nothing against the form. */
  indifferent: ReadonlySet<string>;
}

export interface Lexicon {
  index: FormIndex<Entry>;
  own(form: string): OwnCues | undefined;
  /** Forms that also tell another thing's kind: see core/sense/adjective. */
  adjectives: ReadonlySet<string>;
  /** The genres and settings that a word tells. */
  scopes(key: string): readonly string[];
  /** Wordings in which the form is the musical word at once, and in which it never is: see core/sense/set-phrases. */
  always(form: string): readonly SetPhrase[];
  never(form: string): readonly SetPhrase[];
}

const LOUDNESS: Record<Strength, number> = { strong: 2, plain: 0.8, weak: 0.3 };
const FORM_LOUDNESS = [2.5, 1.6, 0.6, 0.1] as const;
const NONE: readonly string[] = [];

/** Unpacks the match table: some ten milliseconds in a fresh document, so only for pages that passed the gate. */
export function createLexicon(table: MatchTable): Lexicon {
  const sense = senseTable(table);
  const entries = new Map<string, Entry>();
  for (const [key, form] of unpackForms(table.forms)) {
    entries.set(key, { key, form, speaks: FORM_LOUDNESS[form.level], subject: 'music' });
  }
  addCues(entries, sense);
  const vocabulary = lazily(() => vocabularyOf(table.forms, sense.cues));
  let scopes: Map<string, string[]> | undefined;
  return {
    index: createFormIndex(entries),
    adjectives: new Set(sense.senses.flatMap(({ adjectives }) => split(adjectives ?? ''))),
    own: ownCuesIn(sense.senses, vocabulary),
    scopes: (key) => {
      scopes ??= unpackScopes(sense.scopes, vocabulary());
      return scopes.get(key) ?? NONE;
    },
    always: phrasesIn(sense.always),
    never: phrasesIn(sense.never),
  };
}

/** Makes a value when it is first asked for. */
function lazily<T>(make: () => T): () => T {
  let made: T | undefined;
  return () => {
    made ??= make();
    return made;
  };
}

function addCues(entries: Map<string, Entry>, { cues }: SenseTable): void {
  for (const { subject, strength, words } of cues) {
    const speaks = LOUDNESS[strength] * (subject === 'music' ? 1 : -1);
    for (const spelling of split(words).flatMap(inflections)) {
      const key = normalise(spelling);
      const entry = entries.get(key) ?? { key, speaks: 0, subject };
      entries.set(key, entry);
      // A form speaks at least as loudly as its level says.
      if (speaks > 0 && speaks < entry.speaks) continue;
      entry.speaks = speaks;
      entry.subject = subject;
      if (/[A-Z]/.test(spelling)) entry.exact = spelling;
    }
  }
}

/** Unpacks a form's own cues when they are first asked for: most pages hold few of the forms. */
function ownCuesIn(senses: readonly FormSense[], vocabulary: () => readonly string[]): Lexicon['own'] {
  const packed = new Map(senses.flatMap((one) => split(one.forms).map((form) => [form, one] as const)));
  const known = new Map<FormSense, OwnCues>();
  return (form) => {
    const one = packed.get(form);
    if (!one) return undefined;
    const cues = known.get(one) ?? unpackOwn(one, vocabulary());
    known.set(one, cues);
    return cues;
  };
}

function unpackOwn(one: FormSense, vocabulary: readonly string[]): OwnCues {
  const set = (places: string) => new Set(unpackPlaces(places, vocabulary));
  return { for: set(one.for), against: set(one.against), indifferent: new Set(split(one.indifferent)) };
}

function unpackScopes(packed: Record<string, string>, vocabulary: readonly string[]): Map<string, string[]> {
  const scopes = new Map<string, string[]>();
  for (const [scope, places] of Object.entries(packed)) {
    for (const key of unpackPlaces(places, vocabulary)) scopes.set(key, [...(scopes.get(key) ?? []), scope]);
  }
  return scopes;
}

const unpackPlaces = (places: string, vocabulary: readonly string[]): string[] =>
  places
    .split(' ')
    .filter(Boolean)
    .flatMap((place) => inflections(vocabulary[Number.parseInt(place, 36)]!));

/** Unpacks a form's set phrases when they are first asked for. */
function phrasesIn(packed: SetPhrases): (form: string) => readonly SetPhrase[] {
  const known = new Map<string, readonly SetPhrase[]>();
  return (form) => {
    const phrases = known.get(form) ?? unpackSetPhrases(packed, form);
    known.set(form, phrases);
    return phrases;
  };
}
