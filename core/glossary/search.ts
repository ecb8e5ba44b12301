import MiniSearch from 'minisearch';
import { otherNames } from './lookup.ts';
import { fitOneTable, MOST_ADDED, MOST_COLUMNS } from './most-columns.ts';
import type { Term } from './schema.ts';
import type { Glossary } from './types.ts';
import { writtenFor } from './written-for.ts';

export type Found =
  /** `alias`: the form that matched, when it is not the name. */
  { type: 'term'; term: Term; alias?: string } | { type: 'comparison'; terms: Term[] };

export interface GlossarySearch {
  /** Best first; a comparison leads when the query names two or more terms ("producer vs engineer"). */
  find(query: string, limit?: number): Found[];
  /**
   * What the words name, outright or but for a slip of the pen: a term, or terms side by side. Undefined when they only
   * turn up in what the glossary says of something.
   */
  named(query: string): Found | undefined;
}

/** Between the terms of a comparison: "a vs b", "a versus b", "a or b", "a / b", "a, b", "difference between a and b". */
const BETWEEN = /\s+(?:vs?\.?|versus|or|and|&|\/)\s+|\s*[,/|]\s*/i;
/** These join words in any sentence too: "guitar and vocals". Only names make a comparison of it, unless it is asked for. */
const MERELY_JOINS = /\s(?:and|&)\s/i;
const ASKS = /^\s*(?:compare|(?:the )?differences? between)\s/i;
/** "A & R" is written "A&R" in the glossary. */
const LETTERS_JOINED = /\b(\p{L})\s*&\s*(\p{L})\b/gu;
const LEAD_IN = /^\s*(?:what(?:'s| is)(?: the| a| an)?|compare|(?:the )?differences? between)\s+/i;

/**
 * Forgiving look-up by name, alias, plural and misspelling, then by definition. Ranking is MiniSearch's BM25+ with
 * prefixes and edit distance ≤ 20 % of the word.
 */
export function glossarySearch({ terms, comparisons }: Pick<Glossary, 'terms' | 'comparisons'>): GlossarySearch {
  const byId = new Map(terms.map((term) => [term.id, term]));
  const byForm = new Map<string, Term>();
  for (const term of terms) {
    for (const text of formsOf(term)) {
      const key = words(text).join(' ');
      if (!byForm.has(key)) byForm.set(key, term);
    }
  }
  const index = new MiniSearch({
    fields: ['name', 'forms', 'definition'],
    tokenize: words,
    processTerm: (word) => word,
    searchOptions: { boost: { name: 4, forms: 2, definition: 0.4 }, combineWith: 'AND' },
  });
  index.addAll(
    terms.map(({ id, name, definition, forms }) => ({
      id,
      name,
      definition,
      forms: forms.map(({ text }) => text).join(' '),
    })),
  );

  const exact = (phrase: string): Term | undefined => byForm.get(words(phrase).join(' '));

  /** The term a phrase names outright, or the best guess. */
  const guess = (phrase: string): Term | undefined => exact(phrase) ?? findTerms(phrase, 1)[0];

  /** The term a phrase names outright, or but for a slip. */
  function nameOf(phrase: string): Term | undefined {
    const asked = words(phrase).join(' ');
    const near = () => [...byForm].find(([key]) => isSlipOf(asked, key))?.[1];
    return byForm.get(asked) ?? near();
  }

  const written = writtenFor(comparisons, (id) => byId.get(id), words);

  /**
   * The terms that the parts of a question stand for. Where they do not name terms of one hand-written comparison
   * outright, a comparison whose columns they fit comes before what each is taken for. Of more than one table shows,
   * those that are named first.
   */
  function resolveAll(parts: string[], take: (part: string) => Term | undefined): Term[] {
    const outright = parts.map(exact);
    const together = comparisons.some(({ columns }) => outright.every((term) => term && columns.includes(term.id)));
    const meant = together ? undefined : written.find(parts);
    const found = meant ? meant.map((id) => byId.get(id)) : parts.map(take);
    const terms = [...new Set(found.flatMap((term) => term ?? []))];
    const fit = fitOneTable(
      comparisons,
      terms.map(({ id }) => id),
    );
    return fit ? terms : resolveAll(parts.slice(0, MOST_ADDED), take);
  }

  function findTerms(query: string, limit: number): Term[] {
    const named = exact(query);
    const hits = index.search(query, {
      prefix: (word) => word.length > 1,
      // Short words have too many neighbours within one edit: "mix" must not find "mic".
      fuzzy: (word) => (word.length > 3 ? 0.2 : false),
    });
    const found = hits.flatMap(({ id }) => byId.get(id as string) ?? []);
    return [...new Set(named ? [named, ...found] : found)].slice(0, limit);
  }

  return {
    find(query, limit = 12) {
      const { asked, parts, isAsked } = question(query);
      if (!words(asked).length) return [];
      const mayCompare = parts.length > 1 && !exact(asked) && (isAsked || parts.every(nameOf));
      const compared = mayCompare ? resolveAll(parts, guess) : [];
      const isComparison = compared.length > 1;
      const terms = isComparison ? compared : findTerms(asked, limit);
      const found = terms.map((term): Found => ({ type: 'term', term, ...aliasOf(term, asked) }));
      return isComparison ? [{ type: 'comparison', terms: compared }, ...found] : found;
    },
    named(query) {
      const { asked, parts, isAsked } = question(query);
      if (!words(asked).length) return undefined;
      const term = nameOf(asked);
      if (term) return { type: 'term', term };
      if (!isAsked && !parts.every(nameOf)) return undefined;
      const terms = resolveAll(parts, nameOf);
      return terms.length > 1 && terms.length >= Math.min(parts.length, MOST_ADDED)
        ? { type: 'comparison', terms }
        : undefined;
    },
  };
}

/**
 * What is asked for, and the parts of it that are to stand side by side. `isAsked`: that they are to, and do not merely
 * stand together.
 */
function question(query: string): { asked: string; parts: string[]; isAsked: boolean } {
  const asked = query.replace(LEAD_IN, '').replace(LETTERS_JOINED, '$1&$2').trim();
  const parts = asked.split(BETWEEN).filter((part) => words(part).length);
  return { asked, parts: parts.slice(0, MOST_COLUMNS), isAsked: ASKS.test(query) || !MERELY_JOINS.test(asked) };
}

/** So many letters for each slip: a shorter word with another letter in it is most often another word. */
const SURE = 6;

/** Whether one text is the other but for a few letters; its first is right. As `words` gives them. */
function isSlipOf(text: string, meant: string): boolean {
  const most = Math.floor(meant.length / SURE);
  return (
    text[0] === meant[0] && Math.abs(text.length - meant.length) <= most && most > 0 && distance(text, meant) <= most
  );
}

/** How many letters are missing, too many, other ones or changed round: Damerau's distance, optimal string alignment. */
function distance(a: string, b: string): number {
  let before: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const isSame = a[i - 1] === b[j - 1];
      const isTurned = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
      row.push(
        Math.min(
          last[j]! + 1,
          row[j - 1]! + 1,
          last[j - 1]! + (isSame ? 0 : 1),
          isTurned ? before[j - 2]! + 1 : Number.POSITIVE_INFINITY,
        ),
      );
    }
    [before, last] = [last, row];
  }
  return last[b.length]!;
}

/** What a term is called: its name, and its forms but for those that another term owns. */
const formsOf = ({ name, forms }: Term): string[] => [
  name,
  ...forms.filter(({ secondary }) => !secondary).map(({ text }) => text),
];

/** The form that starts like the query, when the name does not: why "beat maker" finds "Beatmaker". */
function aliasOf(term: Term, query: string): { alias?: string } {
  const asked = words(query).join(' ');
  const startsLike = (text: string) => words(text).join(' ').startsWith(asked);
  if (startsLike(term.name)) return {};
  const alias = [...otherNames(term), ...term.forms.map(({ text }) => text)].find(startsLike);
  return alias === undefined ? {} : { alias };
}

/** Lower-case words without accents, marks and plural endings: "Mixers’" → "mixer", "A&R" → "a&r", "hi-hat" → "hi hat". */
function words(text: string): string[] {
  const plain = text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/['’]s?(?=\s|$)/g, '');
  return (plain.match(/[\p{L}\p{N}&]+/gu) ?? []).map(singular);
}

function singular(word: string): string {
  if (word.length < 4 || /(?:ss|us|is)$/.test(word)) return word;
  if (word.endsWith('ies') && word.length > 4) return `${word.slice(0, -3)}y`;
  if (/(?:ch|sh|x|z|ss)es$/.test(word)) return word.slice(0, -2);
  return word.endsWith('s') ? word.slice(0, -1) : word;
}
