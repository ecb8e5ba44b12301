import { isOwnId } from '../settings/own-terms.ts';
import type { OwnTerm } from '../settings/types.ts';
import type { Term } from './schema.ts';
import type { Found } from './search.ts';
import type { Glossary } from './types.ts';

/** The glossary with the reader's own terms before its own, to be listed and searched together. */
export const withOwn = (glossary: Glossary, own: readonly OwnTerm[]): Glossary =>
  own.length ? { ...glossary, terms: [...own.map(asTerm), ...glossary.terms] } : glossary;

/** They are of no kind and rest on no source: whoever shows one asks `isOwnId` first. */
const asTerm = ({ id, name, definition, forms }: OwnTerm): Term => ({
  id,
  name,
  kind: 'role',
  definition,
  forms: forms.map((text) => ({ text, level: 0 })),
  facts: [],
  checked: '',
});

/** Of what a search found, all that can be shown: an own term has nothing to be compared by. */
export const comparable = (found: Found[]): Found[] =>
  found.filter((one) => one.type === 'term' || !one.terms.some(({ id }) => isOwnId(id)));
