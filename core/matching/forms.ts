/** The forms of the glossary: which a term owns, and how they are told apart in a match table. */
import type { Term } from '../glossary/schema.ts';
import type { MatchForm } from '../glossary/types.ts';
import { normalise } from './normalise.ts';

/** Every form that a term owns, by its normalised spelling; regular plurals of longer forms come by themselves. */
export function collectForms(terms: readonly Term[]): Map<string, MatchForm> {
  const forms = new Map<string, MatchForm>();
  for (const term of terms) {
    for (const form of term.forms) {
      if (form.secondary) continue;
      forms.set(normalise(form.text), {
        term: term.id,
        level: form.level,
        ...(form.case === 'exact' ? { exact: form.text } : {}),
        ...(form.bare === false ? { bare: false } : {}),
      });
    }
  }
  for (const [plural, form] of regularPlurals(forms)) if (!forms.has(plural)) forms.set(plural, form);
  return forms;
}

/**
 * “Record producer” is listed, “producers” is listed: then “record producers” is a form too. A last word takes a plural
 * when some form ends in that plural.
 */
function regularPlurals(forms: ReadonlyMap<string, MatchForm>): [string, MatchForm][] {
  const lastWord = (form: string) => form.slice(form.lastIndexOf(' ') + 1);
  const heads = new Set([...forms.keys()].map(lastWord));
  return [...forms]
    .filter(([key]) => key.includes(' ') && heads.has(`${lastWord(key)}s`))
    .map(([key, form]) => [`${key}s`, form.exact ? { ...form, exact: `${form.exact}s` } : form]);
}

/** The same with forms that differ in their spelling alone next to each other. */
export function groupedForms(forms: ReadonlyMap<string, MatchForm>): Map<string, MatchForm> {
  const groups = Map.groupBy(forms, ([, form]) => nameOfGroup(form));
  return new Map([...groups.values()].flat());
}

/** `TERM LEVEL`, with `!` for forms that count in one spelling only and `-` for those that are never marked. */
export const nameOfGroup = ({ term, level, exact, bare }: MatchForm): string =>
  `${term} ${level}${exact === undefined ? '' : '!'}${bare === false ? '-' : ''}`;

/** A form by the name of its group, and the spelling in which alone it counts when it counts in one only. */
export function formOfGroup(name: string, exact: string | undefined): MatchForm {
  const [term = '', flags = ''] = name.split(' ');
  const level = Number(flags[0]) as MatchForm['level'];
  return { term, level, ...(exact === undefined ? {} : { exact }), ...(flags.includes('-') ? { bare: false } : {}) };
}
