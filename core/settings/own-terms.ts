/**
 * The reader's own terms: what one may hold, checked where it is typed, where it is imported and where it is read. All of
 * it is plain text: nothing in it is ever taken for markup or for a pattern.
 */
import { lazyPattern } from '../lazy-pattern.ts';
import type { OwnTerm } from './types.ts';

export const OWN_PREFIX = 'own:';
const OWN_ID = /^own:[a-z0-9]{8}$/;

/**
 * Most terms that a reader may add, and most further spellings of one: what they hold at most fits the synced storage for
 * ordinary texts. Two devices together may have more.
 */
export const MOST_OWN = 200;
export const MOST_FORMS = 10;
/** Lengths in UTF-16 code units. One term of the greatest length stays under the 8,192 bytes of a synced item. */
export const LONGEST_NAME = 60;
export const LONGEST_DEFINITION = 300;
const SHORTEST_FORM = 2;

type OwnTermField = 'name' | 'definition' | 'forms';
export interface OwnTermFault {
  field: OwnTermField;
  reason: 'empty' | 'too-short' | 'too-long' | 'no-letter' | 'invisible' | 'too-many' | 'taken';
}

export const isOwnId = (value: unknown): value is string => typeof value === 'string' && OWN_ID.test(value);

/** The first thing that is wrong with a term as it is to be kept, beside `others`; `undefined` when it may be kept. */
export function faultOf(term: OwnTerm, others: readonly OwnTerm[] = []): OwnTermFault | undefined {
  const { name, definition, forms } = term;
  const wrong = (field: OwnTermField, reason: OwnTermFault['reason'] | undefined) => reason && { field, reason };
  const taken = new Set(others.filter(({ id }) => id !== term.id).flatMap((other) => spellingsOf(other).map(caseless)));
  const isTaken = (spelling: string) => (taken.has(caseless(spelling)) ? ('taken' as const) : undefined);
  return (
    wrong('name', wrongSpelling(name) ?? isTaken(name)) ??
    wrong('definition', wrongDefinition(definition)) ??
    wrong('forms', forms.length > MOST_FORMS ? 'too-many' : undefined) ??
    forms.map((form) => wrong('forms', wrongSpelling(form) ?? isTaken(form))).find((fault) => fault) ??
    (others.length >= MOST_OWN && !others.some(({ id }) => id === term.id)
      ? { field: 'name', reason: 'too-many' }
      : undefined)
  );
}

/** The name and all further spellings. */
const spellingsOf = ({ name, forms }: Pick<OwnTerm, 'name' | 'forms'>): string[] => [name, ...forms];

/** Every spelling, as it is looked for on a page. */
export const ownForms = (terms: readonly OwnTerm[]): { text: string; term: string; exact: boolean }[] =>
  terms.flatMap((term) => spellingsOf(term).map((text) => ({ text, term: term.id, exact: term.exactCase })));

/** How a term lies in the storage and in a file, under its id. */
export function storedOwnTerm({ name, definition, forms, exactCase }: OwnTerm): Record<string, unknown> {
  return { name, definition, ...(forms.length ? { forms } : {}), ...(exactCase ? { exactCase } : {}) };
}

/** A sound term from what lies under its id, or why it is none. */
export function ownTermFrom(id: string, value: unknown): OwnTerm | { fault: string } {
  if (!isOwnId(id)) return { fault: '' };
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return { fault: '' };
  const { name, definition, forms = [], exactCase = false, ...others } = value as Record<string, unknown>;
  const [stranger] = Object.keys(others);
  if (stranger !== undefined) return { fault: stranger };
  if (typeof name !== 'string') return { fault: 'name' };
  if (typeof definition !== 'string') return { fault: 'definition' };
  if (!Array.isArray(forms) || forms.length > MOST_FORMS || !forms.every((form) => typeof form === 'string'))
    return { fault: 'forms' };
  if (typeof exactCase !== 'boolean') return { fault: 'exactCase' };
  const term = { id, name, definition, forms, exactCase };
  const fault = faultOf(term);
  return fault ? { fault: fault.field } : term;
}

const caseless = (text: string): string => text.toLowerCase();

/** Half a character, controls, marks that turn the direction of text, spaces of no width: nobody sees what is there. */
const INVISIBLE = lazyPattern(String.raw`[\p{Cc}\p{Cs}\p{Co}\p{Cn}\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff]`);
const LETTER = lazyPattern(String.raw`[\p{L}\p{N}]`);

function wrongSpelling(text: string): OwnTermFault['reason'] | undefined {
  if (!text) return 'empty';
  if (text.length > LONGEST_NAME) return 'too-long';
  if (INVISIBLE().test(text)) return 'invisible';
  if (!LETTER().test(text)) return 'no-letter';
  return text.length < SHORTEST_FORM && !/[\u0080-\uffff]/.test(text) ? 'too-short' : undefined;
}

function wrongDefinition(text: string): OwnTermFault['reason'] | undefined {
  if (!text) return 'empty';
  if (text.length > LONGEST_DEFINITION) return 'too-long';
  return INVISIBLE().test(text) ? 'invisible' : undefined;
}
