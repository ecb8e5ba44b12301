/** Compiles what the content script needs to find and judge occurrences. */
import type { GlossaryData } from '../glossary/data.ts';
import type { MatchTable } from '../glossary/types.ts';
import { collectForms, packForms } from '../matching/forms.ts';
import { normalise } from '../matching/normalise.ts';
import { compileSetPhrases } from './set-phrases.ts';
import type { CueGroup, FormSense, SenseTable } from './table.ts';
import { vocabularyOf } from './vocabulary.ts';

/** The match table: every form that a term owns, and the evidence to judge it by. */
export function compileMatchTable(data: GlossaryData): MatchTable {
  const { cues, senses, weights } = data;
  const forms = collectForms(data.terms);
  const packed = packForms(forms);
  const groups: CueGroup[] = [
    ...groupsOf('music', cues.music),
    ...Object.entries(cues.other).flatMap(([subject, strengths]) => groupsOf(subject, strengths)),
  ];
  const vocabulary = vocabularyOf(packed, groups);
  const place = new Map(vocabulary.map((word, i) => [word, i]));
  const places = (words: string[]) =>
    [...new Set(words.flatMap((word) => place.get(normalise(word)) ?? []))].map((i) => i.toString(36)).join(' ');
  const isForm = (key: string) => forms.has(key);
  const sense: SenseTable = {
    cues: groups,
    senses: senses.map(
      (one): FormSense => ({
        forms: one.forms.map(normalise).join('|'),
        for: places(one.cuesFor),
        against: places(one.cuesAgainst),
        ...(one.indifferentTo ? { indifferent: one.indifferentTo.join('|') } : {}),
        ...(one.nouns ? { nouns: one.nouns.map(normalise).join('|') } : {}),
        ...(one.verbs ? { verbs: one.verbs.map(normalise).join('|') } : {}),
        ...(one.otherObjects ? { objects: one.otherObjects.join('|') } : {}),
        ...(one.needsCue ? { needsCue: 1 } : {}),
        ...(one.adjectives ? { adjectives: one.adjectives.map(normalise).join('|') } : {}),
      }),
    ),
    scopes: Object.fromEntries(Object.entries(cues.scopes).map(([scope, words]) => [scope, places(words ?? [])])),
    always: compileSetPhrases(
      senses.flatMap(({ markAtOnce }) => markAtOnce ?? []),
      isForm,
    ),
    never: compileSetPhrases(cues.setPhrases, isForm),
    threshold: weights.threshold,
    weights: weights.features,
    lemmas: weights.lemmas,
  };
  return { forms: packed, sense };
}

const groupsOf = (subject: string, strengths: Record<string, string[]>): CueGroup[] =>
  Object.entries(strengths)
    .filter(([, words]) => words.length > 0)
    .map(([strength, words]) => ({ subject, strength: strength as CueGroup['strength'], words: words.join('|') }));
