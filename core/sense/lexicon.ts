import type { MatchForm } from '../glossary/types.ts';
import type { FormIndex } from '../matching/form-index.ts';
import { formOfGroup } from '../matching/forms.ts';
import { unpackIndex } from '../matching/pack-index.ts';
import { unpackRuns } from './runs.ts';
import { type Phrases, unpackPhrases } from './set-phrases.ts';
import { type FormSense, lemmaOf, type MatchTable, type PackedWords, type SetPhrases, split } from './table.ts';

/** What tells one form's senses apart, as numbers of words. */
export interface OwnCues {
  for: readonly number[];
  against: readonly number[];
  /** Subjects that say nothing against the form. */
  indifferent: ReadonlySet<number>;
  /** Hardly ever music without one of those for it near. */
  needed: boolean;
}

/** Every word that is looked for, by its number in the index: a form of the glossary, a word of evidence, or both. */
export interface Lexicon {
  readonly index: FormIndex;
  /** How many of the words are forms; they come first. */
  readonly forms: number;
  form(word: number): MatchForm | undefined;
  /** How loudly a word speaks for music (above 0) or for another subject (below 0), in hundredths. */
  readonly speaks: Int16Array;
  /** A number for each subject; see `subjects`. */
  readonly subject: Uint8Array;
  readonly subjects: readonly string[];
  /** Bits, see core/sense/table. */
  readonly traits: Uint8Array;
  /** A word of evidence counts only in this very spelling. */
  readonly exact: ReadonlyMap<number, string>;
  own(word: number): OwnCues | undefined;
  /** What a form that is a verb is done to in other senses. */
  objects(verb: string): ReadonlySet<string> | undefined;
  /** The genres and settings that a word tells. */
  scopes(word: number): readonly string[];
  /** Wordings in which the form is the musical word at once, and in which it never is: see core/sense/set-phrases. */
  always(word: number): Phrases | undefined;
  never(word: number): Phrases | undefined;
  /** How much likelier than its level says the form's lemma is music. */
  lemma(word: number): number;
}

const NONE: readonly string[] = [];

/** Unpacks the match table: two milliseconds in a fresh document (docs/decisions/0206). */
export function createLexicon(table: MatchTable): Lexicon {
  const { words, senses, scopes: packedScopes, always, never, lemmas: lemmaWeights } = table.sense;
  const index = unpackIndex(table.index);
  const all = index.keys.length;
  let scopes: Map<number, string[]> | undefined;
  let objects: Map<string, ReadonlySet<string>> | undefined;
  const lemmas = new Float64Array(all).fill(Number.NaN);
  return {
    index,
    ...formsIn(words),
    speaks: unpackRuns(words.speaks, new Int16Array(all)),
    subject: unpackRuns(words.subject, new Uint8Array(all)),
    subjects: words.subjects,
    traits: unpackRuns(words.traits, new Uint8Array(all)),
    exact: unpackSpellings(words.speltCues),
    own: ownCuesIn(senses, index, words.subjects),
    objects: (verb) => {
      objects ??= unpackObjects(senses);
      return objects.get(verb);
    },
    scopes: (word) => {
      scopes ??= unpackScopes(packedScopes);
      return scopes.get(word) ?? NONE;
    },
    always: phrasesIn(always, index),
    never: phrasesIn(never, index),
    lemma: (word) => {
      if (Number.isNaN(lemmas[word])) lemmas[word] = lemmaWeights[lemmaOf(index.keys[word]!)] ?? 0;
      return lemmas[word]!;
    },
  };
}

/** Makes a form when it is first asked for: most pages hold few of them. */
function formsIn({ forms: { groups, runs }, speltForms }: PackedWords): Pick<Lexicon, 'forms' | 'form'> {
  const names = groups.split('|');
  let size = 0;
  for (let i = 1; i < runs.length; i += 2) size += runs[i]!;
  const groupOf = unpackRuns(runs, new Uint16Array(size));
  const spelt = unpackSpellings(speltForms);
  const known: (MatchForm | undefined)[] = [];
  const form = (word: number): MatchForm | undefined => {
    if (word >= size) return undefined;
    known[word] ??= formOfGroup(names[groupOf[word]!]!, spelt.get(word));
    return known[word];
  };
  return { forms: size, form };
}

function unpackSpellings(packed: string): Map<number, string> {
  return new Map(
    split(packed).map((one) => {
      const space = one.indexOf(' ');
      return [Number(one.slice(0, space)), one.slice(space + 1)];
    }),
  );
}

function unpackObjects(senses: readonly FormSense[]): Map<string, ReadonlySet<string>> {
  const unpacked = new Map<string, ReadonlySet<string>>();
  for (const { verbs, objects } of senses) {
    if (!verbs) continue;
    const things = new Set(split(objects ?? ''));
    for (const verb of split(verbs)) unpacked.set(verb, things);
  }
  return unpacked;
}

/** Unpacks a form's own cues when they are first asked for: most pages hold few of the forms. */
function ownCuesIn(senses: readonly FormSense[], index: FormIndex, subjects: readonly string[]): Lexicon['own'] {
  let packed: Map<string, FormSense> | undefined;
  const unpacked = new Map<FormSense, OwnCues>();
  const known: (OwnCues | null)[] = [];
  return (word) => {
    const before = known[word];
    if (before !== undefined) return before ?? undefined;
    packed ??= new Map(senses.flatMap((one) => split(one.forms).map((form) => [form, one] as const)));
    const one = packed.get(index.keys[word]!);
    const cues = one && (unpacked.get(one) ?? unpackOwn(one, subjects));
    if (one && cues) unpacked.set(one, cues);
    known[word] = cues ?? null;
    return cues;
  };
}

function unpackOwn(one: FormSense, subjects: readonly string[]): OwnCues {
  return {
    for: unpackNumbers(one.for),
    against: unpackNumbers(one.against),
    indifferent: new Set(split(one.indifferent ?? '').map((name) => subjects.indexOf(name))),
    needed: one.needsCue === 1,
  };
}

function unpackScopes(packed: Record<string, string>): Map<number, string[]> {
  const scopes = new Map<number, string[]>();
  for (const [scope, numbers] of Object.entries(packed)) {
    for (const word of unpackNumbers(numbers)) scopes.set(word, [...(scopes.get(word) ?? []), scope]);
  }
  return scopes;
}

/** Words named by their number. */
const unpackNumbers = (numbers: string): number[] =>
  numbers === '' ? [] : numbers.split(' ').map((number) => Number.parseInt(number, 36));

/** Unpacks a form's set phrases when they are first asked for. */
function phrasesIn(packed: SetPhrases, index: FormIndex): (word: number) => Phrases | undefined {
  const known: (Phrases | null)[] = [];
  return (word) => {
    const before = known[word];
    if (before !== undefined) return before ?? undefined;
    const phrases = unpackPhrases(packed, index.keys[word]!);
    known[word] = phrases ?? null;
    return phrases;
  };
}
