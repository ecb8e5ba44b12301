/** Compiles what the content script needs to find and judge occurrences. */
import type { GlossaryData } from '../glossary/data.ts';
import { collectForms, groupedForms } from '../matching/forms.ts';
import { normalise } from '../matching/normalise.ts';
import { compileSetPhrases } from './set-phrases.ts';
import { ADJECTIVE, type FormSense, type MatchTable, NOUN, type SenseTable } from './table.ts';
import { type CueGroup, Words } from './words.ts';

/** The match table: every form that a term owns, and the evidence to judge it by. */
export function compileMatchTable(data: GlossaryData): MatchTable {
  const { cues, senses, weights } = data;
  const forms = collectForms(data.terms);
  const words = new Words(groupedForms(forms), [
    ...groupsOf('music', cues.music),
    ...Object.entries(cues.other).flatMap(([subject, strengths]) => groupsOf(subject, strengths)),
  ]);
  for (const { nouns, adjectives } of senses) {
    words.note(nouns ?? [], NOUN);
    words.note(adjectives ?? [], ADJECTIVE);
  }
  const numbers = (named: readonly string[]) =>
    words
      .numbersOf(named)
      .map((number) => number.toString(36))
      .join(' ');
  const isForm = (key: string) => forms.has(key);
  const sense: SenseTable = {
    words: words.pack(),
    senses: senses.map(
      (one): FormSense => ({
        forms: one.forms.map(normalise).join('|'),
        for: numbers(one.cuesFor),
        against: numbers(one.cuesAgainst),
        ...(one.indifferentTo ? { indifferent: one.indifferentTo.join('|') } : {}),
        ...(one.verbs ? { verbs: one.verbs.map(normalise).join('|') } : {}),
        ...(one.otherObjects ? { objects: one.otherObjects.join('|') } : {}),
        ...(one.needsCue ? { needsCue: 1 } : {}),
      }),
    ),
    scopes: Object.fromEntries(Object.entries(cues.scopes).map(([scope, words]) => [scope, numbers(words ?? [])])),
    always: compileSetPhrases(
      senses.flatMap(({ markAtOnce }) => markAtOnce ?? []),
      isForm,
    ),
    never: compileSetPhrases(cues.setPhrases, isForm),
    threshold: weights.threshold,
    weights: weights.features,
    lemmas: weights.lemmas,
  };
  return { index: words.packIndex(), sense };
}

const groupsOf = (subject: string, strengths: Record<string, string[]>): CueGroup[] =>
  Object.entries(strengths)
    .filter(([, words]) => words.length > 0)
    .map(([strength, words]) => ({ subject, strength: strength as CueGroup['strength'], words }));
