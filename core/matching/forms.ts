/** The forms of the glossary, packed into a match table and out of it. */
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

/** The forms as they ride in the match table: see `MatchTable.forms`. */
export function packForms(forms: ReadonlyMap<string, MatchForm>): Record<string, string> {
  const groups = new Map<string, string[]>();
  for (const [key, { term, level, exact, bare }] of forms) {
    const name = `${term} ${level}${exact ? '!' : ''}${bare === false ? '-' : ''}`;
    groups.set(name, [...(groups.get(name) ?? []), exact ?? key]);
  }
  return Object.fromEntries([...groups].map(([name, spellings]) => [name, spellings.join('|')]));
}

/** Forms of a match table that differ in their spelling alone. */
export interface FormGroup {
  /** Joined by `|`: normalised, but for forms that count in this very spelling only. */
  spellings: string;
  form: MatchForm;
  /** Each counts in this very spelling only. */
  isExact: boolean;
}

/** The forms of a match table, in their order. */
export function* formGroups(packed: Record<string, string>): Generator<FormGroup> {
  for (const name in packed) {
    const [term = '', flags = ''] = name.split(' ');
    const level = Number(flags[0]) as MatchForm['level'];
    const form: MatchForm = flags.includes('-') ? { term, level, bare: false } : { term, level };
    yield { spellings: packed[name]!, form, isExact: flags.includes('!') };
  }
}

/** The forms of a match table by their normalised spelling. */
export function unpackForms(packed: Record<string, string>): Map<string, MatchForm> {
  const forms = new Map<string, MatchForm>();
  for (const { spellings, form, isExact } of formGroups(packed)) {
    for (const spelling of spellings.split('|'))
      forms.set(normalise(spelling), isExact ? { ...form, exact: spelling } : form);
  }
  return forms;
}
