import type { MatchForm, MatchTable } from '../glossary/types.ts';
import { COUNTS, COUNTS_SMALL, FormIndex } from '../matching/form-index.ts';
import { type FormGroup, formGroups } from '../matching/forms.ts';
import { takesPlural } from './inflections.ts';
import { ENGLISH_WORDS, FOREIGN_WORDS } from './language.ts';
import { type Phrases, unpackPhrases } from './set-phrases.ts';
import { type FormSense, lemmaOf, type SetPhrases, type Strength, senseTable, split } from './table.ts';

/** What tells one form's senses apart, as numbers of words. */
export interface OwnCues {
  for: readonly number[];
  against: readonly number[];
  /** Subjects that say nothing against the form. */
  indifferent: ReadonlySet<number>;
  /** Hardly ever music without one of those for it near. */
  needed: boolean;
}

/** What is to be asked of a word where it stands, as bits of `Lexicon.traits`; of most nothing. */
const FORM = 1;
/** Counts only in one spelling. */
const EXACT = 2;
/** A form that also tells another thing's kind: see core/sense/adjective. */
export const ADJECTIVE = 4;
/** A form that is never a verb in music. */
export const NOUN = 8;
/** A form that ends in “by”. */
export const BY = 16;

/** Every word that is looked for, by its number in the index: a form of the glossary, a word of evidence, or both. */
export interface Lexicon {
  readonly index: FormIndex;
  readonly forms: readonly (MatchForm | undefined)[];
  /** How loudly a word speaks for music (above 0) or for another subject (below 0), in hundredths. */
  readonly speaks: Int16Array;
  /** A number for each subject; see `subjects`. */
  readonly subject: Uint8Array;
  readonly subjects: readonly string[];
  readonly traits: Uint8Array;
  /** A word of evidence counts only in this very spelling. */
  readonly exact: ReadonlyMap<number, string>;
  own(word: number): OwnCues | undefined;
  /** For each form that is a verb: what it is done to in other senses. */
  readonly objects: ReadonlyMap<string, ReadonlySet<string>>;
  /** The genres and settings that a word tells. */
  scopes(word: number): readonly string[];
  /** Wordings in which the form is the musical word at once, and in which it never is: see core/sense/set-phrases. */
  always(word: number): Phrases | undefined;
  never(word: number): Phrases | undefined;
  /** How much likelier than its level says the form's lemma is music. */
  lemma(word: number): number;
}

const LOUDNESS: Record<Strength, number> = { strong: 200, plain: 80, weak: 30 };
const FORM_LOUDNESS = [250, 160, 60, 10] as const;
const NONE: readonly string[] = [];
/** More words than any match table holds with their plurals. The index grows by itself: this only saves it the trouble. */
const EXPECTED = 7000;
/** Spellings filed in one step: a millisecond or two in a fresh document. */
const STEP = 250;
/** There is room for so many words. */
const MOST = 16_384;

/** Unpacks the match table at once: ten milliseconds and more in a fresh document, before any compiler has seen the code. */
export function createLexicon(table: MatchTable): Lexicon {
  for (const steps = unpackInSteps(table); ; ) {
    const { value, done } = steps.next();
    if (done) return value;
  }
}

/** Unpacks the match table in steps of a few milliseconds. */
export function* unpackInSteps(table: MatchTable): Generator<void, Lexicon> {
  const sense = senseTable(table);
  const index = new FormIndex(EXPECTED);
  const forms: (MatchForm | undefined)[] = [];
  const speaks = new Int16Array(MOST);
  const subject = new Uint8Array(MOST);
  const subjects = ['music'];
  const exact = new Map<number, string>();
  const traits = new Uint8Array(MOST);
  yield;
  let rest = STEP;
  const isStep = () => {
    if (index.keys.length < rest) return false;
    rest = index.keys.length + STEP;
    return true;
  };
  // What is done thousands of times is done in functions of its own: compilers leave a generator alone for long.
  const noteForm = (word: number, form: MatchForm) => {
    forms[word] = form;
    speaks[word] = FORM_LOUDNESS[form.level];
    const isBy = index.keys[word]!.endsWith(' by');
    traits[word] = FORM | (form.exact ? EXACT : 0) | (isBy ? BY : 0);
  };
  const fileForms = ({ spellings, form, isExact }: FormGroup) => {
    const words = index.addAll(spellings);
    const exacts = isExact ? split(spellings) : NONE;
    for (let i = 0; i < words.length; i++) noteForm(words[i]!, isExact ? { ...form, exact: exacts[i]! } : form);
  };
  for (const group of formGroups(table.forms)) {
    fileForms(group);
    if (isStep()) yield;
  }
  // First each as it is written: senses and scopes name words by their place in this order (core/sense/vocabulary).
  const numbers: number[][] = [];
  for (const { words } of sense.cues) {
    numbers.push(index.addAll(words));
    if (isStep()) yield;
  }
  const speak = (word: number, loud: number, of: number) => {
    // A form speaks at least as loudly as its level says.
    if (loud > 0 && loud < speaks[word]!) return false;
    speaks[word] = loud;
    subject[word] = of;
    return true;
  };
  const speakAll = (words: readonly number[], written: readonly string[], loud: number, of: number) => {
    for (let i = 0; i < words.length; i++) {
      const word = words[i]!;
      const spelling = written[i]!;
      const isSpeaking = speak(word, loud, of);
      if (takesPlural(spelling)) speak(index.addLonger(word, 's'), loud, of);
      else if (isSpeaking && index.keys[word] !== spelling && /[A-Z]/.test(spelling)) {
        exact.set(word, spelling);
        traits[word]! |= EXACT;
      }
    }
  };
  for (let i = 0; i < numbers.length; i++) {
    const { subject: name, strength, words } = sense.cues[i]!;
    let of = subjects.indexOf(name);
    if (of < 0) of = subjects.push(name) - 1;
    speakAll(numbers[i]!, split(words), LOUDNESS[strength] * (of === 0 ? 1 : -1), of);
    if (isStep()) yield;
  }
  yield;
  for (const word of ENGLISH_WORDS) index.count(word, COUNTS);
  for (const word of FOREIGN_WORDS) index.count(word, COUNTS_SMALL);
  for (const { nouns, adjectives } of sense.senses) {
    for (const noun of split(nouns ?? '')) traits[index.numberOf(noun)]! |= NOUN;
    for (const adjective of split(adjectives ?? '')) traits[index.numberOf(adjective)]! |= ADJECTIVE;
  }
  yield;
  const objects = new Map<string, ReadonlySet<string>>();
  for (const { verbs, objects: others } of sense.senses) {
    if (!verbs) continue;
    const things = new Set(split(others ?? ''));
    for (const verb of split(verbs)) objects.set(verb, things);
  }
  const all = index.keys.length;
  if (all > MOST) throw new Error(`${all} words are more than the lexicon has room for.`);
  let scopes: Map<number, string[]> | undefined;
  const lemmas = new Float64Array(all).fill(Number.NaN);
  const lemmaWeights = sense.lemmas;
  return {
    index,
    forms,
    speaks,
    subject,
    subjects,
    traits,
    exact,
    objects,
    own: ownCuesIn(sense.senses, index, subjects),
    scopes: (word) => {
      scopes ??= unpackScopes(sense.scopes, index);
      return scopes.get(word) ?? NONE;
    },
    always: phrasesIn(sense.always, index),
    never: phrasesIn(sense.never, index),
    lemma: (word) => {
      if (Number.isNaN(lemmas[word])) lemmas[word] = lemmaWeights[lemmaOf(index.keys[word]!)] ?? 0;
      return lemmas[word]!;
    },
  };
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
    const cues = one && (unpacked.get(one) ?? unpackOwn(one, index, subjects));
    if (one && cues) unpacked.set(one, cues);
    known[word] = cues ?? null;
    return cues;
  };
}

function unpackOwn(one: FormSense, index: FormIndex, subjects: readonly string[]): OwnCues {
  return {
    for: unpackPlaces(one.for, index),
    against: unpackPlaces(one.against, index),
    indifferent: new Set(split(one.indifferent ?? '').map((name) => subjects.indexOf(name))),
    needed: one.needsCue === 1,
  };
}

function unpackScopes(packed: Record<string, string>, index: FormIndex): Map<number, string[]> {
  const scopes = new Map<number, string[]>();
  for (const [scope, places] of Object.entries(packed)) {
    for (const word of unpackPlaces(places, index)) scopes.set(word, [...(scopes.get(word) ?? []), scope]);
  }
  return scopes;
}

/** Words named by their place, with their plurals, each once. */
function unpackPlaces(places: string, index: FormIndex): number[] {
  const words = new Set<number>();
  for (const place of places.split(' ')) {
    if (place === '') continue;
    const word = Number.parseInt(place, 36);
    words.add(word);
    const plural = takesPlural(index.keys[word]!) ? index.longer(word, 's') : -1;
    if (plural >= 0) words.add(plural);
  }
  return [...words];
}

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
