/** Compiles what the content script needs to find and judge occurrences. */
import type { GlossaryData } from '../glossary/data.ts';
import type { MatchForm, MatchTable } from '../glossary/types.ts';
import { normalise } from '../matching/normalise.ts';
import { patternSource } from '../matching/pattern.ts';
import { inflections } from './inflections.ts';
import type { CueGroup, FormSense, SenseTable } from './table.ts';

/** The match table: every form that a term owns, by its normalised spelling, and the evidence to judge it by. */
export function compileMatchTable(data: GlossaryData): MatchTable {
  const forms = compileForms(data);
  const sense = compileSense(data, forms);
  const words = new Set(Object.keys(forms));
  for (const group of sense.cues) for (const word of group.words.split('|')) addAll(words, inflections(word));
  for (const { for: speakFor, against } of sense.senses) {
    for (const word of `${speakFor}|${against}`.split('|')) if (word !== '') addAll(words, inflections(word));
  }
  return { pattern: patternSource(words), forms, sense };
}

function compileForms({ terms }: GlossaryData): Record<string, MatchForm> {
  const forms: Record<string, MatchForm> = {};
  for (const term of terms) {
    for (const form of term.forms) {
      if (form.secondary) continue;
      forms[normalise(form.text)] = {
        term: term.id,
        level: form.level,
        ...(form.case === 'exact' ? { exact: form.text } : {}),
        ...(form.bare === false ? { bare: false } : {}),
      };
    }
  }
  for (const [plural, form] of regularPlurals(forms)) forms[plural] ??= form;
  return forms;
}

/**
 * “Record producer” is listed, “producers” is listed: then “record producers” is a form too. A last word takes a plural
 * when some form ends in that plural.
 */
function regularPlurals(forms: Record<string, MatchForm>): [string, MatchForm][] {
  const lastWord = (form: string) => form.slice(form.lastIndexOf(' ') + 1);
  const heads = new Set(Object.keys(forms).map(lastWord));
  return Object.entries(forms)
    .filter(([key]) => key.includes(' ') && heads.has(`${lastWord(key)}s`))
    .map(([key, form]) => [`${key}s`, form.exact ? { ...form, exact: `${form.exact}s` } : form]);
}

/** Words that say nothing of any subject, whatever a list of cues may hold. */
const STOP = new Set('a an the in on of for to and or off you your it its was has keep'.split(' '));

function compileSense({ cues, senses, weights }: GlossaryData, forms: Record<string, MatchForm>): SenseTable {
  const groups: CueGroup[] = [
    ...groupsOf('music', cues.music),
    ...Object.entries(cues.other).flatMap(([subject, strengths]) => groupsOf(subject, strengths)),
  ];
  const usable = (words: string[]) => words.filter((word) => /^[a-z0-9]/i.test(word) && !STOP.has(word)).join('|');
  const perForm: FormSense[] = senses.map((sense) => ({
    forms: sense.forms.map(normalise).join('|'),
    for: usable(sense.cuesFor),
    against: usable(sense.cuesAgainst),
    phrases: (sense.markAtOnce ?? [])
      .map(normalise)
      .filter((phrase) => !forms[phrase])
      .join('|'),
  }));
  const gate = patternSource([
    ...Object.keys(forms).filter((key) => forms[key]!.level <= 1),
    ...cues.music.strong.flatMap(inflections),
  ]);
  return { gate, cues: groups, senses: perForm, threshold: weights.threshold, weights: weights.features };
}

const groupsOf = (subject: string, strengths: Record<string, string[]>): CueGroup[] =>
  Object.entries(strengths)
    .filter(([, words]) => words.length > 0)
    .map(([strength, words]) => ({ subject, strength: strength as CueGroup['strength'], words: words.join('|') }));

function addAll(set: Set<string>, words: readonly string[]): void {
  for (const word of words) set.add(normalise(word));
}
