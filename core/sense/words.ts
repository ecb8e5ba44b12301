/**
 * Every word that is looked for, by its number in the index: a form of the glossary, a word of evidence, or both. The build
 * files them; what a page needs of them rides in the match table.
 */
import type { MatchForm } from '../glossary/types.ts';
import { COUNTS, COUNTS_SMALL } from '../matching/form-index.ts';
import { nameOfGroup } from '../matching/forms.ts';
import { IndexFiler } from '../matching/index-filer.ts';
import { normalise } from '../matching/normalise.ts';
import { type PackedIndex, packIndex } from '../matching/pack-index.ts';
import { takesPlural } from './inflections.ts';
import { packRuns } from './runs.ts';
import { ENGLISH_WORDS, FOREIGN_WORDS } from './small-words.ts';
import { type ADJECTIVE, BY, EXACT, FORM, type NOUN, type PackedWords } from './table.ts';

type Strength = 'strong' | 'plain' | 'weak';

/** Words of one subject that weigh alike. */
export interface CueGroup {
  /** `music`, or the other subject as a reader would call it. */
  subject: string;
  strength: Strength;
  /** As written in the data. */
  words: readonly string[];
}

/** Loudness in hundredths: of words of evidence, and of forms by their level. */
const LOUDNESS: Record<Strength, number> = { strong: 200, plain: 80, weak: 30 };
const FORM_LOUDNESS = [250, 160, 60, 10] as const;

export class Words {
  readonly #index = new IndexFiler();
  readonly #forms: readonly MatchForm[];
  readonly #speaks: number[] = [];
  readonly #subject: number[] = [];
  readonly #subjects = ['music'];
  readonly #traits: number[] = [];
  /** Words of evidence that count in one spelling only. */
  readonly #exact = new Map<number, string>();

  /**
   * @param forms by their normalised spelling, those of a term and level together.
   * @param cues the words of evidence.
   * @throws when a spelling cannot be filed.
   */
  constructor(forms: ReadonlyMap<string, MatchForm>, cues: readonly CueGroup[]) {
    this.#forms = [...forms.values()];
    for (const [key, form] of forms) this.#fileForm(key, form);
    for (const { subject, strength, words } of cues) {
      let of = this.#subjects.indexOf(subject);
      if (of < 0) of = this.#subjects.push(subject) - 1;
      const loud = LOUDNESS[strength] * (of === 0 ? 1 : -1);
      for (const word of words) this.#speakAs(word, loud, of);
    }
    for (const word of ENGLISH_WORDS) this.#index.fileCounted(word, COUNTS);
    for (const word of FOREIGN_WORDS) this.#index.fileCounted(word, COUNTS_SMALL);
  }

  /** The numbers of words with their plurals, each once; words that are not looked for have none. */
  numbersOf(words: readonly string[]): number[] {
    const keys = words.map(normalise);
    const all = keys.flatMap((key) => (takesPlural(key) ? [key, `${key}s`] : [key]));
    return [...new Set(all.map((key) => this.#index.numberOf(key)))].filter((number) => number >= 0);
  }

  /** Notes that forms are also adjectives, or never verbs. */
  note(forms: readonly string[], trait: typeof ADJECTIVE | typeof NOUN): void {
    for (const key of forms.map(normalise)) {
      const word = this.#index.numberOf(key);
      if (word >= 0) this.#traits[word]! |= trait;
    }
  }

  packIndex(): PackedIndex {
    return packIndex(this.#index.index());
  }

  pack(): PackedWords {
    const groups = this.#forms.map(nameOfGroup);
    const spelt = this.#forms.flatMap(({ exact }, word) => (exact === undefined ? [] : ([[word, exact]] as const)));
    return {
      forms: packNamedRuns(groups),
      speltForms: packSpellings(spelt),
      speltCues: packSpellings(this.#exact),
      subjects: this.#subjects,
      speaks: packRuns(this.#speaks),
      subject: packRuns(this.#subject),
      traits: packRuns(this.#traits),
    };
  }

  #file(spelling: string): number {
    const word = this.#index.file(spelling);
    this.#speaks[word] ??= 0;
    this.#subject[word] ??= 0;
    this.#traits[word] ??= 0;
    return word;
  }

  #fileForm(key: string, form: MatchForm): void {
    const word = this.#index.size;
    // Forms are packed in the order of their numbers.
    if (this.#file(key) !== word) throw new Error(`The form “${key}” is there twice.`);
    this.#speaks[word] = FORM_LOUDNESS[form.level];
    this.#traits[word] = FORM | (form.exact ? EXACT : 0) | (key.endsWith(' by') ? BY : 0);
  }

  /** What a word of evidence says, and its plural with it. */
  #speakAs(spelling: string, loud: number, of: number): void {
    const word = this.#file(spelling);
    const isSpeaking = this.#speak(word, loud, of);
    if (takesPlural(spelling)) this.#speak(this.#file(`${spelling}s`), loud, of);
    else if (isSpeaking && normalise(spelling) !== spelling && /[A-Z]/.test(spelling)) {
      this.#exact.set(word, spelling);
      this.#traits[word]! |= EXACT;
    }
  }

  #speak(word: number, loud: number, of: number): boolean {
    // A form speaks at least as loudly as its level says.
    if (loud > 0 && loud < this.#speaks[word]!) return false;
    this.#speaks[word] = loud;
    this.#subject[word] = of;
    return true;
  }
}

/** Names of which many that follow each other are alike, each with how often. */
function packNamedRuns(names: readonly string[]): PackedWords['forms'] {
  const groups: string[] = [];
  const numbers = names.map((name) => (groups.at(-1) === name ? groups.length : groups.push(name)) - 1);
  return { groups: groups.join('|'), runs: packRuns(numbers) };
}

const packSpellings = (spellings: Iterable<readonly [number, string]>): string =>
  [...spellings].map(([word, spelling]) => `${word} ${spelling}`).join('|');
