/**
 * The card table as it travels in marks.js: one string of JSON, rows instead of records and indexes instead of ids.
 * It is in every frame with something to mark, so every byte is counted, and it stays a string until the first card
 * opens.
 */
import type { Kind, Scope } from './schema.ts';
import type { CardTable, CardTerm } from './types.ts';

/** id, name (0 where it is the id with a capital), kind, definition, disputed, sources, confusables, usage as [scope, text]. */
type Row = [string, string | 0, number, string, 0 | 1, number[], number[], [number, string][]?];

interface Packed {
  kinds: Kind[];
  scopes: Scope[];
  terms: Row[];
  /** Two indexes of terms and what sets them apart. */
  differences: [number, number, string][];
  /** Publisher and address, without its `https://`. */
  sources: [string, string][];
}

const HTTPS = 'https://';

export function packCardTable({ terms, differences, sources }: CardTable): string {
  const ids = Object.keys(terms);
  const index = new Map(ids.map((id, i) => [id, i]));
  const kinds: Kind[] = [];
  const scopes: Scope[] = [];
  const rows = Object.values(terms).map((term): Row => {
    const row: Row = [
      term.id,
      term.name === nameFromId(term.id) ? 0 : term.name,
      indexIn(kinds, term.kind),
      term.definition,
      term.disputed ? 1 : 0,
      term.sources,
      term.confusedWith.flatMap((id) => index.get(id) ?? []),
    ];
    if (term.usage.length > 0) row[7] = term.usage.map(({ scope, text }) => [indexIn(scopes, scope), text]);
    return row;
  });
  const packed: Packed = {
    kinds,
    scopes,
    terms: rows,
    differences: Object.entries(differences).map(([pair, text]) => {
      const [a = '', b = ''] = pair.split('|');
      return [index.get(a) ?? -1, index.get(b) ?? -1, text];
    }),
    sources: sources.map(({ name, url }) => [name, url.startsWith(HTTPS) ? url.slice(HTTPS.length) : url]),
  };
  return JSON.stringify(packed);
}

/** The table that `packCardTable` made the string from. */
export function unpackCardTable(text: string): CardTable {
  const { kinds, scopes, terms, differences, sources } = JSON.parse(text) as Packed;
  const idOf = (i: number): string => terms[i]?.[0] ?? '';
  const unpacked = terms.map(
    ([id, name, kind, definition, disputed, cited, confusables, usage = []]): CardTerm => ({
      id,
      name: name === 0 ? nameFromId(id) : name,
      kind: kinds[kind]!,
      definition,
      usage: usage.map(([scope, note]) => ({ scope: scopes[scope]!, text: note })),
      disputed: disputed === 1,
      confusedWith: confusables.map(idOf),
      sources: cited,
    }),
  );
  return {
    terms: Object.fromEntries(unpacked.map((term) => [term.id, term])),
    differences: Object.fromEntries(differences.map(([a, b, said]) => [`${idOf(a)}|${idOf(b)}`, said])),
    sources: sources.map(([name, url]) => ({ name, url: url.includes('://') ? url : HTTPS + url })),
  };
}

/** `audio-engineer` as "Audio engineer". */
const nameFromId = (id: string): string => id.charAt(0).toUpperCase() + id.slice(1).replaceAll('-', ' ');

/** Where `value` stands in `list`, after adding it if it is new. */
function indexIn<T>(list: T[], value: T): number {
  const at = list.indexOf(value);
  return at >= 0 ? at : list.push(value) - 1;
}
