/**
 * The shape of the glossary, as people edit it in `data/` and as the build compiles it.
 *
 * One schema is the single truth: it validates the YAML, generates the JSON Schema that editors use, and gives
 * TypeScript its types. Only build scripts may import this file for its values; code that ships in the content
 * script takes the types alone (`import type`), so that no validation library reaches the page.
 */
import * as v from 'valibot';
import { KINDS } from './kinds.ts';
import { MOST_COLUMNS } from './most-columns.ts';

/** Longest definition, in UTF-16 code units: what a reader takes in at a glance on the card. */
const DEFINITION_MAX = 160;
/** Longest fact, in UTF-16 code units. */
const FACT_MAX = 220;

const Id = v.pipe(v.string(), v.regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/, 'must be lower-case words joined by hyphens'));
const Text = v.pipe(v.string(), v.trim(), v.minLength(1, 'must not be empty'));
const SourceIds = v.pipe(v.array(Id), v.minLength(1, 'needs at least one source'));
/** A letter or digit first: matching begins at the start of a word, and a form that starts with a sign has none. */
const FormText = v.pipe(Text, v.regex(/^[0-9A-Za-z\u00C0-\u024F]/, 'must begin with a letter or digit'));
const Sourced = v.strictObject({ text: v.pipe(Text, v.maxLength(FACT_MAX)), sources: SourceIds });

/** Where usage differs. The card picks the note whose scope fits the page's own evidence. */
export const SCOPES = [
  'hip-hop',
  'electronic',
  'classical',
  'live',
  'film',
  'pop',
  'rock',
  'jazz',
  'reggae',
  'country',
  'theatre',
  'games',
  'us',
  'uk',
  'europe',
  'historical',
  'studio',
  'business',
] as const;

const FormSchema = v.strictObject({
  /** As written on a page; plurals and spelling variants are forms of their own unless `plural` gives the regular one. */
  text: FormText,
  /** 0 mark anywhere … 3 never without strong, close evidence. */
  level: v.picklist([0, 1, 2, 3]),
  /** `exact`: only in this very case (DJ, EP, A&R). */
  case: v.optional(v.literal('exact')),
  /** `false`: counts as evidence but is never marked on its own. */
  bare: v.optional(v.boolean()),
  /** `true`: another term owns this form; it serves search only. */
  secondary: v.optional(v.boolean()),
  /** `true`: another name of the very same thing, worth telling the reader ("also: record producer"). */
  alias: v.optional(v.boolean()),
});

export const TermSchema = v.strictObject({
  id: Id,
  name: Text,
  kind: v.picklist(KINDS),
  definition: v.pipe(Text, v.maxLength(DEFINITION_MAX)),
  forms: v.pipe(v.array(FormSchema), v.minLength(1)),
  facts: v.pipe(v.array(Sourced), v.minLength(1)),
  /** Where usage differs by genre, era or country. */
  usage: v.optional(
    v.array(
      v.strictObject({ scope: v.picklist(SCOPES), text: v.pipe(Text, v.maxLength(FACT_MAX)), sources: SourceIds }),
    ),
  ),
  /** Present when sources disagree: the question, and each side with its sources. */
  disputed: v.optional(v.strictObject({ question: Text, sides: v.pipe(v.array(Sourced), v.minLength(2)) })),
  confusedWith: v.optional(v.array(Id)),
  /** Canonical credit labels, where a standard has one. */
  credit: v.optional(v.strictObject({ ddex: v.optional(v.array(Text)), musicbrainz: v.optional(v.array(Text)) })),
  /** Stages of making a record in which this term is at work. */
  stages: v.optional(v.array(v.picklist(['write', 'record', 'mix', 'master', 'release', 'live']))),
  /** Date of the last check against the sources, YYYY-MM-DD. */
  checked: v.pipe(v.string(), v.isoDate()),
});

export const ComparisonSchema = v.strictObject({
  id: Id,
  title: Text,
  /** One or two sentences above the table. */
  intro: v.optional(Sourced),
  columns: v.pipe(v.array(Id), v.minLength(2), v.maxLength(MOST_COLUMNS)),
  rows: v.pipe(
    v.array(
      v.strictObject({
        row: Text,
        /** One cell a column, in the columns' order; `null` where there is nothing worth saying. */
        cells: v.array(v.nullable(Sourced)),
        disputed: v.optional(v.boolean()),
      }),
    ),
    v.minLength(1),
  ),
});

/** One line on what sets two confusable terms apart. */
const DifferenceSchema = v.strictObject({
  terms: v.tuple([Id, Id]),
  text: v.pipe(Text, v.maxLength(DEFINITION_MAX)),
});

const SourceSchema = v.strictObject({
  title: Text,
  publisher: Text,
  url: v.pipe(v.string(), v.url()),
  /** A: standard, official, reference work. B: trade, practitioner, encyclopaedia. C: weak, never alone. */
  tier: v.picklist(['A', 'B', 'C']),
  licence: Text,
  /** When its page was last opened and compared with what cites it, YYYY-MM-DD; absent while nobody has found a copy. */
  opened: v.optional(v.pipe(v.string(), v.isoDate())),
});

/** How an ambiguous form is told apart: cues are words a person can read and correct. */
export const SenseSchema = v.strictObject({
  /** The forms of one lemma (`producer`, `producers`), all owned by `term`; the file is named after the first. */
  forms: v.pipe(v.array(Text), v.minLength(1)),
  term: Id,
  otherSenses: v.array(Text),
  cuesFor: v.array(Text),
  cuesAgainst: v.array(Text),
  /** Subjects of cues.yml that say nothing against these forms: a film has a composer. */
  indifferentTo: v.optional(v.array(Text)),
  /** Forms that also tell another thing's kind, right before its name: a single note, a record year. */
  adjectives: v.optional(v.array(Text)),
  /** Forms that are never said of doing in music: one does not scale or note anything. */
  nouns: v.optional(v.array(Text)),
  /** Forms that are verbs, which `otherObjects` tell apart: one releases albums, and statements. */
  verbs: v.optional(v.array(Text)),
  /** What those verbs are done to in their other senses; a plural -s goes without saying. */
  otherObjects: v.optional(v.array(Text)),
  /** Words of music around say little here: one of cuesFor has to be near. */
  needsCue: v.optional(v.boolean()),
  /** Collocations that need no further evidence. */
  markAtOnce: v.optional(v.array(Text)),
  /** Our own sentences; the sense tests run them. */
  examples: v.strictObject({
    music: v.pipe(v.array(Text), v.minLength(2, 'needs at least two sentences')),
    other: v.pipe(v.array(Text), v.minLength(2, 'needs at least two sentences')),
  }),
});

const Words = v.array(Text);
const Weight = v.number();

/** Words that speak for music or for another subject, by subject and strength; and those that tell the setting. */
export const CuesSchema = v.strictObject({
  music: v.strictObject({ strong: Words, plain: Words, weak: Words }),
  other: v.record(Text, v.strictObject({ strong: Words, plain: Words })),
  /** Words that tell the genre or setting (one of SCOPES); each must be a cue or a form. */
  scopes: v.record(Text, Words),
  /** Wordings in which a form is not the musical word. */
  setPhrases: Words,
});

/** What the evidence weighs: written by `npm run fit`, readable and correctable by hand. */
export const WeightsSchema = v.strictObject({
  /** The score from which a candidate is marked. */
  threshold: Weight,
  /** Weight of each kind of evidence, by its name in core/sense/features. */
  features: v.record(Text, Weight),
  /** How much likelier than its level says a word is music, by its spelling without a plural -s. */
  lemmas: v.record(Text, Weight),
});

export const SourcesSchema = v.record(Id, SourceSchema);
export const DifferencesSchema = v.array(DifferenceSchema);

export type { Kind } from './kinds.ts';
export type Scope = (typeof SCOPES)[number];
export type Term = v.InferOutput<typeof TermSchema>;
export type Comparison = v.InferOutput<typeof ComparisonSchema>;
export type Difference = v.InferOutput<typeof DifferenceSchema>;
export type Source = v.InferOutput<typeof SourceSchema>;
export type Sense = v.InferOutput<typeof SenseSchema>;
export type Cues = v.InferOutput<typeof CuesSchema>;
export type Weights = v.InferOutput<typeof WeightsSchema>;
